// What create-cfc-plugin makes, as a stranger gets it: from packed packages, in a folder with a space, with npm alone.
// Everything is to be built before (turbo run build). Needs the registry for what is not ours.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packed } from './packed.mjs';
import { root } from './workspace.mjs';

const plugins = [
  { name: 'cfc-plugin-mine', flags: [], piece: 'MineModule' },
  { name: '@you/cfc-plugin-mine', flags: ['--module', 'Yours'], piece: 'YoursModule' },
];

const place = mkdtempSync(join(tmpdir(), 'cfc create '));
const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const write = (path, value) => writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);

/** Runs a command; what it printed. Throws an error with all of that where it fails. */
function run(cwd, command, ...args) {
  const shell = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', shell, stdio: 'pipe' });
  if (status === 0) return stdout;
  throw new Error(`${[command, ...args].join(' ')}, in ${cwd}, ended with ${status}:\n${stdout}\n${stderr}`);
}

function holds(text, part, what) {
  if (!text.includes(part)) throw new Error(`${what} does not print "${part}":\n${text}`);
}

/** The folder of a package of ours, with those that it depends on. */
function closure(folder, seen = new Set()) {
  if (seen.has(folder)) return seen;
  seen.add(folder);
  const { dependencies = {}, peerDependencies = {} } = json(join(root, 'packages', folder, 'package.json'));
  const ours = Object.keys({ ...dependencies, ...peerDependencies }).filter((name) => name.startsWith('@cfc/'));
  for (const name of ours) closure(name.slice('@cfc/'.length), seen);
  return seen;
}

/** Lets a project take our packages from files, as no registry has them. */
function fromFiles(folder, files) {
  const manifest = json(join(folder, 'package.json'));
  const ours = Object.keys(manifest.devDependencies).filter((name) => name in files);
  for (const name of ours) manifest.devDependencies[name] = files[name];
  write(join(folder, 'package.json'), { ...manifest, overrides: files });
}

function check({ name, flags, piece }, create, files) {
  const home = join(place, name.includes('/') ? 'scoped' : 'plain');
  mkdirSync(home);
  run(home, process.execPath, create, name, ...flags);
  const folder = join(home, readdirSync(home)[0]);
  fromFiles(folder, files);
  run(folder, 'npm', 'install', ...quiet);
  run(folder, 'npm', 'run', 'build');
  run(folder, 'npm', 'run', 'types');
  run(folder, 'npm', 'test');
  holds(run(folder, 'npm', 'run', 'demo'), `${name} 0.0.0`, 'npm run demo');
  run(folder, 'npx', '--no-install', 'cfc', 'doctor');
  run(folder, 'npm', 'run', 'version'); // the first changeset makes it 0.1.0, in the manifest and in the plugin
  run(folder, 'npm', 'test');
  const [{ filename, files: inside }] = JSON.parse(run(folder, 'npm', 'pack', '--json'));
  const shipped = inside.map(({ path }) => path).filter((path) => !path.startsWith('dist/'));
  const expected = 'CHANGELOG.md LICENSE README.md package.json'.split(' ').filter((path) => shipped.includes(path));
  if (shipped.length !== expected.length) throw new Error(`${name} ships ${shipped.join(', ')}`);
  return { name, piece, file: join(folder, filename) };
}

/** Both plugins by their names in one scenario, in a folder that only installs them. */
function use(made, files) {
  const folder = join(place, 'a user');
  mkdirSync(folder);
  const devDependencies = Object.fromEntries([
    ...['@cfc/core', '@cfc/cli'].map((name) => [name, files[name]]),
    ...made.map(({ name, file }) => [name, `file:${file}`]),
  ]);
  write(join(folder, 'package.json'), { private: true, devDependencies, overrides: files });
  run(folder, 'npm', 'install', ...quiet);
  const modules = Object.fromEntries(made.map(({ piece }, k) => [`m${k}`, { use: piece, input: { used: 1, of: 4 } }]));
  write(join(folder, 'both.json'), { cfc: 1, plugins: made.map(({ name }) => name), modules });
  const text = run(folder, 'npx', '--no-install', 'cfc', 'run', 'both.json');
  for (const { name } of made) holds(text, `${name} 0.1.0`, 'cfc run');
  holds(text, 'Converged', 'cfc run');
  run(folder, 'npx', '--no-install', 'cfc', 'doctor', 'both.json');
}

try {
  const files = packed(join(place, 'packed packages'), [...closure('cli'), 'create-cfc-plugin']);
  const tool = join(place, 'the tool');
  mkdirSync(tool);
  write(join(tool, 'package.json'), { private: true });
  run(tool, 'npm', 'install', '--offline', ...quiet, files['create-cfc-plugin']);
  delete files['create-cfc-plugin'];
  for (const name of Object.keys(files)) files[name] = `file:${files[name]}`;
  const create = join(tool, 'node_modules/create-cfc-plugin/dist/bin.js');
  const made = plugins.map((plugin) => check(plugin, create, files));
  use(made, files);
  const names = plugins.map(({ name }) => name).join(' and ');
  console.log(`${names}: made, installed, built, tested, run by name, packed, used elsewhere`);
} catch (error) {
  console.error(`A plugin that create-cfc-plugin makes does not work with the packed packages.\n${error.message}`);
  console.error('Mend packages/create-cfc-plugin/template, or the package that the error names.');
  process.exitCode = 1;
} finally {
  rmSync(place, { recursive: true, force: true });
}

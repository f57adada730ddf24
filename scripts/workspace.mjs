// Shared by the scripts: installs with the pinned pnpm, runs the workspace's own tools, finds what was built. No dependencies.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.install-stamp');
const windows = process.platform === 'win32';

const pathKey = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
const outerPath = (process.env[pathKey] ?? '').split(delimiter).filter((folder) => !folder.startsWith(modules));
const outer = { ...process.env, [pathKey]: outerPath.join(delimiter) };
const inner = {
  ...process.env,
  [pathKey]: [join(modules, '.bin'), ...outerPath].join(delimiter), // absolute: turbo spawns from package folders
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  DO_NOT_TRACK: '1',
};

/** Runs one of the workspace's tools at the root, without standard input; ends this process when it fails. */
export function must(command, args) {
  const { status } = spawn(command, args, { cwd: root, env: inner, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}

/**
 * Installs what the lockfile says, unless node_modules holds just that. The pnpm inside node_modules must not do it:
 * when it has to recreate the folder it deletes itself. So npm runs it from outside, where it cannot find that one.
 */
export function install() {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp()) return;
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const outside = { cwd: tmpdir(), env: outer };
  const found = spawn('pnpm', ['--version'], { ...outside, encoding: 'utf8' });
  const pnpm =
    `pnpm@${found.stdout?.trim()}` === packageManager
      ? ['pnpm']
      : ['npm', 'exec', '--yes', '--package', packageManager, '--', 'pnpm'];
  const [command, ...args] = [
    ...pnpm,
    '--dir',
    root,
    'install',
    '--frozen-lockfile',
    '--config.confirmModulesPurge=false',
  ];
  const { status } = spawn(command, args, { ...outside, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stampFile, stamp());
}

/** An entry of a built package. */
export const built = (name, entry = 'index') =>
  import(pathToFileURL(join(root, `packages/${name}/dist/${entry}.js`)).href);

/** Changes with the lockfile, with any manifest, and when somebody installs something else by hand. */
function stamp() {
  const manifests = ['packages', 'examples'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => `${group}/${name}/package.json`),
  );
  manifests.push('bench/package.json');
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...manifests, 'node_modules/.pnpm/lock.yaml'];
  const hash = createHash('sha256');
  for (const file of files) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(`${file}\n`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

function spawn(command, args, options) {
  if (!windows) return spawnSync(command, args, options);
  const line = [command, ...args].map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' ');
  return spawnSync(line, { ...options, shell: true });
}

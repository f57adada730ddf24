// Releases in a copy of the manifests, from changesets to a registry on this machine: who gets which version, what is published.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localRegistry } from './local-registry.mjs';
import { folders, manifestOf } from './manifests.mjs';
import { ran } from './run.mjs';
import { root } from './workspace.mjs';

const needed =
  /^(package\.json|pnpm-.*|\.changeset\/config\.json|scripts\/.*|[\w-]+\/[\w-]+\/(package\.json|src\/plugin\.ts)|bench\/package\.json)$/;
const place = mkdtempSync(join(tmpdir(), 'cfc releases '));
const faults = [];
const same = (what, found, expected) => {
  if (isDeepStrictEqual(found, expected)) return;
  faults.push(`${what}: ${JSON.stringify(expected)} was expected, ${JSON.stringify(found)} was found`);
};

const registry = await localRegistry();
const copy = { cwd: place, env: { ...registry.env, CI: 'true' } };
const git = (...words) => ran('git', ['-c', 'user.name=check', '-c', 'user.email=check@localhost', ...words], copy);
const bin = (name) => join(root, 'node_modules/.bin', name);
const recursive = ['--recursive', 'publish', '--no-git-checks'];
try {
  await begin();
  await firstRelease();
  await prerelease();
  await plainReleases();
  await coreMajor();
} finally {
  await registry.stop();
  rmSync(place, { recursive: true, force: true });
}
if (faults.length === 0)
  console.log('releases: versions, changelogs and what is published are as they should be, in seven releases');
else {
  console.error(faults.join('\n'));
  process.exitCode = 1;
}

/** A copy of what decides on releases, without changesets that wait. */
async function begin() {
  const files = (await ran('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root })).split('\n');
  for (const file of files.filter((path) => needed.test(path))) cpSync(join(root, file), join(place, file));
  await git('init', '--quiet', '--initial-branch', 'main');
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'copy');
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'), 'junction');
}

/** Every package is published, as a registry can read it; a second time nothing is. */
async function firstRelease() {
  same('first release', (await publish()).length, folders.length);
  for (const [name, { versions }] of registry.packages) {
    const [manifest] = Object.values(versions);
    const { dependencies, peerDependencies, publishConfig } = manifest;
    const ranges = Object.entries({ ...dependencies, ...peerDependencies });
    const local = ranges.filter(([, range]) => /^(workspace|catalog):/.test(range)).map(([other]) => other);
    same(`ranges of ${name} that only this workspace can read`, local, []);
    same(`access of ${name}`, publishConfig?.access, 'public');
  }
  same('second publish', await publish(), []);
}

/** Prereleases of one package leave all others, until the release itself. */
async function prerelease() {
  await ran(bin('changeset'), ['pre', 'enter', 'next'], copy);
  same('prerelease of core', await release({ core: 'minor' }, 'A new thing.'), { core: '1.1.0-next.0' });
  same('published as next', await publish(bin('pnpm'), [...recursive, '--tag', 'next']), ['@cfc/core 1.1.0-next.0']);
  const tags = registry.packages.get('@cfc/core')['dist-tags'];
  same('tags of core', { ...tags }, { latest: '1.0.0', next: '1.1.0-next.0' });
  await triedBesidePlugin();

  same('of a plugin', await release({ 'modules-gating': 'minor' }, 'A gate.'), { 'modules-gating': '1.1.0-next.0' });
  same('published by changesets', await publish(bin('changeset'), ['publish']), ['@cfc/modules-gating 1.1.0-next.0']);
  const { latest, next } = registry.packages.get('@cfc/modules-gating')['dist-tags'];
  same('tags of the plugin', [latest, next], ['1.0.0', '1.1.0-next.0']);
  await ran(bin('changeset'), ['pre', 'exit'], copy);
  const final = { core: '1.1.0', 'modules-gating': '1.1.0' };
  same('the release after prereleases', await release({}), final);
  same('published', await publish(), ['@cfc/core 1.1.0', '@cfc/modules-gating 1.1.0']);
}

/** A prerelease of core beside a plugin as it is: one core, where the project says so. */
async function triedBesidePlugin() {
  const cwd = join(place, 'project');
  const project = {
    private: true,
    dependencies: { '@cfc/core': 'next', '@cfc/modules-sequence': 'latest' },
    overrides: { '@cfc/core': '$@cfc/core' },
  };
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'package.json'), JSON.stringify(project));
  await ran('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd, env: registry.env });
  const { packages } = JSON.parse(readFileSync(join(cwd, 'node_modules/.package-lock.json'), 'utf8'));
  const cores = Object.entries(packages).filter(([path]) => path.endsWith('@cfc/core'));
  same(
    'cores beside a plugin',
    cores.map(([, { version }]) => version),
    ['1.1.0-next.0'],
  );
  rmSync(cwd, { recursive: true });
}

/** A minor of core leaves plugins alone, a patch of a plugin is its own; changelogs say what was done. */
async function plainReleases() {
  same('minor of core', await release({ core: 'minor' }, 'Another thing.'), { core: '1.2.0' });
  const log = readFileSync(join(place, 'packages/core/CHANGELOG.md'), 'utf8');
  const text = log.replace(/^- [0-9a-f]{7}: /gm, '- ');
  same(
    'changelog of core',
    text.slice(0, text.indexOf('## 1.1.0\n')),
    '# @cfc/core\n\n## 1.2.0\n\n### Minor Changes\n\n- Another thing.\n\n',
  );
  same('published', await publish(), ['@cfc/core 1.2.0']);

  same('patch of a plugin', await release({ dual: 'patch' }, 'A mend.'), { dual: '1.0.1' });
  same('published', await publish(), ['@cfc/dual 1.0.1']);
}

/** A major of core gives one to every plugin, and a patch to what contains it; the template of plugins is taken over by hand. */
async function coreMajor() {
  const nextOf = (folder) => {
    const { dependencies = {}, peerDependencies = {} } = manifestOf(folder);
    if (folder === 'core' || '@cfc/core' in peerDependencies) return [[folder, '2.0.0']];
    return '@cfc/core' in dependencies ? [[folder, '1.0.1']] : [];
  };
  const expected = Object.fromEntries(folders.flatMap(nextOf));
  same('major of core', await release({ core: 'major' }, 'A break.'), expected);
  same('published', (await publish()).length, Object.keys(expected).length);
  const plugin = registry.packages.get('@cfc/dual').versions['2.0.0'];
  same('peer of a plugin', plugin.peerDependencies, { '@cfc/core': '^2.0.0' });
}

/** Applies one changeset, and says whose versions have changed. Plugins have to say their versions. */
async function release(bumps, text) {
  const before = versions();
  if (text !== undefined) {
    const front = Object.entries(bumps).map(([folder, bump]) => `'${manifestOf(folder).name}': ${bump}`);
    writeFileSync(join(place, `.changeset/${Object.keys(bumps)[0]}.md`), `---\n${front.join('\n')}\n---\n\n${text}\n`);
    await git('add', '.changeset');
    await git('commit', '--quiet', '--message', text);
  }
  await ran(process.execPath, ['scripts/version-packages.mjs'], copy);
  await git('add', 'packages', '.changeset', 'pnpm-lock.yaml');
  await git('commit', '--quiet', '--message', 'versions');
  const after = versions();
  for (const folder of folders) {
    const { plugin } = after[folder];
    if (plugin !== undefined) same(`version of the plugin in ${folder}`, plugin, after[folder].version);
  }
  const changed = folders.filter((folder) => after[folder].version !== before[folder].version);
  return Object.fromEntries(changed.map((folder) => [folder, after[folder].version]));
}

function versions() {
  const pluginOf = (folder) => {
    try {
      const source = readFileSync(join(place, 'packages', folder, 'src/plugin.ts'), 'utf8');
      return /version: '([^']*)'/.exec(source)?.[1];
    } catch {
      return undefined;
    }
  };
  return Object.fromEntries(
    folders.map((folder) => [folder, { version: manifestOf(folder, place).version, plugin: pluginOf(folder) }]),
  );
}

/** Publishes, and says what the registry has got by that. */
async function publish(command = bin('pnpm'), args = recursive) {
  const all = () =>
    [...registry.packages].flatMap(([name, known]) =>
      Object.keys(known.versions).map((version) => `${name} ${version}`),
    );
  const before = new Set(all());
  await ran(command, args, copy);
  return all()
    .filter((one) => !before.has(one))
    .sort();
}

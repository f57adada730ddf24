// npx pnpm version-packages: applies the changesets, writes each plugin's version into its source, brings the lockfile along.
// A prerelease is of the packages that its changesets name, and of no others: to semver 1.1.0-next.0 lies outside ^1.0.0,
// and changesets would give every plugin a major version for each prerelease of core. So it does not see the links meanwhile.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from './manifests.mjs';
import { root } from './workspace.mjs';

const pre = join(root, '.changeset/pre.json');
const prerelease = existsSync(pre) && JSON.parse(readFileSync(pre, 'utf8')).mode === 'pre';
const files = prerelease ? folders.map((folder) => join(root, 'packages', folder, 'package.json')) : [];
const before = files.map((file) => readFileSync(file, 'utf8'));
const versionOf = (text) => JSON.parse(text).version;

files.forEach((file, k) => writeFileSync(file, withoutLinks(before[k])));
try {
  const changeset = join(root, 'node_modules/@changesets/cli/bin.js');
  execFileSync(process.execPath, [changeset, 'version'], { cwd: root, stdio: 'inherit' });
} finally {
  files.forEach((file, k) => {
    const version = versionOf(readFileSync(file, 'utf8'));
    writeFileSync(file, before[k].replace(`"version": "${versionOf(before[k])}"`, `"version": "${version}"`));
  });
}
await import('./sync-versions.mjs');
// Where a range has changed, the lockfile says so; nothing else in it does.
const pnpm = join(root, 'node_modules/.bin/pnpm');
execFileSync(pnpm, ['install', '--lockfile-only', '--ignore-scripts', '--prefer-offline'], {
  cwd: root,
  env: { ...process.env, CI: 'true', npm_config_frozen_lockfile: 'false' },
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
});

/** A manifest that depends on no package of ours. */
function withoutLinks(text) {
  const manifest = JSON.parse(text);
  for (const kind of ['dependencies', 'devDependencies', 'peerDependencies']) {
    for (const name of Object.keys(manifest[kind] ?? {})) if (name.startsWith('@cfc/')) delete manifest[kind][name];
  }
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

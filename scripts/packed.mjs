import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './workspace.mjs';

const pnpm = join(root, 'node_modules/.bin/pnpm');

/**
 * Packs packages of the workspace, as they would be published, into a folder. They have to be built.
 *
 * @param {string} folder
 * @param {readonly string[]} folders of packages below `packages/`
 * @returns {Record<string, string>} the path of each package's file, by the package's name
 */
export function packed(folder, folders) {
  mkdirSync(folder, { recursive: true });
  const filters = folders.flatMap((name) => ['--filter', `./packages/${name}`]);
  const told = execFileSync(pnpm, ['--recursive', ...filters, 'pack', '--json', '--pack-destination', folder], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  return Object.fromEntries([JSON.parse(told)].flat().map(({ name, filename }) => [name, filename]));
}

import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './workspace.mjs';

/**
 * Packs packages of the workspace, as they would be published, into a folder. They have to be built.
 *
 * @param {string} folder
 * @param {readonly string[]} folders of packages below `packages/`
 * @returns {Record<string, string>} the path of each package's file, by the package's name
 */
export function packed(folder, folders) {
  mkdirSync(folder, { recursive: true });
  const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' };
  return Object.fromEntries(
    folders.map((name) => {
      const args = ['pack', '--json', '--pack-destination', folder];
      const told = JSON.parse(execFileSync('pnpm', args, { ...options, cwd: join(root, 'packages', name) }));
      return [told.name, told.filename];
    }),
  );
}

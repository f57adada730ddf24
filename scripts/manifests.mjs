// The packages of the workspace, by the names of their folders below packages/.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './workspace.mjs';

/** Folders below packages/, in order. */
export const folders = readdirSync(join(root, 'packages')).sort();

/** What the package.json of a folder says. */
export const manifestOf = (folder, base = root) =>
  JSON.parse(readFileSync(join(base, 'packages', folder, 'package.json'), 'utf8'));

/** Entry points with code: `.`, `./testing`, ... to their conditions. */
export const entriesOf = (folder) =>
  Object.entries(manifestOf(folder).exports).filter(([, target]) => typeof target === 'object');

/** How an entry point is imported. */
export const specifier = (name, entry) => name + entry.slice(1);

/** Folders, and those of all packages of this workspace that they need when they are installed. */
export function ours(some) {
  const needed = new Set(some);
  for (const folder of needed) {
    const { dependencies, peerDependencies } = manifestOf(folder);
    const names = Object.keys({ ...dependencies, ...peerDependencies });
    for (const other of names) if (other.startsWith('@cfc/')) needed.add(other.slice('@cfc/'.length));
  }
  return [...needed];
}

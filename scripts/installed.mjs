// What npm put into a project.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folders, manifestOf } from './manifests.mjs';

/** Packages of others that ours can use but do not need. */
const optional = new Set(
  folders
    .flatMap((folder) => Object.keys(manifestOf(folder).peerDependencies ?? {}))
    .filter((name) => !name.startsWith('@cfc/')),
);

/**
 * @param {string} place the folder of the project
 * @param {Readonly<Record<string, string>>} dependencies what the one package in it lists as such
 * @returns {{ cores: number, needless: string[] }} copies of `@cfc/core`; optional packages that nobody asked for
 */
export function installed(place, dependencies) {
  const { packages } = JSON.parse(readFileSync(join(place, 'node_modules/.package-lock.json'), 'utf8'));
  const found = Object.keys(packages).map((path) => path.split('node_modules/').at(-1));
  return {
    cores: found.filter((name) => name === '@cfc/core').length,
    needless: found.filter((name) => optional.has(name) && !(name in dependencies)),
  };
}

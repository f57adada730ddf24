// What npm put into a project, and what of it was not asked for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} place the folder of the project
 * @param {string} wanted name of the one package it depends on
 * @returns {{ cores: number, needless: string[] }} copies of `@cfc/core`; packages that nothing needs, such as optional peers
 */
export function installed(place, wanted) {
  const { packages } = JSON.parse(readFileSync(join(place, 'node_modules/.package-lock.json'), 'utf8'));
  const found = Object.entries(packages).map(([path, entry]) => [path.split('node_modules/').at(-1), entry]);
  const needed = new Set([wanted]);
  for (const name of needed) {
    for (const [, entry] of found.filter(([other]) => other === name)) {
      const { dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {}, optionalDependencies = {} } = entry;
      const peers = Object.keys(peerDependencies).filter((peer) => peerDependenciesMeta[peer]?.optional !== true);
      const all = [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers];
      for (const next of all) needed.add(next);
    }
  }
  return {
    cores: found.filter(([name]) => name === '@cfc/core').length,
    needless: found.map(([name]) => name).filter((name) => !needed.has(name)),
  };
}

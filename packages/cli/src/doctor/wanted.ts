import { dirname, resolve } from 'node:path';
import { corePlugin, pluginsOf } from '@cfc/core';
import { readTree } from '../scenario/read-tree.js';
import { findInstalled, type Installed } from './installed.js';

/** Plugins that are to work together. */
export interface Wanted {
  /** What asks for them. */
  readonly where: string;
  readonly names: readonly string[];
  /** Where they are looked for, in this order. */
  readonly folders: readonly string[];
  /** Whether they are named for one registry; else they only lie in one project. */
  readonly together: boolean;
}

const thirdParty = /^(?:@[^/]+\/)?cfc-plugin-/;

/** The plugins among the dependencies of a project, and the project itself where it is one. */
export function inProject({ folder, manifest }: Installed): Wanted {
  const { name = '', dependencies, devDependencies, optionalDependencies } = manifest ?? {};
  const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  const maybe = (one: string): boolean =>
    optionalDependencies?.[one] !== undefined && findInstalled(one, folder) === null;
  const found = names.filter((one) => (thirdParty.test(one) && !maybe(one)) || isOurs(one, folder));
  const self = thirdParty.test(name) ? [name] : [];
  return { where: 'this project', names: [...self, ...found], folders: [folder], together: false };
}

/** Packages of ours say that they are plugins by a keyword; one that is not installed cannot. */
function isOurs(name: string, folder: string): boolean {
  if (!name.startsWith('@cfc/') || name === corePlugin.name) return false;
  return findInstalled(name, folder)?.manifest?.keywords.includes('cfc-plugin') === true;
}

/** The plugins that --plugin names. */
export const byFlag = (names: readonly string[], cwd: string): Wanted => ({
  where: '--plugin',
  names,
  folders: [cwd],
  together: true,
});

/** The plugins that a scenario names. Throws `INPUT_INVALID` for a file that is none. */
export async function inScenario(file: string, cwd: string): Promise<Wanted> {
  const path = resolve(cwd, file);
  const names = pluginsOf(await readTree(path, file)).filter((name) => name !== corePlugin.name);
  return { where: file, names: [...new Set(names)], folders: [dirname(path), cwd], together: true };
}

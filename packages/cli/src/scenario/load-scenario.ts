import { dirname, resolve } from 'node:path';
import { buildScenario, createRegistry, pluginsOf, type Registry, type Scenario } from '@cfc/core';
import { loadPlugins } from '../plugins/load-plugins.js';
import { checkData } from './check-data.js';
import { fingerprint } from './fingerprint.js';
import { readTree } from './read-tree.js';

/** A scenario file, ready to be relaxed. */
export interface LoadedScenario extends Scenario {
  /** The file as the user called it. */
  readonly file: string;
  /** What the file says. */
  readonly tree: unknown;
  readonly registry: Registry;
  readonly fingerprint: string;
}

/** Reads, checks and builds a scenario file; its plugins are looked for beside it, then in `cwd`. */
export async function loadScenario(file: string, cwd: string): Promise<LoadedScenario> {
  const path = resolve(cwd, file);
  const tree = await readTree(path, file);
  checkData(tree);
  const registry = createRegistry(await loadPlugins(pluginsOf(tree), [dirname(path), cwd]));
  return { ...buildScenario(registry, tree), file, tree, registry, fingerprint: fingerprint(tree, registry.plugins) };
}

import { buildScenario, createRegistry, isCfcError, pluginsOf, type Scenario } from '@cfc/core';
import type { Known, Run } from '@cfc/observability';
import { minimumWithin } from '../bench/minimum.js';
import { bundled } from '../plugins/bundled.js';
import { loadPlugins } from '../plugins/load-plugins.js';

/** Most work that is spent on a minimum: modules times steps. */
const WORK = 2e7;

/**
 * What a run's files do not tell, from its scenario: the energy where it began, and the minimum that descent finds from its
 * end. Nothing where the scenario is not there, cannot be built, or names a plugin that did not come with the command: what a
 * file of somebody's run names is not loaded.
 */
export async function knownOf({ identity, result }: Run): Promise<Known> {
  const scenario = await builtFrom(identity?.scenario.tree ?? null);
  if (scenario === null) return {};
  const { system, eta0 } = scenario;
  const start = system.energy(eta0, system.unit);
  const end = Float64Array.from(system.ids, (id) => result?.eta[id] ?? NaN);
  if (!end.every((value) => value >= 0 && value <= 1)) return { start };
  const minimum = minimumWithin(system, end, Math.min(100_000, Math.ceil(WORK / system.size)));
  return minimum === null ? { start } : { start, minimum };
}

async function builtFrom(tree: unknown): Promise<Scenario | null> {
  if (tree === null) return null;
  try {
    const names = pluginsOf(tree);
    if (!names.every((name) => name === '@cfc/core' || bundled.has(name))) return null;
    return buildScenario(createRegistry(await loadPlugins(names, [])), tree);
  } catch (error) {
    if (isCfcError(error)) return null;
    throw error;
  }
}

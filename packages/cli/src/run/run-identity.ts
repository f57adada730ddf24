import type { RunIdentity } from '@cfc/observability/node';
import type { LoadedScenario } from '../scenario/load-scenario.js';
import { version } from '../version.js';

/** What run.json says of a scenario. */
export function runIdentity({ file, tree, fingerprint, registry, system, plan }: LoadedScenario): RunIdentity {
  const plugins = registry.plugins.map(({ name, version: own }) => [name, own] as const);
  return {
    scenario: { file, tree },
    fingerprint,
    versions: { '@cfc/cli': version(), ...Object.fromEntries(plugins) },
    seed: plan.seed ?? 0,
    modules: system.size,
    couplings: system.couplings.reduce((total, { count }) => total + count, 0),
  };
}

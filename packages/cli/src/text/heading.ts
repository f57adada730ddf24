import type { LoadedScenario } from '../scenario/load-scenario.js';
import { counted } from './number.js';
import { planText } from './plan.js';

/** What a scenario is: `quickstart.yaml: 2 modules, 2 couplings; plugins @cfc/core 1.0.0, ...`. */
export function systemHeading({ file, system, registry }: LoadedScenario): string {
  const couplings = system.couplings.reduce((total, { count }) => total + count, 0);
  const plugins = registry.plugins.map(({ name, version }) => `${name} ${version}`).join(', ');
  return `${file}: ${counted(system.size, 'module')}, ${counted(couplings, 'coupling')}; plugins ${plugins}`;
}

/** The same with what will be done to it. */
export function runHeading(loaded: LoadedScenario): string {
  return `${systemHeading(loaded)}\n${planText(loaded.plan)}`;
}

import type { Method, Step } from '../../contract/pieces.js';
import type { CompiledSystem } from '../../contract/system.js';
import { defineMethod } from '../../contract/definition.js';
import { fista } from './fista.js';
import { projectedLbfgs } from './projected-lbfgs.js';
import { projectedNewton } from './projected-newton.js';

const methods = { newton: projectedNewton(), accelerated: fista(), quasiNewton: projectedLbfgs() } as const;

interface State {
  readonly use: keyof typeof methods;
  readonly inner: unknown;
}

/** The strongest method that the families of a system allow. */
function strongest(system: CompiledSystem): keyof typeof methods {
  if (system.lacks('curvature') === null) return 'newton';
  return system.lacks('bounds') === null ? 'accelerated' : 'quasiNewton';
}

/**
 * Picks by what the families offer: `ProjectedNewton` where all have exact second derivatives, `Fista` where all have
 * bounds, else `ProjectedLbfgs`. The default of `relax` and of scenarios.
 */
export const auto = defineMethod({
  name: 'Auto',
  meaning: 'the strongest method that the families of the system allow',
  options: {},
  make: (): Method<State> => ({
    init(task, start) {
      const use = strongest(task.system);
      return { use, inner: methods[use].init(task, start) };
    },
    step(task, from, { use, inner }): Step<State> {
      const step = methods[use].step(task, from, inner);
      return { ...step, state: { use, inner: step.state } };
    },
  }),
});

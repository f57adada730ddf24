import type { Method, Step } from '../../contract/pieces.js';
import { defineMethod } from '../../contract/definition.js';
import { projectedLbfgs } from './projected-lbfgs.js';
import { projectedNewton } from './projected-newton.js';

const methods = { newton: projectedNewton(), quasiNewton: projectedLbfgs() } as const;

interface State {
  readonly use: keyof typeof methods;
  readonly inner: unknown;
}

/**
 * Picks by what the families offer: `ProjectedNewton` where all have exact second derivatives, else `ProjectedLbfgs`, which takes a
 * fifth of the gradients of `Fista` (bench/src/without-curvature.mjs). The default of `relax` and of scenarios.
 */
export const auto = defineMethod({
  name: 'Auto',
  meaning: 'the strongest method that the families of the system allow',
  options: {},
  make: (): Method<State> => ({
    init(task, start) {
      const use = task.system.lacks('curvature') === null ? 'newton' : 'quasiNewton';
      return { use, inner: methods[use].init(task, start) };
    },
    step(task, from, { use, inner }): Step<State> {
      const step = methods[use].step(task, from, inner);
      return { ...step, state: { use, inner: step.state } };
    },
  }),
});

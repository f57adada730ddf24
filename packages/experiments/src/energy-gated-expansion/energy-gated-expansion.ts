import { defineExperiment } from '../experiment.js';
import { conclude } from './conclude.js';
import { type Cell, type Grown, measure } from './measure.js';
import type { Kind } from './world.js';

const kinds: readonly Kind[] = ['one minimum', 'two minima'];

/** Growth under a cost for each module: how rare it becomes, what it wins, and whether it helps what was there before. */
export const energyGatedExpansion = defineExperiment<Cell, Grown>({
  name: 'energy-gated-expansion',
  title: 'Energy-gated expansion: rare, impactful, redeeming?',
  question:
    'Six modules in a ring grow by proposals, 24 in each world, each a module with a field of its own that hangs on one module of the ring or of an earlier proposal; one enters only if the relaxed energy falls by more than the cost γ of its module. How does the rate of expansion fall with γ, how much of the fall of energy is kept, and does the energy of the first six modules fall as well? In one kind of world every module has one minimum; in the other two, and all begin in the worse one. Baselines: as many proposals drawn at random, and the six modules started anew at 20 random places.',
  cells(scope) {
    const costs = scope === 'quick' ? [0, 0.1, 0.3, 0.6] : [0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6];
    const seeds = scope === 'quick' ? 6 : 24;
    return kinds.flatMap((kind) =>
      costs.flatMap((gamma) => Array.from({ length: seeds }, (_, seed) => ({ kind, gamma, seed }))),
    );
  },
  measure,
  conclude,
});

import { defineExperiment } from '../experiment.js';
import { conclude } from './conclude.js';
import { ALL, type Cell, type Ended, measure } from './measure.js';
import type { Kind } from './world.js';

const kinds: readonly Kind[] = ['path', 'list'];

/** Growth along several branches at once, against the greedy search. */
export const branchingCoexistence = defineExperiment<Cell, Ended>({
  name: 'branching-coexistence',
  title: 'Branching and coexistence: what the second branch is worth',
  question:
    'A module grows by others, each at the cost γ = 0.03, while the k branches of the lowest totals stay alive; k = 1 is the greedy search. Does k > 1 end lower, by how much, and at what cost in relaxations? And do the branches coexist, or are they variants of one? Choices are exclusive along a path of up to six steps, where each of one of three modules decides which ones can come next; they are free from a list of eight modules, where everything can still be had later. Baselines: all branches kept (the best end), the k branches drawn in a race with Gumbel noise, and the best of k greedy searches with noise, which take about as many relaxations or more.',
  cells(scope) {
    const ks = scope === 'quick' ? [1, 2, 4, ALL] : [1, 2, 4, 8, 16, ALL];
    const seeds = scope === 'quick' ? 16 : 30;
    return kinds.flatMap((kind) => ks.flatMap((k) => Array.from({ length: seeds }, (_, seed) => ({ kind, k, seed }))));
  },
  measure,
  conclude,
});

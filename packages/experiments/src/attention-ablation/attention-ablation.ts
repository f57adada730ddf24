import { defineExperiment } from '../experiment.js';
import { claims } from './claims.js';
import { figure } from './figure.js';
import { type Tested, measure } from './measure.js';
import { table } from './table.js';
import { type Variant, variants } from './variant.js';

/** Attention that sees nothing, a window, the prefix or everything, with and without the energy as a regulariser. */
export const attentionAblation = defineExperiment<Variant, Tested>({
  name: 'attention-ablation',
  title: 'Attention: what later context and an energy are worth',
  question:
    'A sequence shows four symbols at twenty places, each by a noisy cue and a noisy reading of its sign; early readings are four times as noisy as late ones, and symbols change from sequence to sequence. One head of attention learns by exact gradients (Adam, 120 steps of 8 sequences) to decide the sign at every place. It sees nothing, two places to either side, the prefix, or all; its loss is that of the task alone, or has 0.01 or 0.1 times a term of the attention’s energy per place added: the modern Hopfield energy, the normalised entropy (sparsity), or the spread of what is mixed (coherence); weight decay is the control. Which decoders decide better on sequences that they have not seen, when there are few to learn from and when there are plenty?',
  cells: variants,
  measure,
  conclude: (rows) => ({ claims: claims(rows), table: table(rows), figure: figure(rows) }),
});

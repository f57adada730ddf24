import { defineModule, number } from '@cfc/core';
import { type NumberSequence, sampleMonotonicity, sampling } from './sample-monotonicity.js';

/**
 * How far a sequence is in order: F = alpha (1 - η)² + beta (1 - η)⁴, least at η = 1.
 *
 * Input: an array of at least two finite numbers; η is the sampled fraction of pairs in order, see
 * `sampleMonotonicity`. Reading costs O(samples), whatever the length; modules with the same seed draw
 * the same places.
 *
 * Options: `alpha` >= 0 (1), `beta` >= 0 (1), `samples` in [1, 1 000 000] (512), `seed` >= 0 (0).
 * Reading throws `INPUT_INVALID`. Source: the Complexity from Constraints prototype.
 *
 * @example
 * const order = sequenceConsistency({ samples: 256 });
 */
export const sequenceConsistency = defineModule({
  name: 'SequenceConsistencyModule',
  meaning: 'how far a sequence is in order: alpha (1 - η)² + beta (1 - η)⁴; its input is an array of numbers',
  options: {
    alpha: number(1, 'coefficient of (1 - η)²', { min: 0 }),
    beta: number(1, 'coefficient of (1 - η)⁴', { min: 0 }),
    ...sampling,
  },
  eta: (values: NumberSequence, options) => sampleMonotonicity(values, options),
  energy(eta, { alpha, beta }) {
    const square = (1 - eta) * (1 - eta);
    return square * (alpha + beta * square);
  },
  slope(eta, { alpha, beta }) {
    const disorder = 1 - eta;
    return -disorder * (2 * alpha + 4 * beta * disorder * disorder);
  },
  curvature: (eta, { alpha, beta }) => 2 * alpha + 12 * beta * (1 - eta) * (1 - eta),
  bend: (_eta, { alpha, beta }) => 2 * alpha + 12 * beta,
  difference(from, to, { alpha, beta }) {
    const before = 1 - from;
    const after = 1 - to;
    return (from - to) * (before + after) * (alpha + beta * (before * before + after * after));
  },
  pack:
    (slots, { alpha, beta }) =>
    (eta, scale, gradient) => {
      let total = 0;
      for (let k = 0; k < slots.length; k++) {
        const i = slots[k]!;
        const disorder = 1 - eta[i]!;
        const square = disorder * disorder;
        total += square * (alpha[k]! + beta[k]! * square);
        if (gradient !== null) {
          gradient[i] = gradient[i]! - scale * disorder * (2 * alpha[k]! + 4 * beta[k]! * square);
        }
      }
      return scale * total;
    },
});

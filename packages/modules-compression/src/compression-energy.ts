import { defineModule, number } from '@cfc/core';
import { type Sizes, spaceSaving } from './space-saving.js';

/**
 * How far a compression is from its target: F = a (η - target)² + b (η - target)⁴, least at the target.
 *
 * Input: `{ raw, compressed }`, two sizes in one unit, or a `Uint8Array`; η is the share of space that is saved, see
 * `spaceSaving`.
 *
 * Options: `a` >= 0 (1), `b` >= 0 (0), `target` in [0, 1] (1).
 * Reading throws `INPUT_INVALID`. Source: the Complexity from Constraints prototype, where `target` is called
 * `target_default` and a constraint may set it for all modules at once.
 *
 * @example
 * const half = compressionEnergy({ target: 0.5 });
 */
export const compressionEnergy = defineModule({
  name: 'CompressionEnergyModule',
  meaning:
    'how far a compression is from its target: a (η - target)² + b (η - target)⁴; its input is { raw, compressed } or bytes',
  options: {
    a: number(1, 'coefficient of (η - target)²', { min: 0 }),
    b: number(0, 'coefficient of (η - target)⁴', { min: 0 }),
    target: number(1, 'the share of space to save', { min: 0, max: 1 }),
  },
  eta: (input: Sizes | Uint8Array) => spaceSaving(input),
  energy(eta, { a, b, target }) {
    const square = (eta - target) * (eta - target);
    return square * (a + b * square);
  },
  slope(eta, { a, b, target }) {
    const off = eta - target;
    return off * (2 * a + 4 * b * off * off);
  },
  curvature: (eta, { a, b, target }) => 2 * a + 12 * b * (eta - target) * (eta - target),
  bend(_eta, { a, b, target }) {
    const most = Math.max(target, 1 - target);
    return 2 * a + 12 * b * most * most;
  },
  difference(from, to, { a, b, target }) {
    const before = from - target;
    const after = to - target;
    return (to - from) * (before + after) * (a + b * (before * before + after * after));
  },
  pack:
    (slots, { a, b, target }) =>
    (eta, scale, gradient) => {
      let total = 0;
      for (let k = 0; k < slots.length; k++) {
        const i = slots[k]!;
        const off = eta[i]! - target[k]!;
        const square = off * off;
        total += square * (a[k]! + b[k]! * square);
        if (gradient !== null) gradient[i] = gradient[i]! + scale * off * (2 * a[k]! + 4 * b[k]! * square);
      }
      return scale * total;
    },
});

import { CfcError, defineAdapter, number, type WeightAdapter } from '@cfc/core';

/**
 * Brings the gradient norms of all terms to one target: after every accepted step
 *
 *     m_t ← clip(m_t (1 + rate · alpha · (1 - norm_t / target)), floor, ceiling),
 *
 * where norm_t ≥ 0 is the L2 norm of term t's gradient under its weight as it is. A term that pulls less than the target
 * gains weight, one that pulls more loses it. As the gradients vanish near a minimum, all multipliers go to the
 * ceiling: the end point is then the minimum of the same objective, scaled.
 *
 * Options: `target` > 0 (1), in units of energy per unit of η; `alpha` ≥ 0 (1.5), strength of the pull; `rate` in (0, 1]
 * (0.1), share of the correction made in one step; `floor` ≥ 0 (0.1) and `ceiling` > 0 (2), the range of multipliers.
 * Throws `OPTION_INVALID` where the floor lies above the ceiling. Source: Chen et al., GradNorm (ICML 2018), in the
 * form of the Complexity from Constraints prototype: a fixed target in place of the mean norm.
 *
 * @example
 * relax(system, eta0, { method: descent(), adapter: gradNorm({ ceiling: 3 }), stop: maxSteps({ steps: 60 }) });
 */
export const gradNorm = defineAdapter({
  name: 'GradNorm',
  meaning: 'brings the gradient norms of all terms to one target: those that pull less gain weight',
  options: {
    target: number(1, 'desired gradient norm of a term', { above: 0 }),
    alpha: number(1.5, 'strength of the pull towards the target', { min: 0 }),
    rate: number(0.1, 'share of the correction made in one step', { above: 0, max: 1 }),
    floor: number(0.1, 'lowest multiplier', { min: 0 }),
    ceiling: number(2, 'highest multiplier', { above: 0 }),
  },
  make: ({ target, alpha, rate, floor, ceiling }): WeightAdapter<null, 'termNorms'> => {
    if (floor > ceiling) {
      const what = `the floor ${floor} lies above the ceiling ${ceiling}`;
      throw new CfcError('OPTION_INVALID', what, 'GradNorm.floor', 'Give a floor of at most the ceiling.');
    }
    return {
      needs: ['termNorms'],
      init: () => null,
      adapt({ termNorms, multipliers }, state) {
        const next = multipliers.map((multiplier, t) => {
          const pull = alpha * (1 - termNorms[t]! / target);
          return Math.min(ceiling, Math.max(floor, multiplier * (1 + rate * pull)));
        });
        return { multipliers: next, state };
      },
    };
  },
});

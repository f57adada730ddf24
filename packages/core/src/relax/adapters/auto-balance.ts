import type { WeightAdapter } from '../../contract/adapter.js';
import { defineAdapter } from '../../contract/definition.js';
import { checkOrder } from './check-order.js';
import { number } from '../../options/field.js';

/**
 * Scales a term down when its gradient norm explodes: where norm > ratio · target, the weight is
 * multiplied by target / norm, and a warning says so. Multipliers stay within floor and ceiling.
 *
 * Source: `auto_balance_term_weights` of the Complexity from Constraints prototype.
 */
export const autoBalance = defineAdapter({
  name: 'AutoBalance',
  meaning: 'scales a term down when its gradient norm explodes',
  options: {
    target: number(1, 'desired gradient norm of a term', { above: 0 }),
    ratio: number(10, 'how far above the target a norm may lie', { min: 1 }),
    floor: number(0, 'lowest multiplier', { min: 0 }),
    ceiling: number(1e6, 'highest multiplier', { above: 0 }),
  },
  make: ({ target, ratio, floor, ceiling }): WeightAdapter<null, 'termNorms'> => {
    checkOrder(floor, ceiling, 'AutoBalance');
    return {
      needs: ['termNorms'],
      init: () => null,
      adapt({ termNorms, terms, multipliers }, state) {
        const warnings: string[] = [];
        const next = multipliers.map((multiplier, t) => {
          const norm = termNorms[t]!;
          const balanced = norm > ratio * target ? (multiplier * target) / norm : multiplier;
          const kept = Math.min(ceiling, Math.max(floor, balanced));
          if (balanced !== multiplier && kept !== multiplier) {
            const key = terms[t]!.key;
            warnings.push(
              `the gradient norm ${norm.toPrecision(4)} of ${key} exceeds ${ratio} times ${target}: ` +
                `its multiplier goes from ${multiplier.toPrecision(4)} to ${kept.toPrecision(4)}`,
            );
          }
          return kept;
        });
        return { multipliers: next, state, warnings };
      },
    };
  },
});

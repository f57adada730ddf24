import type { WeightAdapter } from '../../contract/adapter.js';
import { defineAdapter } from '../../contract/definition.js';
import { checkOrder } from './check-order.js';
import { number } from '../../options/field.js';
import { neededPiece } from '../../options/piece-field.js';

/** Another adapter, its multipliers kept between a floor and a ceiling. */
export const clamped = defineAdapter({
  name: 'Clamped',
  meaning: "keeps another adapter's multipliers between a floor and a ceiling",
  options: {
    adapter: neededPiece<WeightAdapter>('adapter', 'the adapter whose multipliers are kept in range'),
    floor: number(0, 'lowest multiplier', { min: 0 }),
    ceiling: number(1e6, 'highest multiplier', { above: 0 }),
  },
  make: ({ adapter, floor, ceiling }): WeightAdapter => {
    checkOrder(floor, ceiling, 'Clamped');
    return {
      ...(adapter.requires === undefined ? {} : { requires: adapter.requires }),
      needs: adapter.needs,
      ...(adapter.atStart === undefined ? {} : { atStart: adapter.atStart }),
      init: (terms) => adapter.init(terms),
      adapt(seen, state) {
        const adapted = adapter.adapt(seen, state);
        const multipliers = adapted.multipliers.map((multiplier) => Math.min(ceiling, Math.max(floor, multiplier)));
        return { ...adapted, multipliers };
      },
    };
  },
});

import { defineTransform } from '../../contract/definition.js';
import { number } from '../../options/field.js';
import { norm, scaled } from '../../numeric/vector.js';

/** The direction scaled down to a largest Euclidean norm where it is longer. */
export const clipNorm = defineTransform({
  name: 'ClipNorm',
  meaning: 'shortens the direction to a largest length',
  options: { norm: number(1, 'the largest length', { above: 0 }) },
  make: ({ norm: most }) => ({
    init: () => null,
    apply(direction, _task, _at, state: null) {
      const length = norm(direction);
      return [length > most ? scaled(direction, most / length) : direction, state];
    },
  }),
});

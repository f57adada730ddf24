import { defineTransform } from '../../contract/definition.js';
import { norm, scaled } from '../../numeric/vector.js';

/** The direction divided by its Euclidean norm; a zero direction stays zero. */
export const normalise = defineTransform({
  name: 'Normalise',
  meaning: 'gives the direction length 1',
  options: {},
  make: () => ({
    init: () => null,
    apply(direction, _task, _at, state: null) {
      const length = norm(direction);
      return [length > 0 ? scaled(direction, 1 / length) : direction, state];
    },
  }),
});

import type { Normalizer, Rule } from '../contract.js';

/** Takes the value into the window of its normalizer: x̂ = N(x). */
export function normalise(normalizer: Normalizer): Rule {
  return {
    name: 'normalizer',
    apply(cell) {
      cell.normalized = normalizer.push(cell.value);
      return null;
    },
    state: () => normalizer.state(),
  };
}

import { defineSearch } from '../../contract/definition.js';
import { integer, number } from '../../options/field.js';

/**
 * Armijo backtracking along the projection arc: the first t of initial · shrinkᵏ with
 * E(η(t)) ≤ E(η) - c g · (η - η(t)). It finds nothing rather than taking a step that does not qualify.
 *
 * Sources: L. Armijo, Pacific J. Math. 16 (1966) 1; D. Bertsekas, IEEE Trans. Automat. Control 21
 * (1976) 174.
 */
export const backtracking = defineSearch({
  name: 'Backtracking',
  meaning: 'the first of ever shorter steps that lowers the energy enough (Armijo)',
  options: {
    initial: number(0.05, 'first step length', { above: 0 }),
    shrink: number(0.5, 'factor from one try to the next', { above: 0, below: 1 }),
    decrease: number(1e-6, 'share of the promised decrease that has to come true', { min: 0, below: 1 }),
    tries: integer(5, 'how often the step is shortened at most', { min: 0 }),
  },
  make: ({ initial, shrink, decrease, tries }) => ({
    pick(task, from, ray) {
      let step = Math.min(initial, ray.longest);
      for (let k = 0; k <= tries && step > 0; k++, step *= shrink) {
        const to = task.point(ray.at(step));
        if (task.difference(from, to) <= -decrease * ray.promise(to.eta)) return { to, step, tries: k };
      }
      return { to: null, step: 0, tries: tries + 1 };
    },
  }),
});

import { defineSearch } from '../../contract/definition.js';
import { number } from '../../options/field.js';

/** Always the same step length, or the limit's where that is shorter. */
export const fixedStep = defineSearch({
  name: 'FixedStep',
  meaning: 'always the same step length',
  options: { step: number(0.05, 'the step length', { above: 0 }) },
  make: ({ step }) => ({
    pick(task, _from, ray) {
      const length = Math.min(step, ray.longest);
      return length > 0 ? { to: task.point(ray.at(length)), step: length, tries: 0 } : { to: null, step: 0, tries: 0 };
    },
  }),
});

import type { Stop } from '../../contract/pieces.js';
import { defineStop } from '../../contract/definition.js';
import { pieces } from '../../options/piece-field.js';
import { askAll } from './ask-all.js';

/** Stops where all of several rules do at the same step; converged where all of them say so. */
export const allOf = defineStop({
  name: 'AllOf',
  meaning: 'stops where all of several rules do at once',
  options: { of: pieces<Stop>('stop', 'the rules; all of them are asked at every step', { least: 1 }) },
  make: ({ of }) => ({
    init: () => of.map((rule) => rule.init()),
    check(seen, states: readonly unknown[]) {
      const { state, given } = askAll(of, seen, states);
      if (given.length < of.length) return { state, verdict: null };
      const reason = given.map((verdict) => verdict.reason).join(' and ');
      return { state, verdict: { reason, converged: given.every(({ converged }) => converged) } };
    },
  }),
});

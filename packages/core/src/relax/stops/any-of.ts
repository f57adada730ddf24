import type { Stop } from '../../contract/pieces.js';
import { defineStop } from '../../contract/definition.js';
import { pieces } from '../../options/piece-field.js';
import { askAll } from './ask-all.js';

/** Stops where one of several rules does, for that one's reason; converged before stopped. */
export const anyOf = defineStop({
  name: 'AnyOf',
  meaning: 'stops where one of several rules does',
  options: { of: pieces<Stop>('stop', 'the rules; all of them are asked at every step', { least: 1 }) },
  make: ({ of }) => ({
    init: () => of.map((rule) => rule.init()),
    check(seen, states: readonly unknown[]) {
      const { state, given } = askAll(of, seen, states);
      if (given.length === 0) return { state, verdict: null };
      const [stopped, converged] = [false, true].map((kind) => given.find((verdict) => verdict.converged === kind));
      const verdict = converged === undefined ? stopped : { ...converged, otherwise: converged.otherwise ?? stopped };
      return { state, verdict: verdict ?? null };
    },
  }),
});

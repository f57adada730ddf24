import { intervalText } from '../interval.js';
import type { Conclusion } from '../experiment.js';
import { type Played, influences, interests, rules } from './cell.js';
import { chosen, settledShare } from './shares.js';

/** Shares of plays that settled, and when half of those had. */
export const tableOf = (plays: readonly Played[]): Conclusion['table'] => ({
  headings: ['share settled, median round', ...influences],
  rows: interests.flatMap((interest) =>
    rules.map((rule) => [
      `${interest}, ${rule}`,
      ...influences.map((influence) => {
        const which = { interests: interest, rule, influence };
        const rounds = chosen(plays, which)
          .flatMap(({ settled }) => (settled === null ? [] : [settled]))
          .sort((a, b) => a - b);
        const median = rounds.length === 0 ? '' : `, ${rounds[Math.floor(rounds.length / 2)]}`;
        return `${intervalText(settledShare(plays, which), 2)}${median}`;
      }),
    ]),
  ),
});

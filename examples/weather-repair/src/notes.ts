import type { Confirmation } from './confirm.js';

/** What a reader has to know before quoting the numbers. */
export const limits =
  'Limits: faults are planted, a stuck sensor freezes at a wrong reading, and this example also distrusts ' +
  'repeats in runs of four equal readings, which the plain filter does not; the README has the numbers without that, and those for filters set otherwise.';

export const readingNotes: readonly string[] = [
  'A day is faulted if a fault was planted and the reading is off by more than 1 °C. RMSE is over all faulted days, ' +
    'found or missed. F1 joins precision and recall of the distrusted days.',
  'Parameters of both methods were set on years 1 and 2 by the same rule; the table is of years 3 and 4.',
  'In the bars, dots are single seeds. In the second chart the strips below tell which days hold a planted fault, ' +
    'and which ones each method distrusted.',
];

/** What was left to gain when the core's own relaxation went over the decided points. */
export function confirmationNote(confirmations: readonly Confirmation[]): string {
  const most = (of: (one: Confirmation) => number): string => Math.max(...confirmations.map(of)).toExponential(1);
  const converged = confirmations.filter(({ outcome }) => outcome === 'converged').length;
  return (
    `Relaxing days and gates together from the decided point, under a guard that refuses every rise, ` +
    `lowers the energy by at most ${most(({ fall }) => fall)} and moves no order parameter by more than ` +
    `${most(({ moved }) => moved)} (${converged} of ${confirmations.length} runs converged).`
  );
}

import { having, numbersIn, share, type TraceRow } from '../trace/rows.js';
import { correlation, detrended, mean } from '../trace/statistics.js';
import { percent, told } from '../text/told.js';
import type { Finding } from './finding.js';

const WINDOW = 50;
/** Fewest windows that tell anything. */
const FEWEST = 4;
/** Correlation within a window from which on λ and ease move together. */
const TOGETHER = 0.5;
const OFTEN = 0.5;

/**
 * λ and the ease metric of a constraint that move together, window by window, their trends taken off: the cases get easier where the
 * pressure rises.
 */
export function wireheading(rows: readonly TraceRow[], name: string): readonly Finding[] {
  const judged = having(having(rows, `ease:${name}`), `lambda:${name}`);
  const count = Math.floor(judged.length / WINDOW);
  if (count < FEWEST) return [];
  const correlations = Array.from({ length: count }, (_, k) => {
    const window = judged.slice(k * WINDOW, (k + 1) * WINDOW);
    return correlation(detrended(numbersIn(window, `lambda:${name}`)), detrended(numbersIn(window, `ease:${name}`)));
  });
  const together = correlations.filter((value) => value > TOGETHER).length / count;
  if (together < OFTEN) return [];
  const middle = mean(correlations);
  const audited = share(rows, (row) => row[`reason:${name}`] === 'audit');
  return [
    {
      pattern: 'wireheading',
      constraints: [name],
      what:
        `λ of ${name} and its ease metric move together: in ${percent(together)} of ${count} windows of ${WINDOW} steps their ` +
        `correlation, trends taken off, is above ${TOGETHER} (${told(middle)} in the mean).`,
      evidence: { together, correlation: middle, windows: count, paused_by_audit: audited },
      todo: [
        'Measure the loss on cases that the model cannot choose, or hold their difficulty fixed.',
        'Freeze the reference window of its normalizer, so that easy cases cannot shift the scale.',
        `Let the audit pause λ (audit: {window: ${WINDOW}, tau: ${TOGETHER}, stat: corr})${audited > 0 ? `: it did in ${percent(audited)} of the steps` : ''}.`,
      ],
    },
  ];
}

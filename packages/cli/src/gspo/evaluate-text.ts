import { table } from '../text/table.js';
import type { EvaluateDocument } from './evaluate-document.js';
import type { Interval } from './paired-interval.js';
import { contestants } from './raced.js';

const headings = [
  '',
  'cases',
  ...contestants,
  ...['none', 'gradnorm', 'blind'].map((name) => `saved over ${name}`),
  'gap: none',
  'gspo',
];

/** The table, for people. */
export function evaluateText({ rows }: EvaluateDocument): string {
  const cells = rows.map(({ group, cases, steps90, saved, gap }) => [
    group,
    String(cases),
    ...contestants.map((name) => steps90[name].toFixed(1)),
    ...[saved.none, saved.gradnorm, saved.blind].map(told),
    ...[gap.none, gap.gspo].map((value) => value.toExponential(0)),
  ]);
  const right = headings.map((_, column) => column).slice(1);
  return `mean steps to nine tenths of the unit-weight drop\n${table(headings, cells, right)}`;
}

const told = ({ mean, low, high }: Interval): string =>
  Number.isFinite(low) ? `${mean.toFixed(1)} [${low.toFixed(1)}, ${high.toFixed(1)}]` : mean.toFixed(1);

/** How to read it. */
export const evaluateNote = `Saved: steps fewer than the other one, mean over pairs on the same relaxation, with its 95% interval (bootstrap). A run that
does not get there counts as one step more than it may take. Blind: the same policy, told that all ratios are 1. Gap: median share of the drop that
is left at the end.`;

import type { Gate, Standing } from '@cfc/dual';
import { percent, short } from './number.js';
import { table } from './table.js';

/** Of the table of `standingRows`. */
export const standingHeadings = [
  'constraint',
  'λ',
  'after',
  'satisfied',
  'after',
  'at cap',
  'after',
  'violation',
  'after',
];

/** Every constraint before and after. */
export const standingRows = (constraints: Gate['constraints']): readonly (readonly string[])[] =>
  Object.entries(constraints).map(([name, { before, after }]) => [
    name,
    ...cells.flatMap((cell) => [before, after].map((one) => (one === null ? '–' : cell(one)))),
  ]);

const cells: readonly ((standing: Standing) => string)[] = [
  ({ lambda }) => short(lambda),
  ({ satisfied }) => percent(satisfied),
  ({ atCap }) => percent(atCap),
  ({ violation }) => (violation === null ? '–' : short(violation)),
];

/** A gate for people: all constraints, all conditions, the verdict. */
export function gateText({ passed, checks, constraints, task, risk }: Gate): string {
  const rows = standingRows(constraints);
  const conditions = checks.map(({ passed: ok, what }) => `${ok ? 'holds' : 'fails'}  ${what}`);
  const failed = checks.filter((check) => !check.passed).length;
  const verdict = passed ? 'Passed.' : `Not passed: ${failed} of ${checks.length} conditions fail.`;
  const means = [
    ...(task.before === null || task.after === null
      ? []
      : [`task loss ${short(task.before)} before, ${short(task.after)} after`]),
    ...(risk === null ? [] : [`V_s ${short(risk.before)} before, ${short(risk.after)} after`]),
  ];
  return [table(standingHeadings, rows, [1, 2, 3, 4, 5, 6, 7, 8]), means.join('; '), conditions.join('\n'), verdict]
    .filter((part) => part !== '')
    .join('\n\n');
}

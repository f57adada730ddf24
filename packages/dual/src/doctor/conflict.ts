import { constraintsIn, lastHalf, numbersIn, satisfied, share, type TraceRow } from '../trace/rows.js';
import { correlation, deviation, mean } from '../trace/statistics.js';
import { percent, told } from '../text/told.js';
import type { Finding } from './finding.js';

/** Mean cosine, or correlation of violations, from which on two constraints pull apart. */
const APART = -0.3;
const AGAINST = -0.5;
/** Met together less often than this, they cannot be met together. */
const RARELY = 0.2;
/** The worse of the two mean violations has to stand: to have kept so much of what it was, and to be more than noise. */
const STANDS = 0.95;
const SMALL = 1e-3;
const CLEAR = 0.25;
const FEWEST = 20;

/** Two constraints, both under pressure, that are not met together because what helps one harms the other. */
export function conflict(rows: readonly TraceRow[]): readonly Finding[] {
  const names = constraintsIn(rows);
  return names.flatMap((a, i) => names.slice(i + 1).flatMap((b) => between(rows, a, b)));
}

function between(rows: readonly TraceRow[], a: string, b: string): readonly Finding[] {
  const both = rows.filter((row) => Number.isFinite(row[`violation:${a}`]) && Number.isFinite(row[`violation:${b}`]));
  const late = lastHalf(both);
  if (late.length < FEWEST) return [];
  const [first, second] = [a, b].map((name) => numbersIn(late, `lambda:${name}`)) as [Float64Array, Float64Array];
  if (!(mean(first.map(Math.abs)) > 0 && mean(second.map(Math.abs)) > 0)) return [];
  const together = share(late, (row) => satisfied(row, a) && satisfied(row, b));
  if (together > RARELY || !stands(both, late, a, b)) return [];
  const cosine = mean(numbersIn(late, cosineColumn(late, a, b)));
  const tied = correlation(numbersIn(both, `violation:${a}`), numbersIn(both, `violation:${b}`));
  if (!(cosine <= APART) && !(tied <= AGAINST)) return [];
  const evidence = { together, correlation: tied, ...(Number.isFinite(cosine) ? { cosine } : {}) };
  const how =
    cosine <= APART
      ? `the cosine of their gradients is ${told(cosine)}`
      : `their violations go against each other (correlation ${told(tied)})`;
  return [
    {
      pattern: 'conflict',
      constraints: [a, b],
      what: `${a} and ${b} are met together in ${percent(together)} of the last ${late.length} steps; ${how}.`,
      evidence: { ...evidence, [`lambda:${a}`]: mean(first), [`lambda:${b}`]: mean(second) },
      todo: [
        'Relax the target of the one that matters less: two constraints that exclude each other have no solution, whatever the method.',
        'Combine gradients by CAGrad with c < 1. PCGrad, UPGrad and MGDA over task and constraints break dual ascent: they stop away from the solution.',
        'Update them in turn (stagger: {every: 2, offset: 0} and {every: 2, offset: 1}).',
      ],
    },
  ];
}

/** The column of their cosine, whichever comes first in its name. */
const cosineColumn = (rows: readonly TraceRow[], a: string, b: string): string =>
  rows.some((row) => row[`cosine:${a}:${b}`] !== undefined) ? `cosine:${a}:${b}` : `cosine:${b}:${a}`;

/** Whether the worse of the two mean violations is there to stay: clear of the noise, and not falling. */
function stands(both: readonly TraceRow[], late: readonly TraceRow[], a: string, b: string): boolean {
  const worst = (some: readonly TraceRow[]): number =>
    Math.max(...[a, b].map((name) => mean(numbersIn(some, `violation:${name}`))));
  const middle = Math.floor(late.length / 2);
  const [before, now] = [worst(late.slice(0, middle)), worst(late.slice(middle))];
  const violations = [a, b].map((name) => numbersIn(both, `violation:${name}`));
  const largest = Math.max(...violations.map((values) => values.reduce((most, value) => Math.max(most, value), 0)));
  const noise = Math.max(...[a, b].map((name) => deviation(numbersIn(late, `violation:${name}`))));
  return now > SMALL * largest && now > CLEAR * noise && now >= STANDS * before;
}

import type { ConstraintOptions } from '../contract.js';
import { isRelative } from '../normalizers/is-relative.js';
import { atCap, having, lastHalf, numbersIn, satisfied, share, type TraceRow } from '../trace/rows.js';
import { mean } from '../trace/statistics.js';
import { percent, told } from '../text/told.js';
import type { Finding } from './finding.js';

/** Satisfied less often than this, a constraint is never satisfied. */
const RARELY = 0.05;
/** Of the violation before, at least so much is left where it does not fall; less where λ is at its cap and can do no more. */
const STANDS = 0.95;
const STANDS_CAPPED = 0.8;
/** Violations smaller than this share of the largest one of the run are the end of an approach. */
const SMALL = 1e-3;
const FEWEST = 20;

/** A violation that stays above its target and does not fall. */
export function neverSatisfied(
  rows: readonly TraceRow[],
  name: string,
  options: ConstraintOptions | undefined,
): readonly Finding[] {
  const judged = having(rows, `violation:${name}`);
  if (lastHalf(rows).length >= FEWEST && share(lastHalf(rows), (row) => !measured(row, name)) > 0.5)
    return blind(rows, name);
  const late = lastHalf(judged);
  if (late.length < FEWEST || share(late, (row) => satisfied(row, name)) > RARELY) return [];
  const middle = Math.floor(late.length / 2);
  const [before, now] = [late.slice(0, middle), late.slice(middle)].map((some) => sizeOf(some, name)) as [
    number,
    number,
  ];
  const stands = share(late, (row) => atCap(row, name)) > 0.5 ? STANDS_CAPPED : STANDS;
  const largest = numbersIn(judged, `violation:${name}`).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (!(now > SMALL * largest) || now < stands * before) return [];
  const seen = causes(late, name, now, options);
  return [
    {
      pattern: 'never-satisfied',
      constraints: [name],
      what: `${name} is satisfied in ${percent(seen.evidence['satisfied'])} of the last ${late.length} steps, its violation stands at ${told(now)}${seen.told}.`,
      evidence: { violation: now, before, ...seen.evidence },
      todo: seen.todo,
    },
  ];
}

const measured = (row: TraceRow, name: string): boolean => Number.isFinite(row[`violation:${name}`]);

/** Most of the time there is no violation to speak of: whether it is satisfied nobody knows. */
function blind(rows: readonly TraceRow[], name: string): readonly Finding[] {
  const late = lastHalf(rows);
  const [unknown, held] = [share(late, (row) => !measured(row, name)), mostly(late, name)];
  return [
    {
      pattern: 'never-satisfied',
      constraints: [name],
      what: `Whether ${name} is satisfied is unknown in ${percent(unknown)} of the last ${late.length} steps: it has no violation there, mostly by ${held}.`,
      evidence: { unknown },
      todo: [cures[held] ?? 'See why it has none.'],
    },
  ];
}

const sizeOf = (rows: readonly TraceRow[], name: string): number =>
  mean(numbersIn(rows, `violation:${name}`).map(Math.abs));

/** What holds the violation up, as far as the trace tells. */
function causes(late: readonly TraceRow[], name: string, violation: number, options: ConstraintOptions | undefined) {
  const bias = Math.abs(mean(numbersIn(late, `leak_bias:${name}`)));
  const capped = share(late, (row) => atCap(row, name));
  const updated = share(late, (row) => row[`reason:${name}`] === undefined || row[`reason:${name}`] === 'update');
  const raws = numbersIn(late, `raw:${name}`);
  const lambda = mean(numbersIn(late, `lambda:${name}`));
  const evidence = { satisfied: share(late, (row) => satisfied(row, name)), lambda, at_cap: capped, updated };
  const whole = { ...evidence, ...(bias > 0 ? { leak_bias: bias } : {}), raw: mean(raws) };
  const moves = { told: '', todo: otherwise, evidence: whole };
  if (bias > 0.5 * violation) {
    const todo = ['Set leak to 0: a leak ρ leaves a permanent violation ρλ/η, and λ_max limits windup without one.'];
    return { ...moves, told: `, of which the leak leaves ρλ/η = ${told(bias)}`, todo };
  }
  if (updated < 0.5) {
    const held = mostly(late, name);
    return {
      ...moves,
      told: `; λ is held in ${percent(1 - updated)} of the steps, mostly by ${held}`,
      todo: heldBy(held),
    };
  }
  if (isRelative(options?.normalizer)) {
    const todo = [`Give the normalizer a frozen reference window, or take normalizer: none. ${relative}`, ...otherwise];
    return { ...moves, told: `; its normalizer scores every loss against its own past`, todo };
  }
  return capped > 0.5 ? { ...moves, told: `, λ at its cap in ${percent(capped)} of them` } : moves;
}

const relative =
  'A rank in a moving window says nothing of the level: a stationary loss looks the same at 0.001 and at 1000.';

const otherwise = [
  'Make sure that the gradient of the raw loss times its weight reaches the parameters: a normalised loss that was detached has none.',
  'See whether the target can be met at all: minimise that loss alone. If not, raise it, or begin high and tighten it (target of type sigmoid).',
  'Then raise λ_max, or η_λ, or take an augmented Lagrangian (penalty).',
];

function mostly(rows: readonly TraceRow[], name: string): string {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const reason = String(row[`reason:${name}`]);
    if (reason !== 'update') counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'nothing';
}

const heldBy = (reason: string): readonly string[] => [
  cures[reason] ?? 'See why the updates do not happen.',
  ...otherwise,
];

const cures: Readonly<Record<string, string>> = {
  deadzone: 'Narrow the deadzone: within it λ does not move.',
  spike: 'Raise kappa or lower maxStreak of the spike test: it takes the new level of the loss for an outlier.',
  frozen: 'Shorten the hold of the spike test.',
  audit: 'Look at the ease metric: the audit holds λ (see wireheading).',
  missing: 'Hand in the loss at every step.',
  'not-finite': 'Find out why the loss is NaN or infinite.',
  staggered: 'Let it update more often (stagger).',
  baseline: 'Give the target a shorter baseline: it is not known yet.',
};

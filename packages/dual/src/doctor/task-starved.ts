import { atCap, constraintsIn, having, lastHalf, numbersIn, satisfied, share, type TraceRow } from '../trace/rows.js';
import { mean, percentileOf } from '../trace/statistics.js';
import { percent, told } from '../text/told.js';
import type { Finding } from './finding.js';

/** Most of the time. */
const MOSTLY = 0.8;
/** A task that lost less than this share of what it had gained is not starved. */
const LOSS = 0.1;
/** Slack below this share of the largest violation is none. */
const SMALL = 0.01;
const FEWEST = 20;
/** Stretches of the run that the best one is looked for in. */
const STRETCHES = 10;

/** A task loss that got worse for constraints that cannot be met, or are met with room to spare. */
export function taskStarved(rows: readonly TraceRow[]): readonly Finding[] {
  const judged = having(rows, 'task');
  const late = lastHalf(judged);
  if (late.length < FEWEST) return [];
  const task = numbersIn(judged, 'task');
  const now = mean(numbersIn(late, 'task'));
  const best = bestStretch(task);
  const span = percentileOf(task, 99) - percentileOf(task, 1);
  if (!(now - best > LOSS * span) || !(span > 1e-12)) return [];
  const blamed = constraintsIn(rows).flatMap((name) => blame(judged, late, name));
  if (blamed.length === 0) return [];
  const evidence = Object.fromEntries(
    blamed.flatMap(({ name, numbers }) => Object.entries(numbers).map(([key, n]) => [`${key}:${name}`, n] as const)),
  );
  const names = blamed.map(({ name }) => name);
  return [
    {
      pattern: 'task-starved',
      constraints: names,
      what: `The task loss is ${told(now)}, after ${told(best)} at its best, while ${blamed.map(({ why }) => why).join(', and ')}.`,
      evidence: { task: now, best, ...evidence },
      todo: [
        `Cap λ of ${names.join(', ')} lower (lambda_max), or lower its weight.`,
        'Where λ is at its cap: the target is out of reach; raise it, or begin high and tighten it (target of type sigmoid).',
        'Where there is slack: λ has wound up; lower η_λ, or take the controller nuPI, or a pid with antiWindup.',
      ],
    },
  ];
}

/** The least mean of a stretch of the run. */
function bestStretch(task: Float64Array): number {
  const size = Math.max(1, Math.floor(task.length / STRETCHES));
  let best = Infinity;
  for (let k = 0; k + size <= task.length; k += size) best = Math.min(best, mean(task.subarray(k, k + size)));
  return best;
}

/** What a constraint has to do with it. */
interface Blame {
  readonly name: string;
  readonly why: string;
  readonly numbers: Readonly<Record<string, number>>;
}

function blame(rows: readonly TraceRow[], late: readonly TraceRow[], name: string): readonly Blame[] {
  const lambda = mean(numbersIn(late, `lambda:${name}`));
  if (!(Math.abs(lambda) > 0)) return [];
  const capped = share(late, (row) => atCap(row, name));
  const violation = mean(numbersIn(late, `violation:${name}`));
  if (capped > MOSTLY && violation * lambda > 0) {
    const why = `λ of ${name} is at its cap in ${percent(capped)} of the last ${late.length} steps, to no avail (v = ${told(violation)})`;
    return [
      {
        name,
        why,
        numbers: { at_cap: capped, violation, lambda },
      },
    ];
  }
  const largest = numbersIn(rows, `violation:${name}`).reduce((most, value) => Math.max(most, Math.abs(value) || 0), 0);
  const slack = share(
    late,
    (row) =>
      satisfied(row, name) && Number(row[`violation:${name}`]) < -SMALL * largest && Number(row[`lambda:${name}`]) > 0,
  );
  if (slack <= MOSTLY) return [];
  const why = `${name} is met with room to spare (v = ${told(violation)}) in ${percent(slack)} of the last ${late.length} steps, with λ still at ${told(lambda)}`;
  return [
    {
      name,
      why,
      numbers: { slack, violation, lambda },
    },
  ];
}

import type { Gap, Known } from './gap.js';
import { counted, short, shortOr } from './number.js';
import type { Run } from './run.js';

/** A number of the first screen, with a word on where it comes from. */
export interface Headline {
  readonly name: string;
  readonly value: string;
  readonly note: string;
}

/** How a run ended and why, in a sentence. */
export function outcomeOf({ result, rows }: Run): string {
  const accepted = rows.filter((row) => row['accepted'] !== false).length;
  if (result === null) return `Not ended: ${counted(rows.length, 'step')} so far, ${accepted} accepted.`;
  const verb = `${result.outcome.slice(0, 1).toUpperCase()}${result.outcome.slice(1)}`;
  const taken = rows.length === 0 ? '' : `, ${accepted} accepted`;
  return `${verb} after ${counted(result.steps, 'step')}${taken}: ${result.reason}.`;
}

/** Energies at both ends, the gap, steps and evaluations. */
export function numbersOf(run: Run, known: Known, gap: Gap | null): readonly Headline[] {
  const [first, last] = [run.rows[0], run.rows.at(-1)];
  const start =
    known.start === undefined
      ? { value: shortOr(first?.['unitEnergy']), note: 'unit-weight energy after the first step' }
      : { value: short(known.start), note: 'unit-weight energy where it began' };
  const evaluations = Object.entries(run.result?.evaluations ?? {});
  return [
    { name: 'Start', ...start },
    { name: 'End', value: shortOr(run.result?.unitEnergy ?? last?.['unitEnergy']), note: 'unit-weight energy' },
    {
      name: 'Gap to the minimum',
      value: gap === null ? 'unknown' : Number(gap.value.toPrecision(3)).toString(),
      note: gap === null ? 'neither computed nor to be estimated' : how[gap.how],
    },
    {
      name: 'Evaluations',
      value: evaluations.length === 0 ? '–' : evaluations.map(([, count]) => short(count)).join(' + '),
      note: evaluations.map(([kind]) => kind).join(' + ') || 'told at the end',
    },
  ];
}

const how = {
  computed: 'computed: to the minimum that descent finds from the end of the run',
  estimated: 'estimated: what the tail of the energies would still fall by, were it geometric',
};

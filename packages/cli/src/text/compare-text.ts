import type { Comparison } from '@cfc/observability';
import { short } from './number.js';
import { firstRows, table } from './table.js';

/** Longest value of a difference that a column shows. */
const LONGEST = 32;

/** Differences first, then how the runs went. */
export function compareText({ comparable, notes, differences, runs }: Comparison): string {
  const names = runs.map(({ directory }) => directory);
  const different = differences.map(({ what, values }) => [what, ...values.map((value) => cut(value ?? '–'))]);
  const evaluations = ({ evaluations: counts }: Comparison['runs'][number]): string =>
    Object.values(counts).map(String).join(' + ') || '–';
  const went = runs.map((run) => [
    run.directory,
    run.outcome ?? 'not ended',
    String(run.steps),
    String(run.accepted),
    evaluations(run),
    energy(run.first),
    energy(run.unitEnergy),
  ]);
  const what =
    different.length === 0 ? 'Nothing differs in what ran.' : table(['differs', ...names], firstRows(different), []);
  const headings = ['run', 'outcome', 'steps', 'accepted', 'evaluations', 'unit-weight energy after step 1', 'at end'];
  const ran = table(headings, went, [2, 3, 4, 5, 6]);
  const remarks = notes.join('\n');
  const parts = comparable ? [what, ran, [...notes, best(runs)].join('\n')] : [remarks, what, ran];
  return parts.filter((part) => part !== '').join('\n\n');
}

const energy = (value: number | null): string => (value === null ? '–' : short(value));
const cut = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);

function best(runs: Comparison['runs']): string {
  const ends = runs.flatMap(({ directory, unitEnergy }) => (unitEnergy === null ? [] : [{ directory, unitEnergy }]));
  const least = Math.min(...ends.map(({ unitEnergy }) => unitEnergy));
  const lowest = ends.filter(({ unitEnergy }) => unitEnergy === least);
  if (lowest.length !== 1)
    return lowest.length === 0 ? 'No energy is told.' : 'The lowest unit-weight energy is shared.';
  const above = ends.filter((end) => end !== lowest[0]).map(({ unitEnergy }) => unitEnergy - least);
  return `Lowest unit-weight energy: ${lowest[0]!.directory}, the next ${short(Math.min(...above))} above it.`;
}

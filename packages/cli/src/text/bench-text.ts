import type { BenchDocument } from '../bench/df90.js';
import { presets } from '../bench/presets.js';
import { table } from './table.js';

const headings = [
  'preset',
  'ΔF90',
  'energy',
  'unit-weight energy',
  'unit ΔF90',
  'gap to minimum',
  'backtracks',
  'accepted',
  'ms',
];

/** The table of one scenario, for people. */
export function benchText({ scenario, size, steps, rows }: BenchDocument): string {
  const cells = rows.map((row) => [
    row.preset,
    String(row.deltaF90 ?? 'none'),
    row.energyFinal.toFixed(6),
    row.unitEnergyFinal.toFixed(6),
    String(row.unitDeltaF90 ?? 'none'),
    row.gapToMinimum.toExponential(2),
    String(row.backtracks),
    String(row.accepted),
    row.wallMs.toFixed(1),
  ]);
  const right = headings.map((_, c) => c).slice(1);
  return `${scenario} (${size} gates), ${steps} steps\n${table(headings, cells, right)}`;
}

const longest = Math.max(...presets.map(({ name }) => name.length));

/** What every preset is. */
export const presetsText = [
  'Presets:',
  ...presets.map(({ name, meaning }) => `  ${name.padEnd(longest)}  ${meaning}`),
].join('\n');

const withStart = presets.filter(({ countsStart }) => countsStart).map(({ name }) => name);

/** How to read the tables. */
export const benchNote = `Energies under own weights of different presets are different functions as soon as an adapter changes weights:
compare the unit-weight columns. As in the prototype's table, ΔF90 counts the start energy as the first entry for
${withStart.join(', ')}, and only accepted steps for all others.

${presetsText}`;

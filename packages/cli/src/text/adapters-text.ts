import type { AdaptersDocument } from '../bench/adapters/adapters-document.js';
import { contestants } from '../bench/adapters/contestants.js';
import { counted } from './number.js';
import { table } from './table.js';

const headings = ['graph', 'nodes', 'adapter', 'unit ΔF90', 'gap to minimum', 'share left', 'steps'];
const longest = Math.max(...contestants.map(({ name }) => name.length));

/** The table of medians, for people. */
export function adaptersText({ rows, seeds, steps }: AdaptersDocument): string {
  const cells = rows.map((row) => [
    row.family,
    String(row.size),
    row.adapter,
    String(row.unitDeltaF90 ?? 'never'),
    row.gapToMinimum.toExponential(2),
    row.shareLeft.toExponential(2),
    String(row.steps),
  ]);
  return `medians over ${counted(seeds, 'seed')}, at most ${counted(steps, 'step')}\n${table(headings, cells, [1, 3, 4, 5, 6])}`;
}

/** Who takes part. */
export const contestantsText = [
  'Adapters:',
  ...contestants.map(({ name, meaning }) => `  ${name.padEnd(longest)}  ${meaning}`),
].join('\n');

/** How to read the table. */
export const adaptersNote = `All energies are taken at unit weights. Unit ΔF90 is the first step after which nine tenths of the way from the start to
the true minimum are done. A run ends where the projected gradient is at most 1e-6 under the weights of the run.

${contestantsText}`;

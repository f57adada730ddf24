import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { normal } from '@cfc/core';
import { columns, type Row } from '../../../src/index.js';
import { dualRows } from '../../helpers/dual-rows.js';
import { writeRun } from './runs.js';

const names: Readonly<Record<string, readonly string[]>> = {
  'energy:local:*': ['EnergyGatingModule', 'SequenceConsistencyModule', 'ConnectivityModule'],
  'energy:coup:*': ['QuadraticCoupling', 'GateBenefitCoupling', 'HingeCoupling'],
  'eta:*': Array.from({ length: 12 }, (_, k) => `gate${k}`),
  'weight:*': ['local:EnergyGatingModule', 'coup:QuadraticCoupling', 'coup:GateBenefitCoupling'],
  'phase:*': ['rate', 'variance', 'trend', 'oscillation'],
  'uncertainty:*': ['epistemic', 'aleatoric', 'total', 'boost'],
};
const few = ['QuadraticCoupling', 'GateBenefitCoupling'];

/** The columns of all trackers, a star standing for some names, and one of a user. */
const all = columns.flatMap(({ name, unit }) => {
  const stem = name.endsWith('*') ? name.slice(0, -1) : null;
  return (stem === null ? [''] : (names[name] ?? few)).map((rest) => ({ name: `${stem ?? name}${rest}`, unit }));
});

const value = (step: number, column: number): number =>
  ((column % 7) + 1) * Math.exp(-step / (20 + 9 * (column % 5))) * (1 + 0.03 * normal(5, step, column)) +
  (column % 3) / 5;

/** A row with every column that a tracker makes, those of a dual optimization among them. */
const fullRow = (step: number): Row => ({
  ...dualRows[step % dualRows.length],
  ...Object.fromEntries(
    all.map(({ name, unit }, k) => [
      name,
      unit === 'text'
        ? step % 9 === 0
          ? `what a piece has to say about "${name}"`
          : null
        : unit === 'truth value'
          ? step % 9 !== 0
          : name.startsWith('eta')
            ? 1 / (1 + Math.exp(((k % 7) - 3 - step / 200) * 1.5))
            : value(step, k),
    ]),
  ),
  step,
  change: -Math.exp(-step / 60) / 10,
  learning_rate: 0.1 / step,
});

/** A run whose rows have all of them. */
export function writeFullRun(root: string, name: string, steps: number, finished = true): string {
  const path = writeRun(root, name, 1, finished);
  const lines = Array.from({ length: steps }, (_, k) => `${JSON.stringify(fullRow(k + 1))}\n`);
  writeFileSync(join(path, 'trace.jsonl'), lines.join(''));
  return path;
}

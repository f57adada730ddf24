import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/sweep/cell.js';
import { sweepTask } from '../../src/sweep/sweep-task.js';

interface Reference {
  readonly rows: readonly {
    readonly scenario: string;
    readonly size: number;
    readonly preset: string;
    readonly deltaF90: number;
    readonly energyFinal: number;
    readonly energyFinalUnitWeights: number;
  }[];
}

const fixture = new URL('../fixtures/df90.json', import.meta.url);
const { rows } = JSON.parse(readFileSync(fixture, 'utf8')) as Reference;
const cell = (scenario: Cell['scenario'], more: Partial<Cell> = {}): Cell => ({
  scenario,
  size: scenario === 'dense' ? 16 : 2,
  steps: 60,
  variant: 'seed',
  rho: 0.7,
  change: 0.1,
  ...more,
});

describe('a cell of the sweep', () => {
  test.each(['baseline', 'dense'] as const)('at the defaults is the row of the prototype: %s', (scenario) => {
    const { size } = cell(scenario);
    const seed = rows.find((row) => row.scenario === scenario && row.size === size && row.preset === 'smallgain')!;
    const result = sweepTask(cell(scenario));
    expect(Math.abs(result.deltaF90! - seed.deltaF90)).toBeLessThanOrEqual(1);
    expect(Math.abs(result.energyFinal / seed.energyFinal - 1)).toBeLessThan(0.02);
    expect(Math.abs(result.unitEnergyFinal / seed.energyFinalUnitWeights - 1)).toBeLessThan(0.02);
  });

  test('as the prototype had it, rho changes nothing; with a budget that binds it does', () => {
    const energies = (variant: Cell['variant']) =>
      new Set([0.5, 0.7, 0.9].map((rho) => sweepTask(cell('dense', { variant, rho })).energyFinal));
    expect(energies('seed').size).toBe(1);
    expect(energies('budget').size).toBe(3);
  });
});

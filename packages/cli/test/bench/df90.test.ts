import { readFileSync } from 'node:fs';
import { compile } from '@cfc/core';
import { describe, expect, test } from 'vitest';
import { benchScenario, type ScenarioName } from '../../src/bench/bench-scenarios.js';
import { measurePreset } from '../../src/bench/measure-preset.js';
import { minimum } from '../../src/bench/minimum.js';
import { presets } from '../../src/bench/presets.js';

interface Reference {
  readonly rows: readonly {
    readonly scenario: ScenarioName;
    readonly size: number;
    readonly preset: string;
    readonly steps: number;
    readonly acceptedEnergies: readonly number[];
    readonly deltaF90: number;
    readonly energyFinal: number;
    readonly energyFinalUnitWeights: number;
    readonly totalBacktracks: number;
  }[];
  readonly optima: readonly {
    readonly scenario: ScenarioName;
    readonly size: number;
    readonly etas0: readonly number[];
    readonly minimum: number;
  }[];
}

const fixture = new URL('../fixtures/df90.json', import.meta.url);
const reference = JSON.parse(readFileSync(fixture, 'utf8')) as Reference;
const names = presets.map(({ name }) => name);
const rows = reference.rows.filter(({ preset }) => names.includes(preset));

const optimum = (scenario: ScenarioName, size: number) =>
  reference.optima.find((one) => one.scenario === scenario && one.size === size)!;

describe('the prototype and the presets agree', () => {
  test('on all presets of four scenarios', () => {
    expect(rows).toHaveLength(4 * names.length);
  });

  test.each(rows)('$preset on $scenario $size', (seed) => {
    const { source, eta0 } = benchScenario(seed.scenario, seed.size);
    const least = optimum(seed.scenario, seed.size).minimum;
    const preset = presets.find(({ name }) => name === seed.preset)!;
    const { row, series } = measurePreset(preset, compile(source), eta0, seed.steps, least);

    expect(series.energies).toHaveLength(seed.acceptedEnergies.length);
    series.energies.forEach((energy, k) => expect(energy).toBeCloseTo(seed.acceptedEnergies[k]!, 9));
    expect(series.unitEnergies).toEqual(series.energies);
    expect(row.deltaF90).toBe(seed.deltaF90);
    expect(row.unitDeltaF90).toBe(seed.deltaF90);
    expect(row.backtracks).toBe(seed.totalBacktracks);
    expect(row.accepted).toBe(seed.acceptedEnergies.length - (preset.countsStart ? 1 : 0));
    expect(row.energyFinal).toBeCloseTo(seed.energyFinal, 9);
    expect(row.unitEnergyFinal).toBeCloseTo(seed.energyFinalUnitWeights, 9);
    expect(row.gapToMinimum).toBeCloseTo(seed.energyFinalUnitWeights - least, 9);
  });
});

describe('the scenarios of the bench', () => {
  test.each(reference.optima)('$scenario $size starts and has its minimum where the reference says', (given) => {
    const { source, eta0 } = benchScenario(given.scenario, given.size);
    given.etas0.forEach((eta, i) => expect(eta0[i]).toBeCloseTo(eta, 14));
    expect(minimum(compile(source), eta0)).toBeCloseTo(given.minimum, 11);
  });
});

describe('the table of the seeds', () => {
  test.each([
    ['analytic', 22, -0.000385, 40, 0.018582],
    ['vect', 9, -0.002507, 17, -0.01065],
    ['coord', 18, 0.003431, 45, 0.146901],
    ['adaptive', 25, -0.001886, 64, 0.013016],
    ['prox', 18, -0.000407, 38, 0.01858],
    ['prox_star', 10, -0.002393, 12, -0.010649],
    ['admm', 17, -0.001529, 37, 0.009136],
  ])('%s: ΔF90 %i and %f on baseline, %i and %f on dense 16', (name, few, low, many, deep) => {
    const preset = presets.find((one) => one.name === name)!;
    const [baseline, dense] = (['baseline', 'dense'] as const).map((scenario) => {
      const { source, eta0 } = benchScenario(scenario, scenario === 'baseline' ? 2 : 16);
      return measurePreset(preset, compile(source), eta0, 60, 0).row;
    });
    expect(baseline!.deltaF90).toBe(few);
    expect(baseline!.energyFinal).toBeCloseTo(low, 6);
    expect(dense!.deltaF90).toBe(many);
    expect(dense!.energyFinal).toBeCloseTo(deep, 6);
  });
});

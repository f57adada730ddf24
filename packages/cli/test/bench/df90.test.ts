import { readFileSync } from 'node:fs';
import { agm } from '@cfc/adapters-agm';
import { compile, type WeightAdapter } from '@cfc/core';
import { describe, expect, test } from 'vitest';
import { benchScenario, type ScenarioName } from '../../src/bench/bench-scenarios.js';
import { measurePreset } from '../../src/bench/measure-preset.js';
import { minimum } from '../../src/bench/minimum.js';
import { type Preset, presets } from '../../src/bench/presets.js';

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
const presetOf = (name: string): Preset => presets.find((one) => one.name === name)!;

/**
 * As the prototype ran it: its program handed the adapter only the weights that had been changed before, hence never
 * those of the couplings.
 */
function onlyGates(adapter: WeightAdapter): WeightAdapter {
  return {
    ...adapter,
    adapt(seen, state) {
      const adapted = adapter.adapt(seen, state);
      const kept = adapted.multipliers.map((multiplier, t) => (seen.terms[t]!.kind === 'coup' ? 1 : multiplier));
      return { ...adapted, multipliers: kept };
    },
  };
}

/** A preset as the prototype had it. */
function asThePrototype(name: string): Preset {
  const preset = presetOf(name);
  return name === 'agm' ? { ...preset, plan: { ...preset.plan, adapter: onlyGates(agm()) } } : preset;
}

const optimum = (scenario: ScenarioName, size: number) =>
  reference.optima.find((one) => one.scenario === scenario && one.size === size)!;

describe('the prototype and the presets agree', () => {
  test('on all presets of four scenarios', () => {
    const shared = new Set(reference.rows.map(({ preset }) => preset).filter((name) => names.includes(name)));
    expect(shared.size).toBe(10);
    expect(rows).toHaveLength(4 * shared.size);
  });

  test.each(rows)('$preset on $scenario $size', (seed) => {
    const { source, eta0 } = benchScenario(seed.scenario, seed.size);
    const least = optimum(seed.scenario, seed.size).minimum;
    const preset = asThePrototype(seed.preset);
    const { row, series } = measurePreset(preset, compile(source), eta0, seed.steps, least);

    expect(series.energies).toHaveLength(seed.acceptedEnergies.length);
    // Where agm still moves the weights at a minimum, the direction of length 1 is made of rounding errors.
    const precise = seed.preset === 'agm' ? 37 : Infinity;
    series.energies.forEach((energy, k) => {
      expect(energy).toBeCloseTo(seed.acceptedEnergies[k]!, k < precise ? 9 : 6);
    });
    const digits = series.energies.length <= precise ? 9 : 6;
    expect(row.deltaF90).toBe(seed.deltaF90);
    if (preset.plan.adapter === undefined) {
      expect(series.unitEnergies).toEqual(series.energies);
      expect(row.unitDeltaF90).toBe(seed.deltaF90);
    }
    expect(row.backtracks).toBe(seed.totalBacktracks);
    expect(row.accepted).toBe(seed.acceptedEnergies.length - (preset.countsStart ? 1 : 0));
    expect(row.energyFinal).toBeCloseTo(seed.energyFinal, digits);
    expect(row.unitEnergyFinal).toBeCloseTo(seed.energyFinalUnitWeights, digits);
    expect(row.gapToMinimum).toBeCloseTo(seed.energyFinalUnitWeights - least, digits);
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
    ['gradnorm', 10, -0.005014, 20, -0.021296],
  ])('%s: ΔF90 %i and %f on baseline, %i and %f on dense 16', (name, few, low, many, deep) => {
    const preset = presetOf(name);
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

describe('at unit weights', () => {
  test('gradnorm ends where the table of the facts says, next to the minimum', () => {
    const ends = (['baseline', 'dense'] as const).map((scenario) => {
      const { source, eta0 } = benchScenario(scenario, scenario === 'baseline' ? 2 : 16);
      const system = compile(source);
      return measurePreset(presetOf('gradnorm'), system, eta0, 60, minimum(system, eta0)).row;
    });
    expect(ends[0]!.unitEnergyFinal).toBeCloseTo(-0.002507, 6);
    expect(ends[1]!.unitEnergyFinal).toBeCloseTo(-0.010648, 6);
    for (const { gapToMinimum } of ends) expect(gapToMinimum).toBeLessThan(1e-5);
  });
});

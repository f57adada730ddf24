import {
  type System,
  anyOf,
  auto,
  compile,
  couplingColumns,
  defineSystem,
  defaultPlan,
  descent,
  fixedStep,
  gradientBelow,
  landau,
  maxSteps,
  moduleColumns,
  monotone,
  quadratic,
  relax,
  smallGainLimit,
  steps,
  uniform,
} from '@cfc/core';
import { describe, expect, test } from 'vitest';
import { aggregated, amortized, cascade, coarsened, metered } from '../../src/index.js';
import { codeOf } from '../support/errors.js';
import { readings, sensors } from '../support/sensors.js';

const size = 60;
const system = compile(sensors({ size }));
const read = readings(size, 1);
const groups = aggregated(system, read, 2);
const coarse = coarsened(system, groups);

describe('a coarse system', () => {
  test('has the energy of the fine one at order parameters that are the same all over a group', () => {
    for (let k = 0; k < 20; k++) {
      const xi = Float64Array.from(groups.names, (_, g) => uniform(5, k, g));
      const fine = system.energy(coarse.prolong(xi), system.unit);
      expect(Math.abs(coarse.system.energy(xi, coarse.system.unit) - fine)).toBeLessThan(1e-12 * Math.abs(fine));
    }
  });

  test('is no larger than its groups, and has fewer couplings', () => {
    expect(coarse.system.size).toBe(groups.names.length);
    expect(coarse.system.sequence.length).toBeLessThan(0.7 * system.sequence.length);
  });

  test('its minimum is never below the fine one, and exactly what the fine energy says of it', () => {
    const { unitEnergy, vector } = relax(coarse.system, coarse.restrict(read));
    const least = relax(system, read).unitEnergy;
    expect(unitEnergy).toBeGreaterThan(least);
    expect(system.energy(coarse.prolong(vector), system.unit)).toBeCloseTo(unitEnergy, 12);
  });

  test('of groups of one is the fine one', () => {
    const same = coarsened(system, aggregated(system, read, 0));
    expect(relax(same.system, read).unitEnergy).toBeCloseTo(relax(system, read).unitEnergy, 11);
  });

  test('restricts to means: what is prolonged comes back, and nothing is nearer', () => {
    const xi = Float64Array.from(groups.names, (_, g) => uniform(6, 0, g));
    coarse.restrict(coarse.prolong(xi)).forEach((value, g) => {
      expect(value).toBeCloseTo(xi[g]!, 14);
    });
    const off = (some: Float64Array): number =>
      coarse.prolong(some).reduce((sum, value, i) => sum + (value - read[i]!) ** 2, 0);
    const best = coarse.restrict(read);
    for (const step of [0.01, -0.01]) {
      best.forEach((_, g) => {
        expect(off(best.map((value, j) => (j === g ? value + step : value)))).toBeGreaterThan(off(best));
      });
    }
  });

  test('takes the weights that it is given', () => {
    const env = { weights: system.unit.weights.map((weight, t) => weight * (1 + t)) };
    const heavy = coarsened(system, groups, env);
    const xi = Float64Array.from(groups.names, (_, g) => uniform(7, 0, g));
    const fine = system.energy(heavy.prolong(xi), env);
    expect(heavy.system.energy(xi, heavy.system.unit)).toBeCloseTo(fine, 11);
  });
});

/** A ring whose pulls are far stronger than what its modules have of their own: its slow modes are smooth. */
function ring(count: number): System {
  const a = Int32Array.from({ length: count }, (_, i) => i);
  const h = Float64Array.from(a, (i) => 0.02 * (1 + Math.sin((8 * Math.PI * i) / count)) * uniform(4, 0, i));
  return defineSystem({
    modules: [moduleColumns(landau, { count, with: { a: 0.01, b: 0.01, h } })],
    couplings: [couplingColumns(quadratic, { a, b: a.map((i) => (i + 1) % count), with: { weight: 2 } })],
  });
}

describe('a cascade of coarse systems', () => {
  const long = compile(ring(512));
  const query = { system: long, read: readings(512, 2), features: [] };

  const exact = {
    method: auto(),
    guard: monotone(),
    stop: anyOf({ of: [gradientBelow({ norm: 1e-11 }), maxSteps({ steps: 200 })] }),
  };
  const plain = {
    method: descent({ search: fixedStep({ step: 1e9 }), limit: smallGainLimit({ theta: 1.5 }) }),
    stop: maxSteps({ steps: 5000 }),
  };
  const least = relax(long, query.read, exact).unitEnergy;
  const first = long.energy(query.read, long.unit);

  /** Passes until a share of the drop from what was read is left. */
  function passesTo(share: number, start: ArrayLike<number>): number {
    const meter = metered(long);
    for (const { energy } of steps(meter.system, Array.from(start), plain)) {
      if (energy <= least + share * (first - least)) return meter.passes();
    }
    return Infinity;
  }

  test('saves a plain descent most of its passes to 1e-3 of the drop, and some to 1e-6', () => {
    const meter = metered(long);
    const { eta, visits } = cascade({ rounds: 3 }).propose({ ...query, system: meter.system }, null)!;
    const spent = meter.passes() + visits / 512;
    expect(spent + passesTo(1e-3, eta)).toBeLessThan(0.1 * passesTo(1e-3, query.read));
    expect(spent + passesTo(1e-6, eta)).toBeLessThan(0.85 * passesTo(1e-6, query.read));
  });

  test('leads to the minimum of a cold start', () => {
    const { solution, start } = amortized(query, { cascade: cascade({ levels: 2 }) }, { cascade: null }, exact);
    expect(start.chosen).toBe('cascade');
    expect(Math.abs(solution.unitEnergy - least)).toBeLessThan(1e-9);
  });

  test("counts what it asks of other systems than the query's", () => {
    const meter = metered(long);
    const { visits } = cascade({ sweeps: 0 }).propose({ ...query, system: meter.system }, null)!;
    expect(visits).toBeGreaterThan(2 * 512);
    expect(meter.visits()).toBe(0);
    cascade({ sweeps: 3 }, defaultPlan).propose({ ...query, system: meter.system }, null);
    expect(meter.passes()).toBe(1 + 3 * 2);
  });

  test('refuses options that are none', () => {
    for (const options of [{ rounds: 0 }, { levels: 0 }, { sweeps: -1 }, { levels: 1.5 }]) {
      expect(codeOf(() => cascade(options))).toBe('OPTION_INVALID');
    }
  });
});

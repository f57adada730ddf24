import { readFileSync } from 'node:fs';
import {
  auto,
  backtracking,
  compile,
  defineSystem,
  descent,
  entropy,
  gateBenefit,
  landau,
  maxSteps,
  monotone,
  quadratic,
  ramp,
  relax,
  stabilityLimit,
  type StepEvent,
} from '@cfc/core';
import { smallGain } from '@cfc/adapters-smallgain';
import { describe, expect, test } from 'vitest';
import {
  alignment,
  columnOf,
  columns,
  drift,
  energyBudgetTracker,
  gatingMetricsLogger,
  polynomialCorrelation,
  relaxationTracker,
  type Row,
} from '../../src/index.js';

const system = compile(
  defineSystem({
    modules: { a: landau({ a: 0.2, b: 0.1 }), b: landau({ a: 0.3, b: 0.1 }), c: landau({ a: -0.1, b: 0.4 }) },
    couplings: [
      { use: quadratic({ weight: 0.6 }), between: ['a', 'b'] },
      { use: gateBenefit({ weight: 0.5 }), between: ['b', 'c'] },
    ],
    signals: { delta_eta_domain: 0.08 },
  }),
);
const eta0 = [0.2, 0.9, 0.4];
const method = descent({ search: backtracking({ initial: 0.2 }), limit: stabilityLimit() });

function tracked(options = {}, more = {}): { rows: Row[]; events: StepEvent[] } {
  const [rows, events]: [Row[], StepEvent[]] = [[], []];
  const tracker = energyBudgetTracker(system, (row) => rows.push(row), options);
  const plan = { method, guard: monotone(), stop: maxSteps({ steps: 12 }), ...more };
  relax(system, eta0, { ...plan, observers: [tracker, (event: StepEvent) => events.push(event)] });
  return { rows, events };
}

describe('the budget tracker', () => {
  test('tells a row for every step: the terms add up to the energy', () => {
    const { rows, events } = tracked();
    expect(rows).toHaveLength(12);
    rows.forEach((row, k) => {
      const { step, energy, unitEnergy, change, eta, weights } = events[k]!;
      expect(row).toMatchObject({ step, energy, unitEnergy, change, accepted: true, reason: null, warnings: null });
      const terms = ['local:LandauModule', 'coup:QuadraticCoupling', 'coup:GateBenefitCoupling'];
      const sum = terms.reduce((total, key) => total + (row[`energy:${key}`] as number), 0);
      expect(sum).toBeCloseTo(energy, 12);
      const norms = system.termNorms(eta, { weights });
      terms.forEach((key, t) => {
        expect(row[`grad_norm:${key}`]).toBeCloseTo(norms[t]!, 12);
        expect(row[`weight:${key}`]).toBe(weights[t]!);
      });
      expect(row['contraction_margin']).toBeGreaterThan(0);
      expect(row['margin_warn']).toBe(0);
      expect(row['homotopy_scale']).toBe(1);
    });
  });

  test('does not change the run', () => {
    const plan = { method: auto(), stop: maxSteps({ steps: 5 }) };
    const plain = relax(system, eta0, plan);
    const watched = relax(system, eta0, { ...plan, observers: [energyBudgetTracker(system, () => undefined)] });
    expect(watched.vector).toEqual(plain.vector);
    expect(watched.evaluations).toEqual(plain.evaluations);
  });

  test('counts margins below its threshold', () => {
    const { rows } = tracked({ marginWarnBelow: 10 });
    expect(rows.every((row) => row['margin_warn'] === 1)).toBe(true);
  });

  test('has what adapters and schedules do', () => {
    const spent = tracked({}, { adapter: smallGain() }).rows;
    for (const name of ['alloc:', 'cost:', 'score:']) {
      const value = spent[0]![`${name}coup:QuadraticCoupling`];
      expect(value, name).toBeGreaterThan(0);
    }
    expect(spent[0]!['spent:global']).toBeGreaterThan(0);
    const ramped = tracked({}, { schedule: ramp({ start: 0.2, steps: 5 }) }).rows;
    expect(ramped[0]!['homotopy_scale']).toBeCloseTo(0.2, 12);
    expect(ramped.at(-1)!['homotopy_scale']).toBe(1);
  });

  test('tells more where it is asked', () => {
    const reference = Float64Array.of(0, 1, 0);
    const constraints = [(eta: ArrayLike<number>) => eta[0]! - 2, (eta: ArrayLike<number>) => 1 - eta[0]!];
    const { rows, events } = tracked({
      temperature: 0.5,
      reference,
      precision: true,
      constraints,
      polynomials: true,
      perEta: true,
    });
    rows.forEach((row, k) => {
      const { eta, energy, weights } = events[k]!;
      const bounds = system.rowBounds(eta, { weights });
      expect(row['free_energy']).toBeCloseTo(energy - 0.5 * entropy(eta), 14);
      expect(row['drift']).toBe(drift(eta, reference));
      expect(row['alignment']).toBe(alignment(eta, reference));
      expect(row['precision_max']).toBe(Math.max(...bounds));
      expect(row['violation_rate']).toBe(0.5);
      expect(row['polynomial_correlation']).toBe(polynomialCorrelation(eta));
      expect(row['eta:b']).toBe(eta[1]);
    });
  });

  test('refuses a reference of another length', () => {
    expect(() => energyBudgetTracker(system, () => undefined, { reference: new Float64Array(2) })).toThrow(
      'INPUT_INVALID: the reference has 2 entries for 3 modules',
    );
  });

  test('gives no name that the table of columns does not know', () => {
    const all = [...tracked({}, { adapter: smallGain() }).rows, ...tracked({ temperature: 1, perEta: true }).rows];
    const unknown = new Set(all.flatMap((row) => Object.keys(row)).filter((name) => columnOf(name) === undefined));
    expect([...unknown]).toEqual([]);
  });
});

test('the relaxation tracker sums what was taken off the energy', () => {
  const rows: Row[] = [];
  let time = 0;
  const tracker = relaxationTracker(system, (row) => rows.push(row), { perEta: true, now: () => time++ });
  const { vector, energy } = relax(system, eta0, { method, stop: maxSteps({ steps: 9 }), observers: [tracker] });
  const last = rows.at(-1)!;
  const start = system.energy(Float64Array.from(eta0), system.unit);
  expect(last['redemption_gain']).toBeCloseTo(start - energy, 12);
  expect([last['eta:a'], last['eta:b'], last['eta:c']]).toEqual([...vector]);
  expect(last['eta_min']).toBe(Math.min(...vector));
  expect(last['eta_mean']).toBeCloseTo(vector.reduce((sum, x) => sum + x, 0) / 3, 14);
  expect(rows.map((row) => row['elapsed_ms'])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('metrics of gates become a row', () => {
  const rows: Row[] = [];
  const log = gatingMetricsLogger((row) => rows.push(row));
  log(3, { hazardMean: 0.1, muHat: 0.2, goodBadRatio: 2, opened: 1, decided: 4 }, { redemption: 0.3 });
  expect(rows).toEqual([
    { step: 3, hazard_mean: 0.1, mu_hat: 0.2, good_bad_ratio: 2, gates_opened: 1, gates_decided: 4, redemption: 0.3 },
  ]);
});

test('alignment and drift are the numbers of the prototype', () => {
  const cases = JSON.parse(readFileSync(new URL('../fixtures/information.json', import.meta.url), 'utf8')) as {
    current: number[];
    reference: number[];
    alignment: number;
    drift: number;
  }[];
  expect(cases).toHaveLength(10);
  for (const { current, reference, ...expected } of cases) {
    const [eta, other] = [Float64Array.from(current), Float64Array.from(reference)];
    expect(Math.abs(alignment(eta, other) - expected.alignment)).toBeLessThan(1e-12);
    expect(Math.abs(drift(eta, other) - expected.drift)).toBeLessThan(1e-12);
  }
});

test('Legendre polynomials are uncorrelated on evenly spread order parameters, and not where these crowd', () => {
  const spread = Float64Array.from({ length: 4001 }, (_, i) => (i + 0.5) / 4001);
  expect(polynomialCorrelation(spread)).toBeLessThan(1e-3);
  expect(polynomialCorrelation(spread.map((x) => 0.9 + 0.1 * x))).toBeGreaterThan(0.99);
  expect(polynomialCorrelation(Float64Array.of(0.5))).toBe(0);
});

test('an escape is a rise that led below all before it', () => {
  const rows: Row[] = [];
  const tracker = energyBudgetTracker(system, (row) => rows.push(row), { escapes: true });
  const event = (unitEnergy: number) =>
    ({
      eta: Float64Array.of(0, 0, 0),
      unitEnergy,
      weights: system.unit.weights,
      facts: {},
      warnings: [],
      termSums: system.termSums(new Float64Array(3), system.unit),
    }) as unknown as StepEvent;
  for (const energy of [5, 4, 6, 4.5, 3, 2, 2.5, 2.2]) tracker(event(energy));
  expect(rows.map((row) => row['escapes'])).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
});

test('every column has a name of its own, a unit and a meaning', () => {
  expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
  expect(columnOf('energy:local:LandauModule')?.name).toBe('energy:local:*');
  expect(columnOf('eta:a')?.name).toBe('eta:*');
  expect(columnOf('nothing')).toBeUndefined();
});

test('the correlation of polynomials is at most 1, whatever rounding does', () => {
  expect(polynomialCorrelation(Float64Array.of(0, 0.06))).toBe(1);
});

test.each<[string, unknown, string]>([
  ['a slip', { temprature: 1 }, 'OPTION_UNKNOWN: no key "temprature" (at energyBudgetTracker). Did you mean "temp'],
  ['a text for a number', { temperature: '1' }, 'OPTION_INVALID: "1" is not a finite number (at energyBudgetTracker.t'],
  [
    'a number for a truth value',
    { perEta: 1 },
    'OPTION_INVALID: 1 is not true or false (at energyBudgetTracker.perEta',
  ],
  [
    'a reference that is none',
    { reference: 3 },
    'OPTION_INVALID: the reference is 3 (at energyBudgetTracker.reference)',
  ],
  ['a reference too short', { reference: [1] }, 'INPUT_INVALID: the reference has 1 entries for 3 modules'],
  ['a reference of texts', { reference: ['a', 1, 1] }, 'INPUT_INVALID: an entry is "a"'],
  ['a constraint that is none', { constraints: [1] }, 'OPTION_INVALID: 1 is not a function (at energyBudgetTracker.c'],
  ['more that is none', { more: {} }, 'OPTION_INVALID: an object is not a function (at energyBudgetTracker.more)'],
  ['no map', 3, 'OPTION_INVALID: the options are 3 (at energyBudgetTracker)'],
])('options of the budget: %s is one error with its place', (_, options, told) => {
  expect(() => energyBudgetTracker(system, () => undefined, options as never)).toThrow(told);
});

test('options of the relaxation tracker are checked too', () => {
  const track = (options: unknown) => () => relaxationTracker(system, () => undefined, options as never);
  expect(track({ pereta: true })).toThrow('OPTION_UNKNOWN: no key "pereta" (at relaxationTracker)');
  expect(track({ perEta: 'yes' })).toThrow('OPTION_INVALID: "yes" is not true or false (at relaxationTracker.perEta)');
  expect(track({ now: 3 })).toThrow('OPTION_INVALID: 3 is not a function (at relaxationTracker.now)');
  expect(track({ perEta: undefined })).not.toThrow();
});

import { uniform } from '@cfc/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ConstraintOptions, type ConstraintStep, type ControllerOptions, createDual } from '../../src/index.js';

/** Steps of one constraint over some values. */
function run(options: Partial<ConstraintOptions>, values: readonly (number | null)[], more = {}): ConstraintStep[] {
  const dual = createDual({ constraints: { g: { target: 0, ...options } }, ...more });
  return values.map((g) => dual.step({ values: { g } }).constraints.g!);
}
const constantly = (value: number, count: number): number[] => new Array<number>(count).fill(value);
const positive = fc.double({ min: 1e-6, max: 10, noNaN: true });
const any = fc.double({ min: -10, max: 10, noNaN: true });

test('under a constant violation λ rises monotonically, whatever the rules, and falls under a constant slack', () => {
  const chains = fc.record({
    rate: positive,
    max: fc.constantFrom(0.5, 5, 1e9),
    ema: fc.constantFrom(0.1, 0.5, 1),
    leak: fc.constantFrom(0, 1e-4, 0.1),
    controller: fc.constantFrom<ControllerOptions>({ type: 'ascent' }, { type: 'nupi', kp: 2 }, { type: 'pid', kd: 0 }),
  });
  fc.assert(
    fc.property(chains, positive, (options, violation) => {
      const up = run(options, constantly(violation, 60)).map(({ multiplier }) => multiplier);
      up.forEach((value, t) => expect(value).toBeGreaterThanOrEqual(t === 0 ? 0 : up[t - 1]!));
      expect(up[59]).toBeGreaterThan(0);
      const down = run({ ...options, initial: 0.4 }, constantly(-violation, 60)).map(({ multiplier }) => multiplier);
      down.forEach((value, t) => expect(value).toBeLessThanOrEqual(t === 0 ? 0.4 : down[t - 1]!));
    }),
    { seed: 1 },
  );
});

test('λ stays in [0, λ_max], that of an equality in [-λ_max, λ_max]', () => {
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 50 }), positive, positive, (values, rate, max) => {
      for (const controller of [{ type: 'ascent' }, { type: 'nupi', kp: 5 }, { type: 'pid' }] as const) {
        for (const { multiplier } of run({ rate, max, controller }, values)) {
          expect(multiplier).toBeGreaterThanOrEqual(0);
          expect(multiplier).toBeLessThanOrEqual(max);
        }
        for (const { multiplier } of run({ rate, max, controller, sense: 'equal' }, values))
          expect(Math.abs(multiplier)).toBeLessThanOrEqual(max);
      }
    }),
    { seed: 2 },
  );
});

test('atLeast is atMost seen from the other side, with a negative weight', () => {
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 50 }), any, (values, target) => {
      for (const controller of [{ type: 'nupi' }, { type: 'pid' }] as const) {
        const floor = run({ target, sense: 'atLeast', controller, penalty: 0.5 }, values);
        const ceiling = run(
          { target: -target, controller, penalty: 0.5 },
          values.map((value) => -value),
        );
        floor.forEach((one, t) => {
          expect(one.multiplier).toBe(ceiling[t]!.multiplier);
          expect(one.weight).toBeCloseTo(-ceiling[t]!.weight, 12);
        });
      }
    }),
    { seed: 3 },
  );
});

test('within the deadzone nothing moves, not even a leak', () => {
  const steps = run({ deadzone: 0.1, leak: 0.5, initial: 1, rate: 1 }, [0.09, -0.09, 0, 0.1, -0.1]);
  expect(steps.map(({ reason }) => reason)).toEqual(['deadzone', 'deadzone', 'deadzone', 'update', 'update']);
  expect(steps.map(({ multiplier }) => multiplier)).toEqual([1, 1, 1, 0.6, 0.5 * 0.6 - 0.1]);
  expect(steps.map(({ satisfied }) => satisfied)).toEqual([true, true, true, true, true]);
});

test.each([
  ['ascent', { type: 'ascent' }],
  ['nupi', { type: 'nupi', ki: 2, kp: 3, nu: 0.5 }],
  ['pid', { type: 'pid', kp: 0.5, ki: 0.2, kd: 0, smoothP: 0 }],
] as const)('under %s a leak leaves exactly the violation that was predicted', (_, controller) => {
  // A loss that falls by 0.4 for each unit of λ; without a leak it would rest at its target.
  for (const leak of [1e-3, 1e-2]) {
    const dual = createDual({ constraints: { g: { target: 0.2, rate: 0.1, leak, controller } } });
    let last = dual.step({ values: { g: 1 } }).constraints.g!;
    for (let t = 0; t < 20_000; t++) last = dual.step({ values: { g: 1 - 0.4 * last.multiplier } }).constraints.g!;
    expect(last.violation).toBeGreaterThan(1e-4);
    expect(Math.abs(last.violation! - last.leakBias)).toBeLessThan(1e-12);
  }
});

test('a constant loss under a rank, whatever its level, never drives λ; under max ties it does', () => {
  for (const level of [-3, 0, 1e-9, 1e6]) {
    for (const normalizer of ['rank', 'winsor', { type: 'rank', window: 50 }] as const) {
      const steps = run({ normalizer, rate: 0.1 }, constantly(level, 500));
      expect(steps.every(({ multiplier }) => multiplier === 0)).toBe(true);
    }
    const biased = run({ normalizer: { type: 'rank', ties: 'max' }, rate: 0.1 }, constantly(level, 500));
    expect(biased.at(-1)!.multiplier).toBeGreaterThan(40);
  }
});

const everything: Partial<ConstraintOptions> = {
  normalizer: { type: 'rank', window: 20 },
  target: { type: 'sigmoid', min: -0.5, max: 0.5, gamma: 0.1, t0: 20 },
  controller: { type: 'nupi', kp: 2, nu: 0.3 },
  penalty: { type: 'adaptive', c: 1, every: 5 },
  rate: 0.1,
  max: 3,
  ema: 0.3,
  leak: 0.01,
  deadzone: 0.01,
  spike: { window: 15, minHistory: 5 },
  audit: { window: 8, tau: 0.5 },
  stagger: { every: 2 },
};

test('NaN, infinities and missing values leave the whole constraint as it is, and the reason says so', () => {
  for (const [bad, reason] of [
    [NaN, 'not-finite'],
    [Infinity, 'not-finite'],
    [-Infinity, 'not-finite'],
    [null, 'missing'],
    [undefined, 'missing'],
  ] as const) {
    const dual = createDual({ constraints: { g: everything as ConstraintOptions, h: { target: 0 } } });
    const good = (t: number) => ({ values: { g: uniform(1, t, 0), h: 1 }, ease: { g: uniform(2, t, 0) } });
    for (let t = 0; t < 60; t++) dual.step(good(t));
    const before = dual.state();
    const step = dual.step({ values: { g: bad, h: 1 }, ease: { g: 0.5 } });
    expect(step.constraints.g).toMatchObject({
      reason,
      raw: null,
      normalized: null,
      violation: null,
      satisfied: null,
      multiplier: before.constraints.g!.multiplier,
    });
    expect(step.constraints.g!.weight).toBe(before.constraints.g!.multiplier);
    expect(step.constraints.h!.reason).toBe('update');
    expect(dual.state().constraints.g).toEqual(before.constraints.g);
  }
});

test('during a warm-up the k-th of N steps has k/N of the rate', () => {
  const steps = run({ rate: 1 }, constantly(1, 6), { warmup: 4 });
  expect(steps.map(({ multiplier }) => multiplier)).toEqual([0.25, 0.75, 1.5, 2.5, 3.5, 4.5]);
});

test('staggered constraints take turns', () => {
  const dual = createDual({
    constraints: {
      a: { target: 0, rate: 1, stagger: { every: 2 } },
      b: { target: 0, rate: 1, stagger: { every: 2, offset: 1 } },
    },
  });
  const turns = [0, 1, 2, 3].map(() => {
    const { a, b } = dual.step({ values: { a: 1, b: 1 } }).constraints;
    return [a!.reason, b!.reason];
  });
  expect(turns).toEqual([
    ['update', 'staggered'],
    ['staggered', 'update'],
    ['update', 'staggered'],
    ['staggered', 'update'],
  ]);
  expect(dual.multipliers()).toEqual({ a: 2, b: 2 });
});

test('a restart throws λ away where the constraint is strictly met', () => {
  const steps = run({ restart: true, rate: 1 }, [1, 1, -0.1, 0, 0.5]);
  expect(steps.map(({ multiplier }) => multiplier)).toEqual([1, 2, 0, 0, 0.5]);
  expect(steps[2]!.reason).toBe('restart');
});

test('spikes of a value that has to be at least its target are falls; an equality knows both', () => {
  const usual = Array.from({ length: 12 }, (_, t) => 1 + 0.01 * uniform(1, t, 0));
  const last = (sense: 'atMost' | 'atLeast' | 'equal', value: number) =>
    run({ sense, spike: {} }, [...usual, value]).at(-1)!.reason;
  expect([last('atMost', 9), last('atLeast', 9), last('equal', 9)]).toEqual(['spike', 'update', 'spike']);
  expect([last('atMost', -9), last('atLeast', -9), last('equal', -9)]).toEqual(['update', 'spike', 'spike']);
});

test('while a baseline is being gathered λ rests', () => {
  const target = { type: 'percentile', p: 50, gather: 3 };
  const reasons = run({ target, rate: 1 }, [1, 2, 3, 4, 5]).map(({ reason }) => reason);
  expect(reasons[0]).toBe('baseline');
  expect(reasons.at(-1)).toBe('update');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeOf } from '../code-of.js';
import { createNormalizer } from '../../src/index.js';

const kinds = [
  'rank',
  { type: 'rank', window: 5 },
  { type: 'rank', window: 7, freezeAfter: 4 },
  { type: 'winsor', window: 6 },
  { type: 'winsor', window: 6, center: 'mean' },
  { type: 'winsor', window: 9, scale: 'mad' },
  { type: 'winsor', reference: [1, 2, 3, 5, 8] },
  'none',
] as const;

const grid = fc.integer({ min: -1000, max: 1000 });
const series = fc.array(grid, { minLength: 1, maxLength: 60 });
const pushAll = (options: (typeof kinds)[number], values: readonly number[]): number[] => {
  const normalizer = createNormalizer(options);
  return values.map((value) => normalizer.push(value));
};

test('ranks are the same of values on another scale, bit for bit, and turn with the sign under mid ties', () => {
  fc.assert(
    fc.property(
      series,
      fc.integer({ min: -20, max: 20 }),
      grid,
      fc.constantFrom(3, 5, 100),
      (values, power, b, window) => {
        const scaled = values.map((value) => value * 2 ** power + b);
        for (const ties of ['mid', 'max', 'min'] as const) {
          const options = { type: 'rank', window, ties } as never;
          expect(pushAll(options, scaled)).toEqual(pushAll(options, values));
        }
        const turned = pushAll(
          { type: 'rank', window } as never,
          values.map((value) => -value),
        );
        const straight = pushAll({ type: 'rank', window } as never, values);
        turned.forEach((value, k) => expect(value + straight[k]!).toBeCloseTo(0, 12));
      },
    ),
    { seed: 1 },
  );
});

test('winsorised scores are the same of values on another scale, to 1e-10', () => {
  const real = fc.double({ min: -10, max: 10, noNaN: true }).map((x) => Math.round(x * 1e6) / 1e6);
  fc.assert(
    fc.property(
      fc.array(real, { minLength: 1, maxLength: 60 }),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      real,
      (values, a, b) => {
        for (const rest of [{}, { center: 'mean' }, { scale: 'mad' }]) {
          const options = { type: 'winsor', window: 8, ...rest } as never;
          const [plain, scaled, turned] = [1, a, -a].map((factor) =>
            pushAll(
              options,
              values.map((x) => factor * x + b),
            ),
          ) as [number[], number[], number[]];
          plain.forEach((value, k) => {
            // Where all but nothing of the window differs, its scale is rounding.
            const near = values.slice(Math.max(0, k - 7), k + 1);
            if (near.some((x) => x !== near[0] && Math.abs(x - near[0]!) < 1e-3)) return;
            if (rest.scale === 'mad' && new Set(near).size < near.length) return;
            expect(Math.abs(scaled[k]! - value)).toBeLessThan(1e-10);
            expect(Math.abs(turned[k]! + value)).toBeLessThan(1e-10);
          });
        }
      },
    ),
    { seed: 2 },
  );
});

test('a resumed normalizer goes on with the same bits', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 40 }),
      fc.nat(40),
      (options, values, cut) => {
        const watched = typeof options === 'string' ? { type: options, drift: { baseline: 20, recent: 20 } } : options;
        const whole = createNormalizer(watched);
        values.slice(0, cut).forEach((value) => whole.push(value));
        const resumed = createNormalizer(watched, 'here', JSON.parse(JSON.stringify(whole.state())) as never);
        values.slice(cut).forEach((value) => expect(resumed.push(value)).toBe(whole.push(value)));
        expect(resumed.state()).toEqual(whole.state());
        expect(resumed.slope()).toBe(whole.slope());
        expect(resumed.drift()).toBe(whole.drift());
      },
    ),
    { seed: 3 },
  );
});

test('a constant loss is never far from the middle under mid ties, and is maximal under max ties', () => {
  const constant = Array.from({ length: 50 }, () => 0.1);
  for (const type of ['rank', 'winsor']) {
    const normalizer = createNormalizer({ type, window: 10 });
    expect(constant.map((value) => normalizer.push(value)).every((value) => value === 0)).toBe(true);
    expect(normalizer.slope()).toBe(0);
  }
  const max = createNormalizer({ type: 'rank', window: 10, ties: 'max' });
  expect(
    constant
      .map((value) => max.push(value))
      .slice(1)
      .every((value) => value === 1),
  ).toBe(true);
});

test('a frozen window says the same of a value at any time; a moving one gets used to it', () => {
  const first = Array.from({ length: 20 }, (_, k) => k);
  const frozen = createNormalizer({ type: 'rank', freezeAfter: 20 });
  const given = createNormalizer({ type: 'rank', reference: first });
  const moving = createNormalizer({ type: 'rank', window: 20 });
  for (const value of first) [frozen, moving].forEach((one) => one.push(value));
  const later = Array.from({ length: 60 }, () => [frozen, given, moving].map((one) => one.push(14.5)));
  expect(later.every(([a, b]) => a === 0.5 && b === 0.5)).toBe(true);
  expect(later.at(-1)![2]).toBe(0);
  expect(given.state()).toEqual({ type: 'rank', window: null, drift: null });
});

test('slopes are those of the line through the quartiles, of the scale, and 1', () => {
  const values = Array.from({ length: 101 }, (_, k) => k / 10);
  const slopeOf = (type: string): number => {
    const normalizer = createNormalizer({ type });
    values.forEach((value) => normalizer.push(value));
    return normalizer.slope();
  };
  expect(slopeOf('rank')).toBeCloseTo(1 / 5, 14);
  expect(slopeOf('winsor')).toBeCloseTo(1 / Math.sqrt((101 ** 2 - 1) / 12 / 100), 12);
  expect(slopeOf('none')).toBe(1);
});

test('one outlier leaves no trace in the moments once it is out of the window', () => {
  const options = { type: 'winsor', window: 8, center: 'mean' };
  const [spiked, calm] = [createNormalizer(options), createNormalizer(options)];
  spiked.push(1e150);
  calm.push(0.5);
  for (let k = 0; k < 30; k++) {
    const value = Math.sin(k);
    const [a, b] = [spiked.push(value), calm.push(value)];
    if (k >= 7) expect(a).toBe(b);
  }
});

test('what makes no normalizer is refused by one clear error', () => {
  expect(codeOf(() => createNormalizer('rang'))).toBe('NAME_UNKNOWN');
  expect(codeOf(() => createNormalizer({ type: 'toString' }))).toBe('NAME_UNKNOWN');
  expect(codeOf(() => createNormalizer({ type: 'rank', windows: 4 }))).toBe('OPTION_UNKNOWN');
  for (const bad of [
    { window: 1 },
    { ties: 'middle' },
    { reference: [1] },
    { freezeAfter: 1 },
    { reference: [1, 2], freezeAfter: 5 },
    { drift: { recent: 1 } },
  ]) {
    expect(codeOf(() => createNormalizer({ type: 'rank', ...bad }))).toBe('OPTION_INVALID');
  }
  for (const state of [
    null,
    { window: null, drift: null },
    { window: { values: [1, NaN], next: 2 }, drift: null },
    { window: { values: [1, 2, 3, 4, 5], next: 0 }, drift: null },
    { window: { values: [1], next: 0 }, drift: null },
  ]) {
    expect(
      codeOf(() => createNormalizer({ type: 'rank', window: 4 }, 'here', state)),
      JSON.stringify(state),
    ).toBe('INPUT_INVALID');
  }
  const drift = { baseline: [1], recent: [900], next: 0 };
  const watched = { type: 'none', drift: true };
  expect(codeOf(() => createNormalizer(watched, 'here', { window: null, drift }))).toBe('INPUT_INVALID');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Request, type TermRows, allocate } from '../src/index.js';

const caps = { maxChange: 0.1, floor: 0.1, ceiling: 3 };

/** Costs of terms given as maps from row to cost. */
function costsOf(terms: readonly Readonly<Record<number, number>>[]): TermRows {
  const entries = terms.map((term) => Object.entries(term));
  const flat = entries.flat();
  const start = Int32Array.from([0, ...entries.map((_, t) => entries.slice(0, t + 1).flat().length)]);
  return { start, row: Int32Array.from(flat, ([i]) => Number(i)), cost: Float64Array.from(flat, ([, cost]) => cost) };
}

/** One unit of value per term; margins as given. */
function request(costs: readonly Readonly<Record<number, number>>[], margins: readonly number[]): Request {
  return {
    values: new Float64Array(costs.length).fill(1),
    costs: costsOf(costs),
    rowMargins: Float64Array.from(margins),
    globalMargin: 1e9,
    caps,
    rho: 0.5,
  };
}

const amount = fc.oneof(fc.double({ min: 0, max: 10, noNaN: true }), fc.constantFrom(0, 1e-300, 1e-9, 1e9, Infinity));
const margin = fc.oneof(fc.double({ min: -1, max: 5, noNaN: true }), fc.constantFrom(0, 1e-12, -Infinity, 1e6));
const requests: fc.Arbitrary<Required<Request>> = fc.integer({ min: 1, max: 6 }).chain((rows) =>
  fc.integer({ min: 0, max: 8 }).chain((terms) =>
    fc.record({
      values: fc
        .array(fc.oneof(amount, fc.constantFrom(NaN, -1)), { minLength: terms, maxLength: terms })
        .map((list) => Float64Array.from(list)),
      costs: fc
        .array(fc.dictionary(fc.nat(rows - 1).map(String), amount), { minLength: terms, maxLength: terms })
        .map((list) => costsOf(list)),
      rowMargins: fc.array(margin, { minLength: rows, maxLength: rows }).map((list) => Float64Array.from(list)),
      globalMargin: margin,
      caps: fc.record({
        maxChange: fc.double({ min: 1e-3, max: 2, noNaN: true }),
        floor: fc.double({ min: 0, max: 1, noNaN: true }),
        ceiling: fc.double({ min: 1, max: 5, noNaN: true }),
      }),
      multipliers: fc
        .array(fc.double({ min: 0, max: 6, noNaN: true }), { minLength: terms, maxLength: terms })
        .map((list) => Float64Array.from(list)),
      rho: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    }),
  ),
);

test('the ledger never exceeds rho times the margin of any row nor overall, and agrees with the raises', () => {
  fc.assert(
    fc.property(requests, (given) => {
      const { multipliers, raises, spent } = allocate(given);
      const { start, row, cost } = given.costs;
      spent.rows.forEach((row, i) => expect(row).toBeLessThanOrEqual(given.rho * Math.max(0, given.rowMargins[i]!)));
      expect(spent.overall).toBeLessThanOrEqual(given.rho * Math.max(0, given.globalMargin));
      const rows = new Float64Array(spent.rows.length);
      raises.forEach((raise, t) => {
        let own = 0;
        for (let e = start[t]!; e < start[t + 1]! && raise > 0; e++) {
          rows[row[e]!] = rows[row[e]!]! + cost[e]! * raise;
          own += cost[e]! * raise;
        }
        expect(spent.terms[t]).toBeCloseTo(own, 9);
        expect(multipliers[t]! - given.multipliers[t]!).toBeCloseTo(raise, 9);
      });
      rows.forEach((each, i) => expect(spent.rows[i]).toBeCloseTo(each, 9));
      expect(spent.overall).toBeCloseTo(
        spent.terms.reduce((sum, each) => sum + each, 0),
        9,
      );
    }),
    { seed: 20_260_101, numRuns: 2000 },
  );
});

test('no multiplier falls, none rises beyond its caps, and terms without a valid value or cost stay', () => {
  fc.assert(
    fc.property(requests, (given) => {
      const { multipliers } = allocate(given);
      const { maxChange, floor, ceiling } = given.caps;
      given.multipliers.forEach((before, t) => {
        const most = Math.max(before, Math.min(ceiling, Math.max(floor, before * (1 + maxChange))));
        expect(multipliers[t]).toBeGreaterThanOrEqual(before);
        expect(multipliers[t]).toBeLessThanOrEqual(most);
        const value = given.values[t]!;
        const costs = given.costs.cost.slice(given.costs.start[t], given.costs.start[t + 1]);
        if (!(value > 0 && value < Infinity) || costs.includes(Infinity)) expect(multipliers[t]).toBe(before);
      });
    }),
    { seed: 20_260_101, numRuns: 2000 },
  );
});

test('what is given does not change, and the same request gives the same bits', () => {
  fc.assert(
    fc.property(requests, (given) => {
      const copy = structuredClone(given);
      expect(allocate(given)).toEqual(allocate(copy));
      expect(given).toEqual(copy);
    }),
    { seed: 20_260_101 },
  );
});

test.each([
  ['no term has a finite cost', request([{ 0: Infinity }, { 1: Infinity }], [1, 1])],
  ['no margin is left', request([{ 0: 1 }, { 1: 1 }], [0, -1])],
  ['there is no overall margin', { ...request([{ 0: 1 }], [1]), globalMargin: 0 }],
  ['no value is valid', { ...request([{ 0: 1 }, { 0: 1 }], [1]), values: Float64Array.of(NaN, 0) }],
  ['there are no terms', request([], [1])],
])('where %s the multipliers are what they were', (_name, given) => {
  const { multipliers, spent } = allocate(given);
  expect([...multipliers]).toEqual(Array.from(given.values, () => 1));
  expect(spent.overall).toBe(0);
});

test('by hand: the best value per share of margin is served first, the last one in part', () => {
  // Budget 0.5 · 1 in the one row. Term 1 is worth most per cost: it gets its 10% for 0.1 · 2 = 0.2. Term 0 would take
  // 0.1 · 4 = 0.4 and gets the 0.3 that are left, a raise of 0.075. Term 2 gets nothing.
  const given = { ...request([{ 0: 4 }, { 0: 2 }, { 0: 1 }], [1]), values: Float64Array.of(4, 4, 0.1) };
  const { raises, spent } = allocate(given);
  [0.075, 0.1, 0].forEach((raise, t) => expect(raises[t]).toBeCloseTo(raise, 14));
  [0.3, 0.2, 0].forEach((each, t) => expect(spent.terms[t]).toBeCloseTo(each, 14));
  expect(spent.rows[0]).toBeCloseTo(0.5, 14);
});

test('by hand: a term is held by its tightest row, and another row may still serve others', () => {
  const { raises, spent } = allocate(request([{ 0: 1, 1: 1 }, { 1: 1 }], [0.02, 1]));
  [0.01, 0.1].forEach((raise, t) => expect(raises[t]).toBeCloseTo(raise, 14));
  [0.01, 0.11].forEach((each, i) => expect(spent.rows[i]).toBeCloseTo(each, 14));
  expect(spent.overall).toBeCloseTo(0.12, 14);
});

test('overall a term counts with all of its rows', () => {
  const { raises } = allocate({ ...request([{ 0: 1, 1: 1 }], [1, 1]), globalMargin: 0.2 });
  expect(raises[0]).toBeCloseTo((0.5 * 0.2) / 2, 14);
});

test('what costs nothing is raised in full, also without any margin', () => {
  expect([...allocate(request([{}, { 0: 0 }, { 0: 1 }], [0])).multipliers]).toEqual([1.1, 1.1, 1]);
});

test('a multiplier below the floor is asked up to it, one at the ceiling stays', () => {
  const given = { ...request([{}, {}, {}], []), multipliers: Float64Array.of(0.01, 3, 2.9) };
  expect([...allocate(given).multipliers]).toEqual([0.1, 3, 3]);
});

describe('bad requests are refused with one error that says where', () => {
  const good = request([{ 0: 1 }, { 0: 1 }], [1]);
  test.each([
    [{ caps: { ...caps, maxChange: 0 } }, 'OPTION_INVALID', 'allocate.caps.maxChange'],
    [{ caps: { ...caps, floor: -1 } }, 'OPTION_INVALID', 'allocate.caps.floor'],
    [{ caps: { ...caps, ceiling: 0 } }, 'OPTION_INVALID', 'allocate.caps.ceiling'],
    [{ rho: 1 }, 'OPTION_INVALID', 'allocate.rho'],
    [{ globalMargin: NaN }, 'INPUT_INVALID', 'allocate.globalMargin'],
    [{ multipliers: Float64Array.of(1) }, 'INPUT_INVALID', 'allocate.multipliers'],
    [{ multipliers: Float64Array.of(1, NaN) }, 'INPUT_INVALID', 'allocate.multipliers'],
    [{ costs: costsOf([{ 0: 1 }]) }, 'INPUT_INVALID', 'allocate.costs.start'],
    [{ costs: { ...good.costs, start: Int32Array.of(0, 3, 2) } }, 'INPUT_INVALID', 'allocate.costs.start'],
    [{ costs: costsOf([{ 0: 1 }, { 1: 1 }]) }, 'INPUT_INVALID', 'allocate.costs.row'],
    [{ costs: { ...good.costs, start: Int32Array.of(0, 2, 2) } }, 'INPUT_INVALID', 'allocate.costs.row'],
    [{ costs: costsOf([{ 0: 1 }, { 0: -1 }]) }, 'INPUT_INVALID', 'allocate.costs.cost'],
    [{ costs: { ...good.costs, cost: Float64Array.of(1) } }, 'INPUT_INVALID', 'allocate.costs.cost'],
  ])('%j', (change: Partial<Request>, code, where) => {
    expect(() => allocate({ ...good, ...change })).toThrow(expect.objectContaining({ code, where }));
  });
});

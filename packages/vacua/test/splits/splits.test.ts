import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkSplit,
  complexitySplit,
  dataSetSplit,
  groupSplit,
  hodgePair,
  iidSplit,
  type Split,
} from '../../src/index.js';

interface Row {
  readonly id: number;
  readonly label: string;
  readonly size: number;
  readonly source: string;
  readonly h11: number;
  readonly h21: number;
}

const rows: readonly Row[] = Array.from({ length: 1000 }, (_, id) => ({
  id,
  label: id % 10 === 0 ? 'rare' : id % 3 === 0 ? 'some' : 'many',
  size: (id * 37) % 50,
  source: ['cicy', 'ks', 'toric'][id % 3]!,
  h11: id % 7,
  h21: (id * id) % 11,
}));

const makers: Readonly<Record<string, (rows: readonly Row[], seed: number) => Split>> = {
  iid: (of, seed) => iidSplit(of, ({ label }) => label, { seed }),
  complexity: (of, seed) => complexitySplit(of, ({ size }) => size, { seed }),
  dataSet: (of, seed) => dataSetSplit(of, ({ source }) => source, ['ks'], { seed }),
  group: (of, seed) => groupSplit(of, hodgePair, { seed }),
};

const rowsOf = (ids: readonly (string | number)[]): Row[] => ids.map((id) => rows[id as number]!);
const lists = ({ train, validation, test }: Split) => [train, validation, test];

describe.each(Object.entries(makers))('the split %s', (kind, make) => {
  test('has every row on exactly one side, by id, sorted', () => {
    const split = make(rows, 1);
    expect(split.kind).toBe(kind);
    expect(
      lists(split)
        .flat()
        .sort((a, b) => Number(a) - Number(b)),
    ).toEqual(rows.map(({ id }) => id));
    for (const list of lists(split)) expect(list).toEqual([...list].sort((a, b) => Number(a) - Number(b)));
  });

  test('does not depend on the order of the rows, and does on the seed', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...rows], { minLength: rows.length }), (shuffled) => {
        expect(make(shuffled, 1)).toEqual(make(rows, 1));
      }),
      { seed: 6, numRuns: 10 },
    );
    expect(make(rows, 2).sha256).not.toBe(make(rows, 1).sha256);
  });

  test('comes back from a file, and not with another list', () => {
    const split = make(rows, 1);
    expect(checkSplit(JSON.parse(JSON.stringify(split)) as Split)).toMatchObject({ ...split });
    const moved = { ...split, train: split.train.slice(1), test: [split.train[0]!, ...split.test] };
    expect(() => checkSplit(moved)).toThrow(/^INPUT_INVALID: its lists have the hash/);
    expect(() => checkSplit({ ...split, test: split.train })).toThrow(/^INPUT_INVALID: the id \d+ comes twice/);
    expect(() => checkSplit({ ...split, test: [] })).toThrow(/^INPUT_INVALID: no row is left for test/);
    expect(() => checkSplit({ ...split, test: undefined as never })).toThrow(/^INPUT_INVALID: no row is left for test/);
  });

  test('is refused where a side would be empty or an id comes twice', () => {
    expect(() => make([], 1)).toThrow(/^(INPUT_INVALID: no row is left|NAME_UNKNOWN)/);
    expect(() => make(rows.slice(0, 2), 1)).toThrow(/^INPUT_INVALID: no row is left for/);
    expect(() => make([...rows, rows[5]!], 1)).toThrow(/^INPUT_INVALID: the id 5 comes twice/);
  });
});

test('a stratified split has the shares asked for, of every label', () => {
  const split = iidSplit(rows, ({ label }) => label, { validation: 0.1, test: 0.2 });
  expect(lists(split).map(({ length }) => length)).toEqual([700, 100, 200]);
  for (const label of ['rare', 'some', 'many']) {
    const all = rows.filter((row) => row.label === label).length;
    const [train, validation, test] = lists(split).map(
      (ids) => rowsOf(ids).filter((row) => row.label === label).length,
    );
    expect(Math.abs(train! - 0.7 * all)).toBeLessThan(3);
    expect(Math.abs(validation! - 0.1 * all)).toBeLessThan(2);
    expect(Math.abs(test! - 0.2 * all)).toBeLessThan(2);
  }
});

test('a split by complexity tests on everything above its threshold, with a share near the one asked for', () => {
  const split = complexitySplit(rows, ({ size }) => size, { test: 0.3 });
  const [train, validation, test] = lists(split).map((ids) => rowsOf(ids).map(({ size }) => size));
  expect(Math.min(...test!)).toBeGreaterThan(split.threshold);
  expect(Math.max(...train!, ...validation!)).toBe(split.threshold);
  expect(test).toHaveLength(300);
});

test('rows of equal complexity are not taken apart, however many they are', () => {
  const flat = rows.map((row) => ({ ...row, size: row.id < 900 ? 1 : 2 }));
  const split = complexitySplit(flat, ({ size }) => size, { test: 0.5 });
  expect([split.threshold, split.test.length]).toEqual([1, 100]);
  expect(() => complexitySplit(rows, () => 1)).toThrow(/^INPUT_INVALID: no row is left for/);
  expect(() => complexitySplit(rows, () => NaN)).toThrow(/^INPUT_INVALID: the complexity of 0 is NaN/);
});

test('a split by data set tests on whole data sets', () => {
  const split = dataSetSplit(rows, ({ source }) => source, ['ks', 'toric']);
  expect(new Set(rowsOf(split.test).map(({ source }) => source))).toEqual(new Set(['ks', 'toric']));
  expect(new Set(rowsOf([...split.train, ...split.validation]).map(({ source }) => source))).toEqual(new Set(['cicy']));
  expect(() => dataSetSplit(rows, ({ source }) => source, ['cicy', 'ks', 'toric'])).toThrow(/no row is left for train/);
  expect(() => dataSetSplit(rows, ({ source }) => source, [])).toThrow(/no row is left for test/);
  expect(() => dataSetSplit(rows, ({ source }) => source, ['cycy'])).toThrow(/^NAME_UNKNOWN.*Did you mean "cicy"/);
});

test('no Hodge pair is on two sides, and the sides have about their shares', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const split = groupSplit(rows, hodgePair, { seed });
      const pairs = lists(split).map((ids) => new Set(rowsOf(ids).map(hodgePair)));
      const all = new Set(pairs.flatMap((of) => [...of]));
      expect(pairs.reduce((sum, of) => sum + of.size, 0)).toBe(all.size);
      expect(Math.abs(split.test.length - 150)).toBeLessThan(60);
      expect(Math.abs(split.validation.length - 150)).toBeLessThan(60);
    }),
    { seed: 7, numRuns: 20 },
  );
});

test.each([
  [{ test: 0 }, /^OPTION_INVALID/],
  [{ validation: 1 }, /^OPTION_INVALID/],
  [{ validation: 0.5, test: 0.5 }, /^OPTION_INVALID: validation and test take every row/],
  [{ sed: 1 }, /^OPTION_UNKNOWN/],
])('the options %j are refused', (options, told) => {
  expect(() => iidSplit(rows, ({ label }) => label, options)).toThrow(told);
  expect(() => groupSplit(rows, hodgePair, options)).toThrow(told);
});

test('ids may be texts; numbers come first', () => {
  const named = rows.slice(0, 40).map((row) => ({ ...row, id: row.id % 2 === 0 ? row.id : `row ${row.id}` }));
  const { train } = iidSplit(named, ({ label }) => label);
  const texts = train.findIndex((id) => typeof id === 'string');
  expect(train.slice(texts).every((id) => typeof id === 'string')).toBe(true);
  expect(() => iidSplit([{ id: '' }, ...named], () => 'a')).toThrow(/^INPUT_INVALID: "" is no id/);
});

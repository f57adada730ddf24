import { compile as compileFigure } from 'vega-lite';
import { expect, test } from 'vitest';
import { branchingCoexistence } from '../src/branching-coexistence/branching-coexistence.js';
import { ALL, type Ended } from '../src/branching-coexistence/measure.js';

const cells = branchingCoexistence.cells('quick');
const rows = cells.flatMap((cell) => branchingCoexistence.measure(cell)) as unknown as readonly Ended[];
const { claims, table, figure } = branchingCoexistence.conclude(rows);
const beside = ({ kind, seed }: Ended, k: number): Ended =>
  rows.find((row) => row.kind === kind && row.seed === seed && row.k === k)!;

test('a cell gives the same bits again', () => {
  for (const at of [0, 13, cells.length - 1]) expect(branchingCoexistence.measure(cells[at])).toEqual([rows[at]]);
});

test('the full scope has at least 20 seeds for each case', () => {
  const all = branchingCoexistence.cells('full') as readonly { kind: string; k: number; seed: number }[];
  const seeds = all.filter(({ kind, k }) => kind === 'path' && k === 2);
  expect(new Set(seeds.map(({ seed }) => seed)).size).toBeGreaterThanOrEqual(20);
});

test('nothing ends below the best of all branches, and no more branches end than were kept', () => {
  for (const row of rows) {
    const { total } = beside(row, ALL);
    for (const end of [row.total, row.raced, row.sampled]) expect(end).toBeGreaterThanOrEqual(total - 1e-9);
    expect(row.ends).toBeLessThanOrEqual(row.k);
    expect(row.effective).toBeLessThanOrEqual(row.ends + 1e-9);
    expect(row.common).toBeGreaterThanOrEqual(0);
    expect(row.common).toBeLessThanOrEqual(1);
  }
});

test('where nothing is excluded every number of branches comes to the same end', () => {
  for (const row of rows.filter(({ kind }) => kind === 'list')) {
    expect(row.total).toBeCloseTo(beside(row, 1).total, 9);
  }
});

test('the verdicts follow the rows', () => {
  expect(claims.map(({ verdict }) => verdict)).toEqual(['partly confirmed', 'partly confirmed', 'partly confirmed']);
  const same = rows.map((row) => ({ ...row, total: beside(row, ALL).total }));
  expect(branchingCoexistence.conclude(same).claims[0]!.verdict).toBe('refuted');
  const better = rows.map((row) => ({ ...row, total: row.k === 1 ? row.seed : -1 }));
  expect(branchingCoexistence.conclude(better).claims[0]!.verdict).toBe('confirmed');
  const alone = rows.map((row) => ({ ...row, ends: 1, common: 1 }));
  expect(branchingCoexistence.conclude(alone).claims[1]!.verdict).toBe('refuted');
  const apart = rows.map((row) => ({ ...row, ends: 2, common: 0 }));
  expect(branchingCoexistence.conclude(apart).claims[1]!.verdict).toBe('confirmed');
  const noisier = rows.map((row) => ({ ...row, raced: row.total + 1 + row.seed / 100 }));
  expect(branchingCoexistence.conclude(noisier).claims[2]!.verdict).toBe('refuted');
});

test('table and figure can be shown', () => {
  for (const row of table.rows) expect(row).toHaveLength(table.headings.length);
  expect(JSON.stringify(table)).not.toContain('NaN');
  expect(() => compileFigure(figure as never)).not.toThrow();
  expect(JSON.stringify(figure).length).toBeLessThan(100_000);
});

import { compile as compileFigure } from 'vega-lite';
import { expect, test } from 'vitest';
import { energyGatedExpansion } from '../src/energy-gated-expansion/energy-gated-expansion.js';
import { treeOf } from '../src/energy-gated-expansion/figure.js';
import type { Grown } from '../src/energy-gated-expansion/measure.js';

const cells = energyGatedExpansion.cells('quick');
const rows = cells.flatMap((cell) => energyGatedExpansion.measure(cell)) as unknown as readonly Grown[];
const { claims, table, figure } = energyGatedExpansion.conclude(rows);

test('a cell gives the same bits again', () => {
  for (const at of [0, 7, cells.length - 1]) expect(energyGatedExpansion.measure(cells[at])).toEqual([rows[at]]);
});

test('the full scope has at least 20 seeds for each case', () => {
  const all = energyGatedExpansion.cells('full') as readonly { kind: string; gamma: number; seed: number }[];
  const seeds = all.filter(({ kind, gamma }) => kind === 'two minima' && gamma === 0.2);
  expect(new Set(seeds.map(({ seed }) => seed)).size).toBeGreaterThanOrEqual(20);
});

test('in every world the share accepted falls as the cost rises, and no fall of energy is below what it costs', () => {
  const worlds = new Set(rows.map(({ kind, seed }) => `${kind} ${seed}`));
  for (const world of worlds) {
    const own = rows.filter(({ kind, seed }) => `${kind} ${seed}` === world);
    for (const [k, { rate, fall, gamma, tree }] of own.entries()) {
      expect(fall).toBeGreaterThanOrEqual(24 * rate * gamma);
      expect(treeOf(own[k]!)).toHaveLength(1 + Math.round(24 * rate));
      expect(tree === '').toBe(rate === 0);
      if (k > 0) expect(rate).toBeLessThanOrEqual(own[k - 1]!.rate);
    }
  }
});

test('modules that rest in their only minimum never win by what is added, and those in the worse of two may', () => {
  for (const { kind, redemption, restarted } of rows) {
    if (kind === 'one minimum') expect(redemption).toBeLessThanOrEqual(1e-9);
    if (kind === 'one minimum') expect(restarted).toBe(0);
    // No place is lower than the lowest of many starts, but for the rounding of a minimum.
    else expect(redemption).toBeLessThanOrEqual(restarted + 0.2);
  }
  expect(rows.some(({ redemption }) => redemption > 0.5)).toBe(true);
});

test('the verdicts follow the rows', () => {
  expect(claims.map(({ verdict }) => verdict)).toEqual([
    'confirmed',
    'partly confirmed',
    'partly confirmed',
    'partly confirmed',
  ]);
  const helped = rows.map((row) => ({ ...row, redemption: 1 + row.seed / 100 }));
  expect(energyGatedExpansion.conclude(helped).claims[2]!.verdict).toBe('confirmed');
  const hurt = rows.map((row) => ({ ...row, redemption: -1 - row.seed / 100 }));
  expect(energyGatedExpansion.conclude(hurt).claims[2]!.verdict).toBe('refuted');
  const useless = rows.map((row) => ({ ...row, fall: row.randomFall }));
  expect(energyGatedExpansion.conclude(useless).claims[1]!.verdict).toBe('refuted');
  const never = rows.map((row) => ({ ...row, rate: 0.5 + row.gamma / 10 }));
  expect(energyGatedExpansion.conclude(never).claims[0]!.verdict).toBe('refuted');
});

test('table and figure can be shown', () => {
  for (const row of table.rows) expect(row).toHaveLength(table.headings.length);
  expect(JSON.stringify(table)).not.toContain('NaN');
  expect(() => compileFigure(figure as never)).not.toThrow();
  expect(JSON.stringify(figure).length).toBeLessThan(100_000);
});

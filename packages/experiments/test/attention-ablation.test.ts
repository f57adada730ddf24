import { View, parse } from 'vega';
import { type TopLevelSpec, compile } from 'vega-lite';
import { describe, expect, test, vi } from 'vitest';
import { attentionAblation } from '../src/attention-ablation/attention-ablation.js';
import { difference, mean, of, signOf } from '../src/attention-ablation/compare.js';
import { type Tested, measure } from '../src/attention-ablation/measure.js';
import { type Variant, variants } from '../src/attention-ablation/variant.js';
import { experiments } from '../src/index.js';

const rows: readonly Tested[] = variants('quick').flatMap((variant) => measure(variant));

test('it is listed, and a cell gives the same row again, by way of JSON too', () => {
  expect(experiments.get('attention-ablation')).toBe(attentionAblation);
  const cells = attentionAblation.cells('quick') as readonly Variant[];
  const at = cells.findIndex(({ regulariser }) => regulariser === 'sparsity');
  expect(attentionAblation.measure(JSON.parse(JSON.stringify(cells[at])))).toEqual([rows[at]]);
});

test('the full scope has at least 20 seeds of every decoder, and no cell twice', () => {
  const cells = variants('full');
  expect(new Set(cells.map(({ seed }) => seed)).size).toBeGreaterThanOrEqual(20);
  expect(new Set(cells.map((cell) => JSON.stringify(cell))).size).toBe(cells.length);
  for (const cell of variants('quick')) expect(cells).toContainEqual(cell);
});

describe('what is measured', () => {
  test('without attention a sign is wrong as often as noise exceeds it: Φ(-1/σ), 30.9% early and 2.28% late', () => {
    const alone = { supply: 'fresh', context: 'none' } as const;
    const decisions = of(rows, alone).length * 64 * 10;
    for (const [which, exact] of [
      ['earlyError', 0.3085],
      ['lateError', 0.0228],
    ] as const) {
      const deviation = Math.sqrt((exact * (1 - exact)) / decisions);
      expect(Math.abs(mean(rows, alone, which)!.mean - exact)).toBeLessThan(4 * deviation);
    }
  });

  test('what is redeemed and spoiled makes up the change of the early error', () => {
    for (const row of rows) {
      const [own] = of(rows, { supply: row.supply, later: 'clean', context: 'none' }).filter(
        ({ seed }) => seed === row.seed,
      );
      if (row.later === 'clean') {
        expect(own!.earlyError - row.redeemed + row.spoiled).toBeCloseTo(row.earlyError, 12);
      }
    }
  });

  test('no decoder does better than one who knows which places share a symbol', () => {
    for (const { context } of rows.filter(({ seed, regulariser }) => seed === 0 && regulariser === 'none')) {
      const kind = { supply: 'fresh', context } as const;
      const [learnt, best] = [mean(rows, kind, 'earlyError')!, mean(rows, kind, 'oracleEarly')!];
      expect(learnt.mean).toBeGreaterThanOrEqual(best.mean);
    }
  });

  test('η, entropy and energy lie in their ranges, and there are none without attention', () => {
    for (const { context, eta, entropy, energy } of rows) {
      if (context === 'none') {
        expect([eta, entropy, energy]).toEqual([null, null, null]);
        continue;
      }
      expect(eta).toBeGreaterThanOrEqual(0);
      expect(eta).toBeLessThanOrEqual(1);
      expect(entropy).toBeLessThanOrEqual(Math.log(20));
      expect(energy).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('what is concluded', () => {
  const all = { supply: 'fresh', context: 'global' } as const;
  const { claims, table, figure } = attentionAblation.conclude(rows);

  test('a term of the energy moves what it weighs: sparsity raises η, the Hopfield term lowers the Hopfield energy', () => {
    for (const supply of ['few', 'fresh'] as const) {
      const plain = { ...all, supply };
      const sparse = { ...plain, regulariser: 'sparsity', weight: 0.1 } as const;
      const low = { ...plain, regulariser: 'hopfield', weight: 0.1 } as const;
      expect(signOf(difference(rows, sparse, plain, 'eta')!)).toBe(1);
      expect(signOf(difference(rows, low, plain, 'energy')!)).toBe(-1);
    }
  });

  test('with sequences in plenty later context redeems early decisions; with few it does not without a regulariser', () => {
    expect(signOf(difference(rows, all, { ...all, context: 'prefix' }, 'earlyError')!)).toBe(-1);
    expect(claims[0]!.verdict).toBe('partly confirmed');
  });

  test('the energy helps where sequences are few, not where they are plenty; low energy is not high order', () => {
    expect(claims.slice(2).map(({ verdict }) => verdict)).toEqual(['partly confirmed', 'refuted']);
  });

  test('verdicts follow the rows: where early errors are swapped, so are they', () => {
    const swapped = rows.map((row) => ({ ...row, earlyError: 1 - row.earlyError, error: 1 - row.error }));
    const verdicts = attentionAblation.conclude(swapped).claims.map(({ verdict }) => verdict);
    expect(verdicts[0]).toBe('refuted');
    expect(verdicts[1]).toBe('refuted');
  });

  test('the table has a row for each kind of decoder, every cell filled that has a meaning', () => {
    expect(table.rows).toHaveLength(rows.filter(({ seed }) => seed === 0).length);
    for (const row of table.rows) {
      expect(row).toHaveLength(table.headings.length);
      expect(row.filter((cell) => cell === '')).toHaveLength(row[1] === 'none' ? 4 : 0);
    }
  });

  test('the figure compiles without a warning', () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { spec } = compile(figure as unknown as TopLevelSpec);
    expect(() => new View(parse(spec))).not.toThrow();
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });
});

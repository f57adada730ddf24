import { largestComponentFraction } from '@cfc/modules-connectivity';
import { Warn, logger, parse } from 'vega';
import { type TopLevelSpec, compile } from 'vega-lite';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Conclusion, type Row, experiments } from '../src/index.js';
import { bridgesOf, etaWith } from '../src/connectivity-threshold/bridges.js';
import { energyOf, openByGates } from '../src/connectivity-threshold/open-by-gates.js';

const experiment = experiments.get('connectivity-threshold')!;
interface Told {
  readonly part: string;
  readonly size: number;
  readonly seed: number;
}
const cells = experiment.cells('quick') as readonly Told[];
const cellOf = (part: string): Told => cells.find((cell) => cell.part === part)!;

describe('a cell', () => {
  test.each(['threshold', 'shift', 'gates'])('of the part "%s" gives the same rows twice', (part) => {
    const rows = experiment.measure(cellOf(part));
    expect(rows.length).toBeGreaterThan(0);
    expect(experiment.measure(cellOf(part))).toEqual(rows);
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
  });

  test('is asked for at 20 seeds or more in full', () => {
    const full = experiment.cells('full') as readonly Told[];
    for (const part of ['threshold', 'shift', 'gates']) {
      const mine = full.filter((cell) => cell.part === part);
      const sizes = new Set(mine.map(({ size }) => size));
      expect(mine.length / sizes.size).toBeGreaterThanOrEqual(20);
    }
  });
});

describe('gates', () => {
  const bridges = bridgesOf(32, 5, 0.42, 0.05, 16);
  const gates = { cost: 0.05, sharpness: 4, benefit: 0 };

  test('begin with the graph that percolation finds, and end there where all are open', () => {
    const torus = { width: 32, height: 32, periodic: true, seed: 5, open: 0.42 };
    expect(etaWith(bridges, [])).toBe(largestComponentFraction(torus));
    expect(etaWith(bridges, bridges.bundles.keys())).toBe(largestComponentFraction({ ...torus, shortcuts: 0.05 }));
  });

  test('open one by one as long as the gain exceeds the cost, and no further', () => {
    const { open, eta } = openByGates(bridges, gates, { by: 'read', atOnce: false });
    expect(open.length).toBeGreaterThan(1);
    open.forEach((_, n) => {
      const before = energyOf(etaWith(bridges, open.slice(0, n)));
      const best = Math.max(
        ...[...bridges.bundles.keys()].map(
          (other) => before - energyOf(etaWith(bridges, [...open.slice(0, n), other])),
        ),
      );
      expect(before - energyOf(etaWith(bridges, open.slice(0, n + 1)))).toBe(best);
      expect(best).toBeGreaterThan(gates.cost);
    });
    for (const k of bridges.bundles.keys()) {
      expect(energyOf(eta) - energyOf(etaWith(bridges, [...open, k]))).toBeLessThanOrEqual(gates.cost);
    }
  });

  test('relaxed, open at gains above (a + b / 2) / weight, whatever they cost; without a benefit they close', () => {
    const relaxed = (benefit: number, cost: number) =>
      openByGates(bridges, { ...gates, benefit, cost }, { by: 'gates', atOnce: false }).open;
    expect(relaxed(0, 0.05)).toEqual([]);
    const asRead = openByGates(bridges, { ...gates, cost: 0.03 }, { by: 'read', atOnce: false }).open;
    expect(relaxed(0.15 / 0.03, 0.05)).toEqual(asRead);
    expect(relaxed(0.15 / 0.03, 0.4)).toEqual(asRead);
  });
});

describe('the quick run', () => {
  let rows: readonly Row[];
  let conclusion: Conclusion;
  beforeAll(() => {
    rows = cells.flatMap((cell) => experiment.measure(cell));
    conclusion = experiment.conclude(rows);
  });
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const numbers = (some: readonly Row[], column: string): number[] => some.map((row) => row[column] as number);

  test('finds the threshold of the square lattice within 0.01 of 1/2, by either estimate', () => {
    for (const [estimate, , threshold] of conclusion.table.rows.slice(0, 2)) {
      expect(['wrapping', 'gap']).toContain(estimate);
      expect(Math.abs(Number.parseFloat(threshold!) - 0.5)).toBeLessThan(0.01);
    }
  });

  test('finds the thresholds with shortcuts where generating functions put them, the lower the more shortcuts', () => {
    const shift = rows.filter(({ part }) => part === 'shift');
    let last = 0.52;
    for (const density of [0.005, 0.01, 0.02, 0.05, 0.1]) {
      const mine = shift.filter((row) => row['density'] === density);
      const half = mean(numbers(mine, 'half'));
      expect(Math.abs(half - mean(numbers(mine, 'halfTheory')))).toBeLessThan(0.004);
      expect(half).toBeLessThan(last);
      expect(mean(numbers(mine, 'onsetTheory'))).toBeLessThan(half);
      last = half;
    }
  });

  test('never has less than no shortcuts nor more than all of them, and opens none without a benefit', () => {
    const gates = rows.filter(({ part }) => part === 'gates');
    const of = (way: string): readonly Row[] => gates.filter((row) => row['way'] === way);
    const [none, all] = [numbers(of('no shortcuts'), 'eta'), numbers(of('all shortcuts'), 'eta')];
    for (const way of new Set(gates.map((row) => row['way'] as string))) {
      numbers(of(way), 'eta').forEach((eta, k) => {
        expect(eta).toBeGreaterThanOrEqual(none[k]!);
        expect(eta).toBeLessThanOrEqual(all[k]!);
      });
    }
    expect(numbers(of('gates relaxed, no benefit'), 'eta')).toEqual(none);
  });

  test('comes to its verdicts', () => {
    expect(conclusion.claims.map(({ verdict }) => verdict)).toEqual([
      'confirmed',
      'confirmed',
      'confirmed',
      'partly confirmed',
      'refuted',
    ]);
  });

  test('would come to others from other rows', () => {
    const flat = rows.map((row, k) => ({ ...row, half: 0.5, eta: row['p'] as number, wrapping: k % 3, gap: k % 3 }));
    const verdicts = experiment.conclude(flat).claims.map(({ verdict }) => verdict);
    expect(verdicts.slice(0, 3)).toEqual(['refuted', 'refuted', 'refuted']);
  });

  test('draws a figure that Vega-Lite compiles without a warning', () => {
    const warnings: unknown[] = [];
    const silent = logger(Warn);
    silent.warn = (...given: readonly unknown[]) => (warnings.push(given), silent);
    const { spec } = compile(conclusion.figure as unknown as TopLevelSpec, { logger: silent });
    expect(parse(spec)).toBeDefined();
    expect(warnings).toEqual([]);
  });
});

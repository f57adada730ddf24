import { describe, expect, test } from 'vitest';
import { availableFigures, figures, figureSpec, missingColumns, type Row } from '../../src/index.js';
import { pages, palette } from '../../src/figures/palette.js';
import { svgOf } from '../../src/node.js';
import { dualRows } from '../helpers/dual-rows.js';
import { sampleRows, sweepRows } from '../helpers/sample-run.js';

const rows = sampleRows();
const tableFor = (name: string): readonly Row[] =>
  name === 'pareto' ? sweepRows : name.startsWith('dual-') ? dualRows : rows;
const names = [...figures.keys()];

/** The numbers of points in all data sets of a specification. */
function pointsIn(spec: unknown): number {
  if (Array.isArray(spec)) return spec.reduce<number>((sum, one) => sum + pointsIn(one), 0);
  if (typeof spec !== 'object' || spec === null) return 0;
  const { values } = spec as { values?: unknown };
  return Array.isArray(values) && !('domain' in spec) ? values.length : pointsIn(Object.values(spec));
}

describe('every figure', () => {
  test.each(names)('%s is drawn of a real run without a warning, twice the same', async (name) => {
    const warnings: string[] = [];
    const draw = () => svgOf(figureSpec(name, tableFor(name)), { warn: (text) => warnings.push(text) });
    const [first, second] = [await draw(), await draw()];
    expect(warnings).toEqual([]);
    expect(first).toMatch(/^<svg /);
    expect(first).not.toMatch(/NaN|undefined|Infinity/);
    expect(second).toBe(first);
  });

  test.each(names)('%s has at most 2,000 points of a long run, and takes all rows as they come', (name) => {
    const long = Array.from({ length: 20_000 }, (_, k) => ({
      ...tableFor(name)[k % tableFor(name).length],
      step: k + 1,
    }));
    const count = pointsIn(figureSpec(name, name === 'pareto' ? sweepRows : long));
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(2002);
  });

  test.each(names)('%s says which columns are missing and what records them', (name) => {
    const figure = figures.get(name)!;
    const bare = [{ other: 1 }];
    expect(missingColumns(figure, bare)).toEqual(figure.needs);
    expect(() => figureSpec(name, bare)).toThrow(figure.recordedBy);
    expect(() => figureSpec(name, bare)).toThrow(figure.needs.join(', '));
  });

  test.each(names)('%s can be drawn of one row', async (name) => {
    const svg = await svgOf(figureSpec(name, tableFor(name).slice(0, 1)));
    expect(svg).not.toMatch(/NaN|undefined/);
  });
});

test('a table of a run, of a sweep, or of a dual optimization offers its own figures', () => {
  const [dual, others] = [true, false].map((is) => names.filter((name) => name.startsWith('dual-') === is));
  expect(availableFigures(rows).map(({ name }) => name)).toEqual(others!.filter((name) => name !== 'pareto'));
  expect(availableFigures(dualRows).map(({ name }) => name)).toEqual(dual);
  expect(availableFigures(sweepRows).map(({ name }) => name)).toEqual(['pareto']);
  expect(availableFigures([])).toEqual([]);
});

test('refused steps are crosses', async () => {
  const refused = rows.map((row, k) => (k % 5 === 0 ? { ...row, accepted: false, change: 0 } : row));
  const warnings: string[] = [];
  const svg = await svgOf(figureSpec('energy', refused), { warn: (text) => warnings.push(text) });
  expect(svg).toContain('8 of 40 steps refused (crosses)');
  expect(warnings).toEqual([]);
});

test('a name that no figure has is refused with the nearest', () => {
  expect(() => figureSpec('energie', rows)).toThrow('NAME_UNKNOWN: no figure "energie"');
  expect(() => figureSpec('energie', rows)).toThrow('"energy"');
});

test('a peak that lasts one step of a million is still there', () => {
  const long = Array.from({ length: 100_000 }, (_, k) => ({
    step: k + 1,
    unitEnergy: 1,
    change: k === 54_321 ? -7 : -1e-6,
  }));
  expect(JSON.stringify(figureSpec('energy', long))).toContain('"step":54322,"change":-7');
});

test('ids of users are drawn as text', async () => {
  const svg = await svgOf(
    figureSpec(
      'eta',
      sampleRows((i) => `<script>alert(${i})</script>&"`),
    ),
  );
  expect(svg).toContain('&lt;script&gt;alert(0)');
  expect(svg).not.toContain('<script');
});

test('the histogram puts falls and rises into different bars and counts every accepted step', () => {
  const changes = [-3, -2, -2, -1, 0, 0, 0.5, 1];
  const table = [...changes.map((change) => ({ change, accepted: true })), { change: 0, accepted: false }];
  const { data } = figureSpec('histogram', table) as unknown as {
    data: { values: { from: number; to: number; steps: number }[] };
  };
  expect(data.values.reduce((sum, { steps }) => sum + steps, 0)).toBe(8);
  const above = data.values.filter(({ from }) => from >= 0);
  expect(above.reduce((sum, { steps }) => sum + steps, 0)).toBe(2);
  expect(Math.min(...data.values.map(({ from }) => from))).toBeLessThanOrEqual(-3);
});

test('the front of a sweep is what no other run beats in both', () => {
  const { data } = figureSpec('pareto', sweepRows) as unknown as {
    data: { values: { speed: number; front: boolean }[] };
  };
  expect(data.values.map(({ speed, front }) => [speed, front])).toEqual([
    [12, true],
    [20, true],
    [25, false],
  ]);
});

test('all colours stand out from light and dark pages, at least 3 to 1', () => {
  const luminance = (colour: string): number => {
    const [r, g, b] = [1, 3, 5].map((k) => {
      const part = parseInt(colour.slice(k, k + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  for (const colour of palette) {
    for (const page of Object.values(pages)) {
      const [low, high] = [luminance(colour), luminance(page)].sort((a, b) => a - b) as [number, number];
      expect((high + 0.05) / (low + 0.05), `${colour} on ${page}`).toBeGreaterThanOrEqual(3);
    }
  }
});

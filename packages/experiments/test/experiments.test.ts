import { describe, expect, test } from 'vitest';
import { experiments } from '../src/index.js';

test('names are words with hyphens, and every experiment is found by its own', () => {
  for (const [name, experiment] of experiments) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(experiment.name).toBe(name);
  }
});

describe.each([...experiments.values()].map((experiment) => [experiment.name, experiment] as const))(
  '%s',
  (_name, { title, question, cells, measure }) => {
    test('says what it asks', () => {
      expect(title).toMatch(/^[A-Z]/);
      expect(question).toContain('?');
    });

    test.each(['quick', 'full'] as const)('has %s cells of plain data, each of them once', (scope) => {
      const all = cells(scope);
      expect(all.length).toBeGreaterThan(0);
      expect(JSON.parse(JSON.stringify(all))).toEqual(all);
      expect(new Set(all.map((cell) => JSON.stringify(cell))).size).toBe(all.length);
      expect(cells(scope)).toEqual(all);
    });

    test('has fewer cells in a quick look', () => {
      expect(JSON.stringify(cells('quick')).length).toBeLessThanOrEqual(JSON.stringify(cells('full')).length);
    });

    test('measures a cell as often as asked to the same flat rows', () => {
      const cell = cells('quick')[0];
      const rows = measure(cell);
      expect(rows.length).toBeGreaterThan(0);
      expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
      expect(measure(JSON.parse(JSON.stringify(cell)))).toEqual(rows);
      for (const value of rows.flatMap((row) => Object.values(row))) {
        expect(value === null || ['number', 'string'].includes(typeof value)).toBe(true);
      }
    });
  },
);

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepExtremes, type Row } from '../../src/index.js';

const tables = fc
  .array(fc.oneof(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), fc.constant(null)), { maxLength: 500 })
  .map((values): Row[] => values.map((y, k) => ({ x: k, y })));

test('at most so many rows stay, in order, and the extremes and both ends among them', () => {
  fc.assert(
    fc.property(tables, fc.integer({ min: 4, max: 100 }), (rows, most) => {
      const kept = keepExtremes(rows, 'x', 'y', most);
      const drawn = rows.filter(({ y }) => y !== null);
      expect(kept.length).toBeLessThanOrEqual(most);
      expect(kept.every((row) => drawn.includes(row))).toBe(true);
      expect(kept.map(({ x }) => x)).toEqual(kept.map(({ x }) => x as number).sort((a, b) => a - b));
      if (drawn.length === 0) return;
      const ys = (some: readonly Row[]) => some.map(({ y }) => y as number);
      expect(Math.max(...ys(kept))).toBe(Math.max(...ys(drawn)));
      expect(Math.min(...ys(kept))).toBe(Math.min(...ys(drawn)));
      expect([kept[0], kept.at(-1)]).toEqual([drawn[0], drawn.at(-1)]);
    }),
    { seed: 3 },
  );
});

test('few rows stay as they are, without those that have no number', () => {
  expect(keepExtremes([{ x: 1, y: 2 }, { x: 2, y: 'text' }, { x: 3 }], 'x', 'y', 4)).toEqual([{ x: 1, y: 2 }]);
});

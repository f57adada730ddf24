import { expect, test } from 'vitest';
import { moduliOf } from '../../src/index.js';

test('Hodge numbers become numbers of fields by three laws within bounds', () => {
  expect([0, 2, 17, 32, 491].map((h) => moduliOf(h))).toEqual([2, 2, 17, 32, 32]);
  expect([0, 25, 101, 491].map((h) => moduliOf(h, { law: 'root' }))).toEqual([2, 5, 10, 22]);
  expect([0, 1, 20].map((h) => moduliOf(h, { law: 'log', min: 1 }))).toEqual([1, 3, 15]);
  expect(moduliOf(500, { max: 64 })).toBe(64);
});

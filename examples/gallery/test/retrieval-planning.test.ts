import { expect, test } from 'vitest';
import { gates, greedy, passages, question } from '../src/retrieval-planning.js';

const asked = {
  needed: [],
  ids: [7, 8, 9],
  says: [
    [5, 5, 0],
    [5, 4, 0],
    [0, 0, 6],
  ],
};

test('gates that say the same close each other; what adds less than it costs stays closed', () => {
  for (const plan of [gates, greedy]) {
    expect([...plan(asked, 4)].sort()).toEqual([7, 9]);
    expect(plan(asked, 8)).toEqual([7]);
    expect(plan(asked, 11)).toEqual([]);
  }
});

test('questions of the two halves need passages of their own half, one to four', () => {
  for (const half of [0, 1] as const) {
    for (let seed = 0; seed < 20; seed++) {
      const { needed, ids, says } = question(seed, half);
      expect(needed.length).toBeGreaterThanOrEqual(1);
      expect(needed.length).toBeLessThanOrEqual(4);
      expect(needed.every((id) => id % 2 === half && id < passages.length)).toBe(true);
      expect(says).toHaveLength(ids.length);
    }
  }
});

import { expect, test } from 'vitest';
import { type Plan, type Shop, byGates, exact, gates, greedy, profit, shop } from '../src/scheduling.js';

/** Small enough to try every plan. */
const small = (seed: number): Shop => shop(seed, 6, 2);
const fits = ({ hours, room }: Shop, plan: Plan): boolean =>
  room.every((most, m) => plan.reduce((sum, on, job) => sum + (on === m ? hours[job]![m]! : 0), 0) <= most + 1e-9);

test('HiGHS finds what trying every plan finds', () => {
  for (const seed of [1, 2, 3]) {
    const one = small(seed);
    let best = 0;
    for (let code = 0; code < 3 ** 6; code++) {
      const plan = one.value.map((_, job) => (Math.floor(code / 3 ** job) % 3) - 1);
      if (fits(one, plan)) best = Math.max(best, profit(one, plan));
    }
    expect(profit(one, exact(one))).toBeCloseTo(best, 9);
  }
});

test('every plan fits, and none earns more than the exact one', () => {
  for (const seed of [1, 2, 3, 4]) {
    const one = shop(seed);
    const most = profit(one, exact(one));
    for (const plan of [greedy(one), byGates(one), exact(one)]) {
      expect(fits(one, plan)).toBe(true);
      expect(profit(one, plan)).toBeLessThan(most + 1e-9);
    }
  }
});

test('a machine with more hours than all jobs need has hours for nothing; one that is short has not', () => {
  const one = shop(1);
  const { prices } = gates({ ...one, room: [100, ...one.room.slice(1)] });
  expect(prices[0]).toBeLessThan(0.1);
  expect(Math.min(...gates({ ...one, room: one.room.map((most) => most / 2) }).prices)).toBeGreaterThan(0.5);
});

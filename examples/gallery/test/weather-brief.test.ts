import { expect, test } from 'vitest';
import { byEnergy, faulty, hampel, score, stuck, truth } from '../src/weather-brief.js';

test('a run of four equal readings is stuck but for its first, a run of three is not', () => {
  expect(stuck([1, 2, 2, 2, 2, 3, 3, 3])).toEqual([false, false, true, true, true, false, false, false]);
});

test('one seed makes one set of faults, about one day in ten', () => {
  expect(faulty(truth[0]!, 3)).toEqual(faulty(truth[0]!, 3));
  const many = faulty(truth[0]!, 3).filter((reading, t) => reading !== truth[0]![t]!).length / truth[0]!.length;
  expect(many).toBeGreaterThan(0.05);
  expect(many).toBeLessThan(0.15);
});

test('both methods find one spike in a calm record, and only that', () => {
  const calm = Array.from({ length: 400 }, (_, t) => 10 + Math.sin(t / 3));
  const spiked = calm.map((value, t) => (t === 200 ? value + 15 : value));
  for (const repaired of [byEnergy([spiked, calm]), hampel(spiked)]) {
    expect(repaired.flatMap((value, t) => (value === null ? [] : [t]))).toEqual([200]);
    expect(Math.abs(repaired[200]! - calm[200]!)).toBeLessThan(2);
  }
});

test('a score counts what is found, what is missed and what is alarmed for nothing', () => {
  const good = [0, 0, 0, 0];
  expect(score(good, [9, 9, 0, 0], [0, null, 1, null])).toEqual({ f1: 0.5, rmse: Math.sqrt(81 / 2) });
});

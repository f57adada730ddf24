import { uniform } from '@cfc/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, extrapolate, readGraph, wrappingThreshold } from '../src/index.js';
import { mean, pairsOf } from './by-search.js';

/** Whether the open bonds of a torus close a loop around it: a search that unrolls the torus meets a node at two places. */
function wraps(width: number, height: number, opened: ReadonlySet<number>): boolean {
  const pairs = pairsOf(readGraph({ width, height, periodic: true }).bonds);
  const place = new Map<number, readonly [number, number]>();
  for (let start = 0; start < width * height; start++) {
    if (place.has(start)) continue;
    place.set(start, [0, 0]);
    const queue = [start];
    for (const node of queue) {
      const [x, y] = place.get(node)!;
      for (const bond of opened) {
        const [i, j] = pairs[bond]!;
        const step = bond % 2 === 0 ? [1, 0] : [0, 1];
        for (const [from, to, sign] of [
          [i, j, 1],
          [j, i, -1],
        ] as const) {
          if (from !== node) continue;
          const there = [x + sign * step[0]!, y + sign * step[1]!] as const;
          const known = place.get(to);
          if (known !== undefined && (known[0] !== there[0] || known[1] !== there[1])) return true;
          if (known !== undefined) continue;
          place.set(to, there);
          queue.push(to);
        }
      }
    }
  }
  return false;
}

test('it is the bond with which a search first finds a loop around the torus', () => {
  const side = fc.integer({ min: 1, max: 5 });
  fc.assert(
    fc.property(side, side, fc.nat(), (width, height, seed) => {
      const count = 2 * width * height;
      const levels = Array.from({ length: count }, (_, bond) => uniform(seed, 0, bond));
      const order = levels.map((_, bond) => bond).sort((a, b) => levels[a]! - levels[b]!);
      const opened = Math.round(wrappingThreshold({ width, height, seed }) * (count + 1));
      expect(wraps(width, height, new Set(order.slice(0, opened)))).toBe(true);
      expect(wraps(width, height, new Set(order.slice(0, opened - 1)))).toBe(false);
    }),
    { seed: 1, numRuns: 60 },
  );
});

test('at p = 1/2 a loop is there with probability 0.690473725 (Pinson 1994; Newman and Ziff 2001)', () => {
  const [side, seeds] = [16, 4000];
  const count = 2 * side * side;
  const share = new Float64Array(count + 1);
  for (let seed = 0; seed < seeds; seed++) {
    const opened = Math.round(wrappingThreshold({ width: side, height: side, seed }) * (count + 1));
    for (let n = opened; n <= count; n++) share[n]! += 1 / seeds;
  }
  const deviation = Math.sqrt((0.69 * 0.31) / seeds);
  expect(Math.abs(canonical(share, 0.5) - 0.690473725)).toBeLessThan(3 * deviation);
});

test('its mean tends to 1/2', () => {
  const estimates = [8, 16, 32].map((size) => {
    const values = Array.from({ length: 300 }, (_, seed) => wrappingThreshold({ width: size, height: size, seed }));
    const error = Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)) / 299);
    return { size, value: mean(values), error };
  });
  const { value, error } = extrapolate(estimates);
  expect(error).toBeLessThan(0.003);
  expect(Math.abs(value - 0.5)).toBeLessThan(3 * error);
});

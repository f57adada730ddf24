import { beforeAll, describe, expect, test } from 'vitest';
import type { Conclusion } from '../src/index.js';
import type { Found } from '../src/wormhole-effect/cells.js';
import { BENEFIT, PRICE, gates, timeToOpen } from '../src/wormhole-effect/gate.js';
import { wormholeEffect } from '../src/wormhole-effect/wormhole-effect.js';
import { expectWhole, quick, verdicts } from './quick.js';

describe('the time to open', () => {
  test('is the closed form at p = 2: half the logarithm of η² / (A - B η²) over A', () => {
    const [growth, brake] = [2 * (BENEFIT - PRICE), 4 * PRICE];
    const primitive = (eta: number): number => Math.log(eta ** 2 / (growth - brake * eta ** 2)) / (2 * growth);
    for (const from of [1e-6, 1e-3, 0.1]) {
      expect(timeToOpen(2, from) / (primitive(0.5) - primitive(from))).toBeCloseTo(1, 6);
    }
  });

  test('is endless where the price holds a gate back', () => {
    expect(timeToOpen(3, 0.1)).toBe(Infinity);
    expect(timeToOpen(3, 0.2)).toBeLessThan(Infinity);
  });
});

test('the energy of a gate has its least value at 1 for every power', () => {
  for (const power of [0.5, 1, 1.5, 2, 3, 4]) {
    const system = gates([{ power, signal: 'benefit' }], { benefit: BENEFIT });
    const energy = (eta: number): number => system.energy(Float64Array.of(eta, 0), system.unit);
    expect(energy(1)).toBeCloseTo(2 * PRICE - BENEFIT, 12);
    expect(energy(1)).toBeLessThan(energy(0));
    expect(energy(0.5)).toBeCloseTo(PRICE / 4 + PRICE / 16 - BENEFIT * 0.5 ** power, 12);
  }
});

describe('the quick run', () => {
  let rows: readonly Found[];
  let conclusion: Conclusion;
  beforeAll(() => {
    ({ rows, conclusion } = quick<Found>('wormhole-effect'));
  });
  const at = (power: number, start: number): Found =>
    rows.find((row) => row.task === 'reopen' && row.power === power && row.start === start)!;
  const share = (power: number, noise: number, column: 'open' | 'falselyOpen'): number => {
    const some = rows.filter((row) => row.noise === noise && row.power === power && (row.start > 0 || power === 1));
    return some.reduce((sum, row) => sum + row[column]!, 0) / some.length;
  };

  test('opens a closed gate by p = 1 alone, and the sooner the wider a gate stands open', () => {
    for (const { power, steps } of rows.filter(({ task, start }) => task === 'reopen' && start === 0)) {
      expect(steps !== null).toBe(power === 1);
    }
    expect(at(2, 1e-6).steps!).toBeGreaterThan(at(2, 1e-2).steps!);
    expect(at(2, 1e-2).steps!).toBeGreaterThan(at(1.5, 1e-2).steps!);
  });

  test('opens by noise what has no benefit, the plain gate most', () => {
    expect(share(1, 0, 'falselyOpen')).toBe(0);
    expect(share(1, 0.2, 'falselyOpen')).toBeGreaterThan(0.03);
    expect(share(1, 0.8, 'falselyOpen')).toBeGreaterThan(share(1, 0.2, 'falselyOpen'));
    for (const noise of [0.2, 0.8]) expect(share(2, noise, 'falselyOpen')).toBeLessThan(share(1, noise, 'falselyOpen'));
    expect([share(1, 0, 'open'), share(2, 0, 'open'), share(3, 0, 'open')]).toEqual([1, 1, 0]);
  });

  test('comes to its verdicts, and would come to others from other rows', () => {
    expect(verdicts(conclusion)).toEqual(['confirmed', 'confirmed', 'refuted', 'partly confirmed']);
    const dead = rows.map((row) => ({ ...row, slope: 1, steps: null, predicted: 5, proximal: 0, falselyOpen: 0 }));
    const others = verdicts(wormholeEffect.conclude(dead));
    expect([others[0], others[2], others[3]]).toEqual(['refuted', 'confirmed', 'confirmed']);
  });

  test('tells all of it', () => expectWhole(conclusion));
});

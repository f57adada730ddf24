import { beforeAll, describe, expect, test } from 'vitest';
import { COSTS, type Found, STRENGTHS } from '../src/coupling-gate-sweep/cells.js';
import { couplingGateSweep } from '../src/coupling-gate-sweep/coupling-gate-sweep.js';
import { mapOf, placeAt } from '../src/coupling-gate-sweep/map.js';
import type { Conclusion } from '../src/index.js';
import { expectWhole, quick, verdicts } from './quick.js';

describe('the quick run', () => {
  let rows: readonly Found[];
  let conclusion: Conclusion;
  beforeAll(() => {
    ({ rows, conclusion } = quick<Found>('coupling-gate-sweep'));
  });

  test('revises nothing without couplings, and the less the dearer the gates are', () => {
    const map = mapOf(rows);
    expect(map).toHaveLength(STRENGTHS.length * COSTS.length);
    for (const cost of COSTS) expect(placeAt(map, 0, cost)).toMatchObject({ revised: 0, deltaF: 0, muHat: 0 });
    for (const strength of STRENGTHS) {
      const revised = COSTS.map((cost) => placeAt(map, strength, cost).revised);
      for (let k = 1; k < revised.length; k++) expect(revised[k]!).toBeLessThanOrEqual(revised[k - 1]!);
    }
  });

  test('opens more gates the stronger the couplings are, where opening is free', () => {
    const map = mapOf(rows);
    const rate = STRENGTHS.map((strength) => placeAt(map, strength, 0).muHat);
    for (let k = 1; k < rate.length; k++) expect(rate[k]!).toBeGreaterThan(rate[k - 1]!);
  });

  test('corrects most where the couplings are about those of the model', () => {
    const map = mapOf(rows);
    const best = map.reduce((a, b) => (b.net.mean > a.net.mean ? b : a));
    expect(best.strength).toBeGreaterThanOrEqual(0.25);
    expect(best.strength).toBeLessThanOrEqual(2);
    expect(best.net.low).toBeGreaterThan(0);
  });

  test('comes to its verdicts, and would come to others from other rows', () => {
    expect(verdicts(conclusion)).toEqual(['confirmed', 'refuted', 'partly confirmed']);
    const equal = rows.map((row, k) => ({ ...row, corrected: 2, broken: 2, deltaF: k % 7 }));
    expect(verdicts(couplingGateSweep.conclude(equal)).slice(0, 2)).toEqual(['refuted', 'partly confirmed']);
  });

  test('tells all of it', () => expectWhole(conclusion));
});

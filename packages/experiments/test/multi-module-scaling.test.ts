import { relax } from '@cfc/core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Conclusion } from '../src/index.js';
import type { Found, Relaxed } from '../src/multi-module-scaling/cells.js';
import { alongChain, chain, readings } from '../src/multi-module-scaling/chain.js';
import { agreement, correlation, reach } from '../src/multi-module-scaling/coherence.js';
import { multiModuleScaling } from '../src/multi-module-scaling/multi-module-scaling.js';
import { expectWhole, quick, verdicts } from './quick.js';

describe('a chain', () => {
  test('joins sequence, graph and gate of a unit, and the gate to the next sequence', () => {
    const system = chain([0.1, 0.2, 0.3], 'all');
    expect(system.ids).toEqual(['order', 'links', 'gate'].flatMap((kind) => [0, 1, 2].map((i) => `${kind}${i}`)));
    const joins = system.couplings
      .filter(({ name }) => name === 'QuadraticCoupling')
      .flatMap(({ a, b }) => [...a].map((i, k) => `${system.ids[i]}-${system.ids[b[k]!]}`));
    expect(joins.sort()).toEqual([
      'gate0-order1',
      'gate1-order2',
      'links0-gate0',
      'links1-gate1',
      'links2-gate2',
      'order0-links0',
      'order1-links1',
      'order2-links2',
    ]);
    expect(alongChain(Float64Array.from({ length: 9 }, (_, i) => i))).toEqual([0, 3, 6, 1, 4, 7, 2, 5, 8]);
  });

  test('without couplings relaxes to order, connectivity and closed gates', () => {
    const { vector } = relax(chain([0.1, 0.4], 'none'), new Float64Array(6).fill(0.6));
    [1, 1, 1, 1, 0, 0].forEach((end, i) => expect(Math.abs(vector[i]! - end)).toBeLessThan(1e-6));
  });

  test('reads order parameters of all kinds, the same for the same seed', () => {
    const read = readings(40, 2);
    for (const values of [read.order, read.links, read.gates]) {
      expect(values).toHaveLength(40);
      expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(0.2);
    }
    expect(readings(40, 2)).toEqual(read);
    expect(readings(40, 3)).not.toEqual(read);
  });
});

describe('measures of coherence', () => {
  test('agreement is 1 where all modules are alike, and falls with the distance between neighbours', () => {
    expect(agreement(new Float64Array(6).fill(0.3))).toBe(1);
    expect(agreement(Float64Array.of(1, 1, 0))).toBe(0.5);
  });

  test('correlation is 1 for a shift that changes nothing, -1 for one that turns all round, 0 for gates alike', () => {
    const gates = (values: readonly number[]) => Float64Array.from([...values, ...values, ...values]);
    const turning = Array.from({ length: 1000 }, (_, i) => i % 2);
    expect(correlation(gates(turning), 2)).toBeCloseTo(1, 12);
    expect(correlation(gates(turning), 1)).toBeCloseTo(-1, 12);
    expect(correlation(gates([1, 1, 1]), 1)).toBe(0);
  });

  test('reach is the distance to the last module that changes by a hundredth of the most', () => {
    const before = new Float64Array(9);
    const after = Float64Array.of(0, 0.02, 0, 0.002, 0.5, 0.004, 0, 0.006, 0);
    expect(alongChain(after)).toEqual([0, 0.002, 0, 0.02, 0.5, 0.006, 0, 0.004, 0]);
    expect(reach(before, after)).toBe(1);
    expect(reach(before, before)).toBe(0);
  });
});

describe('the quick run', () => {
  let relaxed: readonly Relaxed[];
  let rows: readonly Found[];
  let conclusion: Conclusion;
  beforeAll(() => {
    ({ rows, conclusion } = quick<Found>('multi-module-scaling'));
    relaxed = rows.filter((row): row is Relaxed => row.task === 'relax');
  });

  test('has the lower energy and the more agreement the more couplings act', () => {
    for (const { modules, seed, agreement: agreed, energyPerModule } of relaxed.filter(
      (row) => row.couplings === 'all',
    )) {
      const other = relaxed.find((row) => row.modules === modules && row.seed === seed && row.couplings === 'none')!;
      expect(agreed).toBeGreaterThan(other.agreement);
      expect(energyPerModule).toBeLessThan(other.energyPerModule);
      expect(other.reach).toBe(0);
    }
  });

  test('lowers the energy at every step where all couplings act', () => {
    const traced = rows.filter((row) => row.task === 'trace');
    for (const row of traced.filter(({ couplings, step }) => couplings === 'all' && step > 0)) {
      const before = traced.find(
        (one) => one.seed === row.seed && one.couplings === 'all' && one.step === row.step - 1,
      )!;
      expect(row.energyPerModule).toBeLessThan(before.energyPerModule);
    }
  });

  test('comes to its verdicts, and would come to others from other rows', () => {
    expect(verdicts(conclusion)).toEqual(['confirmed', 'refuted', 'confirmed']);
    const others = rows.map((row) =>
      row.task === 'trace'
        ? row
        : {
            ...row,
            agreement: 0.5,
            energyPerModule: 1,
            reach: row.modules,
            correlationFar: row.correlationFar && 1,
            work: row.modules,
            descentWork: row.modules,
          },
    );
    expect(verdicts(multiModuleScaling.conclude(others))).toEqual(['refuted', 'confirmed', 'refuted']);
  });

  test('tells all of it', () => expectWhole(conclusion));
});

import { normal } from '@cfc/core';
import { expect, test } from 'vitest';
import { codeOf } from '../code-of.js';
import {
  cosinesOf,
  type CombineOptions,
  type MethodName,
  coefficientsFromGram,
  combine,
  gramOf,
  roleWarning,
} from '../../src/index.js';
import { randomGradients } from './random-matrices.js';

const methods: readonly MethodName[] = ['sum', 'pcgrad', 'cagrad', 'mgda', 'upgrad', 'dualproj'];
const largest = (rows: readonly Float64Array[]): number =>
  Math.max(...rows.flatMap((row) => Array.from(row, Math.abs)));

test('every method scales with the gradients, from 1e-8 to 1e8', () => {
  for (let n = 0; n < 600; n++) {
    const gradients = randomGradients(n, 6);
    const size = largest(gradients);
    for (const method of methods) {
      const options = { method, seed: n };
      const plain = combine(gradients, options).direction;
      for (const scale of [1e-8, 1e-4, 1, 1e4, 1e8]) {
        const scaled = combine(
          gradients.map((row) => row.map((entry) => scale * entry)),
          options,
        ).direction;
        const off = Math.max(0, ...scaled.map((entry, k) => Math.abs(entry / scale - plain[k]!)));
        expect(off, `${method} on ${n} times ${scale}`).toBeLessThanOrEqual(1e-9 * size);
      }
    }
  }
});

test('the Gram matrix alone gives the same coefficients, and the direction is their sum', () => {
  for (let n = 0; n < 300; n++) {
    const gradients = randomGradients(n);
    for (const method of methods) {
      const { coefficients, direction, gram } = combine(gradients, { method, seed: n });
      const alone = coefficientsFromGram(
        gram.map((row) => Array.from(row)),
        { method, seed: n },
      );
      expect(alone.coefficients).toEqual(coefficients);
      direction.forEach((entry, i) => {
        const parts = gradients.map((row, k) => coefficients[k]! * row[i]!);
        const size = parts.reduce((total, part) => total + Math.abs(part), 0);
        expect(Math.abs(entry - parts.reduce((total, part) => total + part, 0))).toBeLessThanOrEqual(1e-13 * size);
      });
    }
  }
});

test('the direction goes where one says, over whatever was there', () => {
  const gradients = Array.from({ length: 6 }, (_, i) =>
    Float64Array.from({ length: 5000 }, (_entry, k) => normal(i, 1, k)),
  );
  const out = new Float64Array(5000).fill(7);
  const { direction } = combine(gradients, { method: 'upgrad' }, out);
  expect(direction).toBe(out);
  expect(direction).toEqual(combine(gradients, { method: 'upgrad' }).direction);
});

test('Gram matrices of long gradients are those of plain sums', () => {
  for (const [count, length] of [
    [1, 5000],
    [2, 1024],
    [3, 1025],
    [5, 2047],
    [8, 3000],
  ] as const) {
    const gradients = Array.from({ length: count }, (_, i) =>
      Float64Array.from({ length }, (_entry, k) => normal(i, 0, k)),
    );
    const gram = gramOf(gradients);
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < count; j++) {
        const plain = gradients[i]!.reduce((total, entry, k) => total + entry * gradients[j]![k]!, 0);
        expect(Math.abs(gram[i]![j]! - plain)).toBeLessThan(1e-12 * length);
      }
    }
  }
});

test('the orders of PCGrad come from its seed and step, or from random numbers that are handed in', () => {
  const gradients = [
    [1, 0, 0],
    [-0.5, 1, 0],
    [-0.4, -0.9, 0.5],
    [-0.1, 0.3, -1],
  ].map((row) => Float64Array.from(row));
  const run = (options: CombineOptions): number[] => [
    ...combine(gradients, { method: 'pcgrad', ...options }).coefficients,
  ];
  expect(run({ seed: 3, step: 5 })).toEqual(run({ seed: 3, step: 5 }));
  const several = new Set(Array.from({ length: 20 }, (_, step) => run({ seed: 3, step }).join()));
  expect(several.size).toBeGreaterThan(5);
  expect(run({ rng: () => 0 })).toEqual(run({ rng: () => 0, seed: 9 }));
  // Zero swaps the last with the first, again and again: 1, 2, 3 becomes 2, 3, 1.
  expect(run({ rng: () => 0 })).toEqual(
    run({
      orders: [
        [2, 3, 1],
        [2, 3, 0],
        [1, 3, 0],
        [1, 2, 0],
      ],
    }),
  );
});

test('cosines are told before and after: projected gradients of UPGrad, of two opposed ones PCGrad too, conflict no more', () => {
  const gradients = [
    [1, 0.2],
    [-0.8, 0.5],
  ].map((row) => Float64Array.from(row));
  for (const method of ['pcgrad', 'upgrad'] as const) {
    const { before, after, alignment } = combine(gradients, { method });
    expect(before.cosineMin).toBeLessThan(0);
    expect(before.conflictFraction).toBe(1);
    expect(after.conflictFraction).toBe(0);
    expect(Math.min(...alignment)).toBeGreaterThan(0);
  }
  const plain = combine(gradients);
  expect(plain.after.cosine[0]![1]).toBeCloseTo(plain.before.cosine[0]![1]!, 14);
  const same = combine([gradients[0]!, gradients[0]!.map((entry) => 3 * entry)]);
  expect(same.before.redundancy).toBeCloseTo(1, 14);
  expect([...same.alignment].map((entry) => Math.round(entry * 1e12) / 1e12)).toEqual([1, 1]);
});

test('gradients of 0 and single ones pass', () => {
  const zero = new Float64Array(3);
  for (const method of methods) {
    const none = combine([zero, zero], { method });
    expect([...none.direction]).toEqual([0, 0, 0]);
    expect(none.stationary).toBe(true);
    expect(none.gap).toBe(0);
    const one = combine([Float64Array.of(3, -4)], { method });
    const factor = method === 'cagrad' ? 1.5 : 1;
    expect(one.direction[0]).toBeCloseTo(3 * factor, 14);
    expect(one.stationary).toBe(false);
  }
});

test('who mixes roles by a method that must not is told so', () => {
  const gradients = [Float64Array.of(1, 0), Float64Array.of(-1, 1)];
  const warned = (options: CombineOptions): number => combine(gradients, options).warnings.length;
  const roles = ['task', 'constraint'];
  for (const method of ['pcgrad', 'mgda', 'upgrad', 'dualproj'] as const) {
    expect(warned({ method, roles })).toBe(1);
    expect(warned({ method, roles: ['constraint', 'constraint'] })).toBe(0);
    expect(warned({ method })).toBe(0);
  }
  expect(warned({ roles })).toBe(0);
  expect(warned({ method: 'cagrad', roles })).toBe(0);
  expect(warned({ method: 'cagrad', c: 1, roles })).toBe(1);
  expect(roleWarning('upgrad', roles, 0)).toContain('task, constraint');
});

test('what cannot be combined is refused by one clear error', () => {
  const good = [Float64Array.of(1, 2), Float64Array.of(3, 4)];
  const bad: readonly (() => unknown)[] = [
    () => combine([]),
    () => combine([Float64Array.of(1), Float64Array.of(1, 2)]),
    () => combine([[1, 2]] as never),
    () => combine([Float64Array.of(NaN, 1)]),
    () => combine([Float64Array.of(1e200, 1)]),
    () => combine(good, { roles: ['task'] }),
    () => combine(good, {}, new Float64Array(3)),
    () => combine(good, { method: 'pcgrad', orders: [[1]] }),
    () => combine(good, { method: 'pcgrad', orders: [[0], [0]] }),
    () => coefficientsFromGram([]),
    () => coefficientsFromGram([[1, 0]]),
    () =>
      coefficientsFromGram([
        [1, 0],
        [0.5, 1],
      ]),
    () => coefficientsFromGram([[-1]]),
    () => coefficientsFromGram([[Infinity]]),
  ];
  bad.forEach((act, k) => expect(codeOf(act), `case ${k}`).toBe('INPUT_INVALID'));
  expect(codeOf(() => combine(good, { method: 'adam' as never }))).toBe('OPTION_INVALID');
  expect(codeOf(() => combine(good, { method: 'cagrad', c: -1 }))).toBe('OPTION_INVALID');
  expect(codeOf(() => combine(good, { methods: 'sum' } as never))).toBe('OPTION_UNKNOWN');
});

test('hundreds of gradients pass', () => {
  const unit = Array.from({ length: 600 }, (_, i) => Float64Array.from({ length: 600 }, (_, j) => (i === j ? 1 : 0)));
  expect(cosinesOf(unit)).toMatchObject({ cosineMin: 0, largestEigenvalue: 1, conflictFraction: 0 });
});

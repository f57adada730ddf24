import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type CombineOptions, combine, cosinesOf, gramOf } from '../../src/index.js';

interface Directed {
  readonly direction: readonly number[];
}
interface Case {
  readonly name: string;
  readonly J: readonly (readonly number[])[];
  readonly gram: readonly (readonly number[])[];
  readonly pcgrad: readonly { orders: number[][]; weights_sum: number[]; direction_sum: number[] }[];
  readonly mgda: Directed;
  readonly upgrad_exact: Directed;
  readonly dualproj_exact: Directed;
  readonly cagrad: {
    readonly runs: readonly { c: number; weights: number[]; direction_rescale0: number[]; stationary: boolean }[];
  };
}
interface CosineCase {
  readonly name: string;
  readonly J: readonly (readonly number[])[];
  readonly cosine: readonly (readonly number[])[];
  readonly lambda_max_of_cosine_matrix: number;
  readonly redundancy: number;
  readonly conflict_fraction: number;
  readonly min_cosine: number;
}

const file = new URL('../fixtures/gradients.json', import.meta.url);
const { aggregators, cosine } = JSON.parse(readFileSync(file, 'utf8')) as {
  aggregators: {
    cases: readonly Case[];
    torchjd: { J: number[][]; values: Readonly<Record<string, number[]>>; weights: Readonly<Record<string, number[]>> };
    pcgrad_all_orders_three_conflict: { runs: readonly { orders: number[][]; direction_sum: number[] }[] };
  };
  cosine: { cases: readonly CosineCase[] };
};

const rowsOf = (J: readonly (readonly number[])[]): Float64Array[] => J.map((row) => Float64Array.from(row));
const largest = (J: readonly (readonly number[])[]): number => Math.max(...J.flat().map(Math.abs));

function off(J: readonly (readonly number[])[], options: CombineOptions, expected: readonly number[]): number {
  const { direction } = combine(rowsOf(J), options);
  return Math.max(...expected.map((value, k) => Math.abs(value - direction[k]!))) / largest(J);
}

test('all recorded directions come out the same, to 1e-9 of the largest entry', () => {
  expect(aggregators.cases).toHaveLength(12);
  for (const { name, J, pcgrad, mgda, upgrad_exact, dualproj_exact, cagrad } of aggregators.cases) {
    for (const { orders, direction_sum } of pcgrad) {
      expect(off(J, { method: 'pcgrad', orders }, direction_sum), `pcgrad on ${name}`).toBeLessThanOrEqual(1e-9);
    }
    expect(off(J, { method: 'mgda' }, mgda.direction), `mgda on ${name}`).toBeLessThanOrEqual(1e-9);
    expect(off(J, { method: 'upgrad' }, upgrad_exact.direction), `upgrad on ${name}`).toBeLessThanOrEqual(1e-9);
    expect(off(J, { method: 'dualproj' }, dualproj_exact.direction), `dualproj on ${name}`).toBeLessThanOrEqual(1e-9);
    for (const { c, direction_rescale0, stationary } of cagrad.runs) {
      const options = { method: 'cagrad', c } as const;
      expect(off(J, options, direction_rescale0), `cagrad ${c} on ${name}`).toBeLessThanOrEqual(1e-9);
      expect(combine(rowsOf(J), options).stationary, `cagrad ${c} on ${name}`).toBe(stationary);
    }
    const total = J[0]!.map((_, k) => J.reduce((sum, row) => sum + row[k]!, 0));
    expect(off(J, {}, total)).toBeLessThanOrEqual(1e-15);
  }
});

test('where the Gram matrix is regular the coefficients are the recorded ones too', () => {
  const { J, values, weights } = aggregators.torchjd;
  const known = [
    ['mgda', 'mgda', {}],
    ['pcgrad', 'pcgrad_sum', {}],
    ['upgrad', 'upgrad', {}],
    ['dualproj', 'dualproj', {}],
    ['cagrad', 'cagrad_c0.5', { c: 0.5 }],
  ] as const;
  for (const [method, key, more] of known) {
    const { coefficients, direction } = combine(rowsOf(J), { method, ...more });
    const recorded = weights[method] ?? weights[key]!;
    // Quoted to four digits, and those of UPGrad and DualProj of a G with 1e-4 added to its diagonal.
    recorded.forEach((weight, k) => expect(Math.abs(coefficients[k]! - weight), key).toBeLessThan(5e-4));
    values[key]!.forEach((value, k) => expect(Math.abs(direction[k]! - value), key).toBeLessThan(1e-3));
  }
  const regular = aggregators.cases.filter(({ name }) =>
    ['torchjd_base', 'three_conflict', 'random_5x10'].includes(name),
  );
  for (const { J: matrix, cagrad, pcgrad } of regular) {
    for (const { c, weights: expected } of cagrad.runs) {
      const { coefficients } = combine(rowsOf(matrix), { method: 'cagrad', c });
      expected.forEach((weight, k) => expect(coefficients[k]).toBeCloseTo(weight, 9));
    }
    for (const { orders, weights_sum } of pcgrad) {
      const { coefficients } = combine(rowsOf(matrix), { method: 'pcgrad', orders });
      weights_sum.forEach((weight, k) => expect(coefficients[k]).toBeCloseTo(weight, 12));
    }
  }
});

test('every order of PCGrad gives what it is to give', () => {
  const { J } = aggregators.cases.find(({ name }) => name === 'three_conflict')!;
  const { runs } = aggregators.pcgrad_all_orders_three_conflict;
  expect(runs).toHaveLength(8);
  for (const { orders, direction_sum } of runs) {
    expect(off(J, { method: 'pcgrad', orders }, direction_sum)).toBeLessThanOrEqual(1e-12);
  }
});

test('Gram and cosine matrices are the recorded ones, with their eigenvalue and what they say of conflict', () => {
  for (const { J, gram } of aggregators.cases) {
    const own = gramOf(rowsOf(J));
    gram.forEach((row, i) => row.forEach((entry, j) => expect(own[i]![j]).toBeCloseTo(entry, 9)));
  }
  expect(cosine.cases).toHaveLength(5);
  for (const one of cosine.cases) {
    const own = cosinesOf(gramOf(rowsOf(one.J)));
    one.cosine.forEach((row, i) => row.forEach((entry, j) => expect(own.cosine[i]![j]).toBeCloseTo(entry, 12)));
    expect(own.largestEigenvalue, one.name).toBeCloseTo(one.lambda_max_of_cosine_matrix, 12);
    expect(own.redundancy).toBeCloseTo(one.redundancy, 12);
    expect(own.conflictFraction).toBeCloseTo(one.conflict_fraction, 12);
    expect(own.cosineMin).toBeCloseTo(one.min_cosine, 12);
  }
});

import { CfcError, type Fields, describe, fill, neededNumber, number } from '@cfc/core';
import type { Parameters } from './parameters.js';

/** Parameters as the kernels read them. One of these is filled again and again where many potentials are drawn. */
export interface Terms {
  /** Number of fields. */
  readonly n: number;
  /** kᵢ = Mᵢ² + m. */
  readonly k: Float64Array;
  /** cᵢ. */
  readonly c: Float64Array;
  /** L by rows, n · n; read only where `mixed`. */
  readonly L: Float64Array;
  /** Whether L is anything but zeros. */
  mixed: boolean;
  A: number;
  a: number;
  D: number;
  p: number;
  gamma: number;
  d: number;
}

/** Terms of n fields, all 0 but a, p and d. */
export function emptyTerms(n: number): Terms {
  const [k, c, L] = [new Float64Array(n), new Float64Array(n), new Float64Array(n * n)];
  return { n, k, c, L, mixed: false, A: 0, a: 1, D: 0, p: 1, gamma: 0, d: 1e-8 };
}

const scalars = {
  shift: number(0, 'm, added to every Mᵢ²'),
  A: neededNumber('A, strength of the cusp', { min: 0 }),
  a: neededNumber('a, how fast it decays', { above: 0 }),
  D: neededNumber('D, the uplift', { min: 0 }),
  p: neededNumber('p, its power', { above: 0 }),
  gamma: neededNumber('γ, the quartic wall'),
  d: number(1e-8, 'd, half the width of the cusp', { above: 0 }),
} satisfies Fields;

/** Checks parameters and lays them out. Throws `INPUT_INVALID`, `OPTION_INVALID` and `OPTION_UNKNOWN`. */
export function termsOf(parameters: Parameters): Terms {
  const { M, L, linear, ...rest } = parameters;
  const { shift, ...others } = fill(scalars, rest, 'potential');
  const terms = emptyTerms(checked(M, M?.length ?? 0, 'M').length);
  const { n } = terms;
  if (n === 0) throw new CfcError('INPUT_INVALID', 'M is empty', 'potential.M', 'Give one Mᵢ for each field.');
  for (let i = 0; i < n; i++) terms.k[i] = M[i]! * M[i]! + shift;
  if (linear !== undefined && linear !== null) terms.c.set(checked(linear, n, 'linear'));
  if (L !== undefined && L !== null) setMixing(terms, L);
  return Object.assign(terms, others);
}

function setMixing(terms: Terms, L: readonly (readonly number[])[]): void {
  const { n } = terms;
  if (!Array.isArray(L) || L.length !== n) {
    throw new CfcError('INPUT_INVALID', `L is ${describe(L)}, not ${n} rows`, 'potential.L', `Give ${n} rows of ${n}.`);
  }
  L.forEach((row, i) => terms.L.set(checked(row, n, `L[${i}]`), i * n));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      if (L[i]![j] === L[j]![i]) continue;
      const what = `L[${i}][${j}] is ${L[i]![j]}, L[${j}][${i}] is ${L[j]![i]}`;
      throw new CfcError('INPUT_INVALID', what, 'potential.L', 'Give a symmetric matrix, (L + Lᵀ) / 2.');
    }
  }
  terms.mixed = terms.L.some((entry) => entry !== 0);
}

function checked(list: readonly number[], length: number, name: string): readonly number[] {
  const where = `potential.${name}`;
  if (!Array.isArray(list) || list.length !== length) {
    throw new CfcError(
      'INPUT_INVALID',
      `${name} is ${describe(list)}`,
      where,
      `Give a list of ${length || 'one or more'} numbers.`,
    );
  }
  const bad = list.findIndex((entry) => !Number.isFinite(entry));
  if (bad === -1) return list;
  throw new CfcError('INPUT_INVALID', `${describe(list[bad])} is no finite number`, `${where}[${bad}]`);
}

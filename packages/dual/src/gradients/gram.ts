import { CfcError, describe } from '@cfc/core';

/** Rows of a symmetric matrix: scalar products of gradients. */
export type Gram = readonly Float64Array[];

/** Parameters of a block: two pairs of its rows fit into the nearest memory. */
const BLOCK = 1024;

/**
 * G = J Jᵀ of K gradients, in one pass over the parameters.
 *
 * @throws `INPUT_INVALID` where there is no gradient, where lengths differ, or where a product is not finite
 */
export function gramOf(gradients: readonly Float64Array[]): Float64Array[] {
  const length = checkLengths(gradients);
  const count = gradients.length;
  const gram = Array.from({ length: count }, () => new Float64Array(count));
  for (let from = 0; from < length; from += BLOCK) {
    const to = Math.min(length, from + BLOCK);
    for (let i = 0; i < count; i += 2) {
      for (let j = i; j < count; j += 2) addTile(gradients, i, j, from, to, gram);
    }
  }
  for (let i = 0; i < count; i++) for (let j = 0; j < i; j++) gram[i]![j] = gram[j]![i]!;
  checkFinite(gram);
  return gram;
}

/** Adds the products of rows i, i + 1 with rows j, j + 1 over a block; at the edge a row stands in for the one that is missing. */
function addTile(
  gradients: readonly Float64Array[],
  i: number,
  j: number,
  from: number,
  to: number,
  gram: readonly Float64Array[],
): void {
  const count = gradients.length;
  const [a, b] = [gradients[i]!, gradients[Math.min(i + 1, count - 1)]!];
  const [c, d] = [gradients[j]!, gradients[Math.min(j + 1, count - 1)]!];
  let ac = 0;
  let ad = 0;
  let bc = 0;
  let bd = 0;
  for (let k = from; k < to; k++) {
    const p = a[k]!;
    const q = b[k]!;
    const r = c[k]!;
    const s = d[k]!;
    ac += p * r;
    ad += p * s;
    bc += q * r;
    bd += q * s;
  }
  gram[i]![j]! += ac;
  if (j + 1 < count) gram[i]![j + 1]! += ad;
  if (i + 1 < count && j > i) gram[i + 1]![j]! += bc;
  if (i + 1 < count && j + 1 < count) gram[i + 1]![j + 1]! += bd;
}

function checkLengths(gradients: readonly Float64Array[]): number {
  const fix = 'Give one Float64Array for each loss, all of one length.';
  if (!Array.isArray(gradients))
    throw new CfcError('INPUT_INVALID', `the gradients are ${describe(gradients)}`, 'gradients', fix);
  if (gradients.length === 0) throw new CfcError('INPUT_INVALID', 'there is no gradient', 'gradients', fix);
  const { length } = gradients[0]!;
  gradients.forEach((gradient, k) => {
    if (gradient instanceof Float64Array && gradient.length === length) return;
    const what = gradient instanceof Float64Array ? `${gradient.length} entries, not ${length}` : describe(gradient);
    throw new CfcError('INPUT_INVALID', `a gradient is ${what}`, `gradients[${k}]`, fix);
  });
  return length;
}

/** Throws `INPUT_INVALID` for a matrix that is not square, symmetric and finite, or has a diagonal below 0. */
export function readGram(given: readonly ArrayLike<number>[]): Float64Array[] {
  const fix = 'Give G = J Jᵀ: K rows of K scalar products.';
  if (!Array.isArray(given)) throw new CfcError('INPUT_INVALID', `the matrix is ${describe(given)}`, 'gram', fix);
  const gram = given.map((row: ArrayLike<number> | null) => Float64Array.from(row ?? []));
  const { length } = gram;
  if (length === 0 || gram.some((row) => row.length !== length)) {
    throw new CfcError('INPUT_INVALID', 'the matrix is not square', 'gram', fix);
  }
  checkFinite(gram);
  for (let i = 0; i < length; i++) {
    if (gram[i]![i]! < 0) throw new CfcError('INPUT_INVALID', `|g|² is ${gram[i]![i]!}`, `gram[${i}][${i}]`, fix);
    for (let j = 0; j < i; j++) {
      const [above, below] = [gram[j]![i]!, gram[i]![j]!];
      const bound = 1e-8 * Math.sqrt(gram[i]![i]! * gram[j]![j]!);
      if (Math.abs(above - below) > bound) {
        throw new CfcError('INPUT_INVALID', 'the matrix is not symmetric', `gram[${i}][${j}]`, fix);
      }
    }
  }
  return gram;
}

function checkFinite(gram: Gram): void {
  gram.forEach((row, i) => {
    const j = row.findIndex((entry) => !Number.isFinite(entry));
    if (j < 0) return;
    const what = `the product of gradients ${i} and ${j} is ${row[j]!}`;
    throw new CfcError('INPUT_INVALID', what, `gradients[${i}]`, 'Leave out losses whose gradient is not finite.');
  });
}

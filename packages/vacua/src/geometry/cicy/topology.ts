import { CfcError } from '@cfc/core';
import { columnProduct } from './column-product.js';

/** Most coefficients of the polynomial in the hyperplane classes, Π (n_r + 1). */
const LARGEST = 2 ** 22;

/** What the configuration matrix alone says about a complete-intersection threefold. */
export interface CicyTopology {
  /** Dimensions n_r of the projective spaces: row sum - 1. */
  readonly dimensions: readonly number[];
  /** Euler number χ = ∫ c₃. */
  readonly euler: number;
  /** ∫ c₂ ∧ J_r for every hyperplane class. */
  readonly c2: readonly number[];
  /** Triple intersection number d_rst = ∫ J_r ∧ J_s ∧ J_t. */
  intersection(r: number, s: number, t: number): number;
}

/**
 * Topology of a complete intersection in a product of projective spaces, with c₁ = 0.
 *
 * With columns L_j = Σ_r q_rj J_r the class of the threefold is Π_j L_j, so that d_rst is the coefficient of Π_r J_r^{n_r} in
 * J_r J_s J_t Π_j L_j; c₂ = -½ [Σ_r (n_r + 1) J_r² - Σ_j L_j²] and c₃ = ⅓ [Σ_r (n_r + 1) J_r³ - Σ_j L_j³].
 *
 * @param matrix a row for each projective space, a column for each polynomial: degrees q >= 0, each row sum n_r + 1
 * @throws `INPUT_INVALID` where Π (n_r + 1) is above 2²²
 *
 * Source: P. Candelas, A. Dale, C. Lütken, R. Schimmrigk, Nucl. Phys. B 298 (1988) 493; T. Hübsch, Calabi-Yau Manifolds (1992).
 */
export function cicyTopology(matrix: readonly (readonly number[])[]): CicyTopology {
  const dimensions = matrix.map((row) => row.reduce((sum, q) => sum + q, -1));
  const strides = [1];
  for (const n of dimensions) strides.push(strides.at(-1)! * (n + 1));
  const size = strides.pop()!;
  if (size > LARGEST) {
    throw new CfcError('INPUT_INVALID', `the product of all dimensions + 1 is ${size}, above ${LARGEST}`, 'matrix');
  }
  const product = columnProduct(matrix, dimensions, strides, size);
  const intersection = (r: number, s: number, t: number): number => {
    const fits = [r, s, t].every((i) => dimensions[i]! >= Number(i === r) + Number(i === s) + Number(i === t));
    return fits ? product[size - 1 - strides[r]! - strides[s]! - strides[t]!]! : 0;
  };

  const columns = matrix[0]!.map((_, j) => matrix.flatMap((row, r) => (row[j]! > 0 ? [{ r, q: row[j]! }] : [])));
  const each = dimensions.map((_, t) => t);
  /** Σ_r (n_r + 1) ∫ J_r² J_t of the spaces at hand. */
  const spaces = (t: number, of: readonly number[]): number =>
    sum(of, (r) => (dimensions[r]! + 1) * intersection(r, r, t));
  /** ∫ L² J_t. */
  const square = (column: Column, t: number): number =>
    sum(column, (u) => sum(column, (v) => u.q * v.q * intersection(u.r, v.r, t)));
  const cubes = sum(columns, (column) => sum(column, ({ r, q }) => q * square(column, r)));
  return {
    dimensions,
    euler: (sum(each, (r) => spaces(r, [r])) - cubes) / 3,
    c2: each.map((t) => (sum(columns, (column) => square(column, t)) - spaces(t, each)) / 2),
    intersection,
  };
}

/** The spaces in which a polynomial has a degree. */
type Column = readonly { readonly r: number; readonly q: number }[];

const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0);

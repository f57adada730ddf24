import { readFileSync } from 'node:fs';
import type { Parameters, Stability } from '../../src/index.js';

/** A critical point of a reference case, to 17 digits. */
interface ReferencePoint {
  readonly start: readonly number[];
  readonly phi: readonly number[];
  readonly V: number;
  readonly eigenvalues: readonly number[];
  readonly pinned: number;
  readonly scale: number;
  readonly threshold: number;
  readonly stability: Stability;
  readonly others?: readonly { readonly phi: readonly number[]; readonly V: number }[];
}

/** A potential that was evaluated with 50 digits, at a point. */
export interface ReferenceCase {
  readonly id: string;
  readonly n: number;
  readonly parameters: Parameters;
  readonly phi: readonly number[];
  readonly V: number;
  readonly gradient: readonly number[];
  readonly hessian: readonly (readonly number[])[];
  readonly v: readonly number[];
  readonly hv: readonly number[];
  readonly minimum?: ReferencePoint;
  readonly criticalPoint?: ReferencePoint;
}

const text = readFileSync(new URL('../fixtures/vacua.json', import.meta.url), 'utf8');

export const cases = (JSON.parse(text) as { cases: readonly ReferenceCase[] }).cases;

/** Largest difference, in units of the largest magnitude of `known`; the difference itself where all of `known` is 0. */
export function apart(values: ArrayLike<number>, known: readonly number[]): number {
  if (values.length !== known.length) return Infinity;
  const unit = Math.max(...known.map(Math.abs)) || 1;
  return Math.max(...known.map((x, i) => Math.abs(x - values[i]!))) / unit;
}

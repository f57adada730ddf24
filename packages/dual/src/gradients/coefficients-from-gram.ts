import { CfcError, describe, fill, uniforms } from '@cfc/core';
import { type Cosines, cosinesOf } from './cosines.js';
import { type Gram, readGram } from './gram.js';
import { times } from './matrix.js';
import { cagrad } from './methods/cagrad.js';
import { dualProj } from './methods/dual-proj.js';
import type { Combined, MethodName } from './methods/method.js';
import { mgda } from './methods/mgda.js';
import { pcgrad, randomOrders } from './methods/pcgrad.js';
import { sum } from './methods/sum.js';
import { upgrad } from './methods/upgrad.js';
import { combineFields } from './options.js';
import { roleWarning } from './role-warning.js';

/** Options of `combine`; see there. */
export interface CombineOptions {
  readonly method?: MethodName;
  readonly c?: number;
  readonly seed?: number;
  readonly step?: number;
  /** Random numbers in [0, 1) by their index, in place of those of `seed` and `step`. */
  readonly rng?: (index: number) => number;
  /** For PCGrad: for each gradient the others in the order in which they are met; random by default. */
  readonly orders?: readonly (readonly number[])[];
  /** What each gradient is, such as `task` and `constraint`, to be warned where a method mixes them. */
  readonly roles?: readonly string[];
}

/** Coefficients of gradients, and what was seen of them. */
export interface Coefficients extends Omit<Combined, 'rows'> {
  readonly method: MethodName;
  /** Of the gradients as they came. */
  readonly before: Cosines;
  /** Of what the method made of each: projected by PCGrad and UPGrad, else α_k g_k. */
  readonly after: Cosines;
  /** Cosine of each gradient with the direction: below 0 it is made worse to first order. 0 where either is 0. */
  readonly alignment: Float64Array;
  readonly warnings: readonly string[];
}

/**
 * Coefficients α of the direction Σ α_k g_k, from the Gram matrix G = J Jᵀ alone: for gradients that live elsewhere.
 * Invariant under scaling, α(s² G) = α(G). Options: see `combine`.
 *
 * @throws `INPUT_INVALID` for a matrix that is not square, symmetric and finite; `OPTION_INVALID`, `OPTION_UNKNOWN`
 */
export function coefficientsFromGram(gram: readonly ArrayLike<number>[], options: CombineOptions = {}): Coefficients {
  return coefficientsOf(readGram(gram), options);
}

/** The same of a matrix that is known to be one. */
export function coefficientsOf(gram: Gram, options: CombineOptions): Coefficients {
  const { orders, rng, roles, ...rest } = options;
  const { method, c, seed, step } = fill(combineFields, rest, 'combine');
  if (roles !== undefined) checkCount('roles', roles, gram.length);
  if (orders !== undefined) checkOrders(orders, gram.length);
  const scaled = unitTrace(gram);
  const { rows, ...found } = byName[method](
    scaled,
    c,
    () => orders ?? randomOrders(gram.length, rng ?? uniforms(seed, step)),
  );
  const warning = roles === undefined ? null : roleWarning(method, roles, c);
  return {
    ...found,
    method,
    before: cosinesOf(scaled),
    after: cosinesOf(rowGram(scaled, rows)),
    alignment: alignmentOf(scaled, found.coefficients),
    warnings: warning === null ? [] : [warning],
  };
}

type Orders = () => readonly (readonly number[])[];

const byName: Readonly<Record<MethodName, (gram: Gram, c: number, orders: Orders) => Combined>> = {
  sum,
  pcgrad: (gram, _c, orders) => pcgrad(gram, orders()),
  cagrad,
  mgda,
  upgrad,
  dualproj: dualProj,
};

/** Divided by its trace: coefficients stay, and no square leaves the range of numbers. */
function unitTrace(gram: Gram): Gram {
  const trace = gram.reduce((total, row, k) => total + row[k]!, 0);
  return trace > 0 ? gram.map((row) => row.map((entry) => entry / trace)) : gram;
}

/** R G Rᵀ. */
function rowGram(gram: Gram, rows: readonly Float64Array[]): Gram {
  const images = rows.map((row) => times(gram, row));
  return rows.map((row) => times(images, row));
}

function alignmentOf(gram: Gram, coefficients: Float64Array): Float64Array {
  const products = times(gram, coefficients);
  const length = Math.sqrt(
    Math.max(
      0,
      products.reduce((total, entry, k) => total + entry * coefficients[k]!, 0),
    ),
  );
  return products.map((entry, k) => {
    const scale = length * Math.sqrt(gram[k]![k]!);
    return scale > 0 ? Math.max(-1, Math.min(1, entry / scale)) : 0;
  });
}

function checkCount(name: string, given: readonly unknown[], size: number): void {
  if (given.length === size) return;
  throw new CfcError(
    'INPUT_INVALID',
    `${describe(given)} for ${size} gradients`,
    `combine.${name}`,
    'Give one for each.',
  );
}

function checkOrders(orders: readonly (readonly number[])[], size: number): void {
  checkCount('orders', orders, size);
  orders.forEach((order, i) => {
    const others = new Set(order.filter((k) => Number.isInteger(k) && k >= 0 && k < size && k !== i));
    if (others.size === size - 1 && order.length === size - 1) return;
    const fix = 'Give the indices of all other gradients, each once.';
    throw new CfcError(
      'INPUT_INVALID',
      'the order does not hold each other gradient once',
      `combine.orders[${i}]`,
      fix,
    );
  });
}

import {
  type AnyColumns,
  type Column,
  type CouplingColumns,
  type CouplingGroup,
  type Fields,
  number,
  text,
} from '@cfc/core';
import { gapNumbers } from './one-ended.js';

/** Couplings of one family that are left between two variables: their ends, and which instances they are. */
export interface Pairs {
  readonly a: number[];
  readonly b: number[];
  readonly items: number[];
}

/** The couplings as columns of their own family, with the options that they have. */
export function columnsOf(group: CouplingGroup, { a, b, items }: Pairs, weights?: readonly number[]): CouplingColumns {
  const columns: Record<string, Column> = {};
  const fields: Record<string, Fields[string]> = {};
  for (const [option, sample] of Object.entries(group.at(items[0]!))) {
    const numeric = typeof sample === 'number';
    const values = items.map((k) => group.at(k)[option] as unknown);
    fields[option] = numeric ? number(0, 'as it was') : text('none', 'as it was');
    columns[option] = numeric ? Float64Array.from(values as number[]) : values;
  }
  if (weights !== undefined) columns[group.family.gap!.weight] = Float64Array.from(weights);
  const { name, family } = group;
  return { name, fields, family, a: Int32Array.from(a), b: Int32Array.from(b), columns: columns satisfies AnyColumns };
}

/**
 * The same energy with fewer couplings: squared gaps of the same ends and scales become one, whose weight is their sum. A
 * gap with equal scales and both signs is the same in either direction.
 */
export function merged(group: CouplingGroup, pairs: Pairs): CouplingColumns {
  const { gap } = group.family;
  if (gap === undefined) return columnsOf(group, pairs);
  const found = new Map<string, number>();
  const kept: Pairs = { a: [], b: [], items: [] };
  const weights: number[] = [];
  pairs.items.forEach((item, k) => {
    const [weight, alpha, beta] = gapNumbers(gap, group.at(item));
    const turned = !gap.oneSided && alpha === beta && pairs.a[k]! > pairs.b[k]!;
    const [a, b] = turned ? [pairs.b[k]!, pairs.a[k]!] : [pairs.a[k]!, pairs.b[k]!];
    const key = `${a} ${b} ${alpha} ${beta}`;
    const at = found.get(key);
    if (at !== undefined) {
      weights[at]! += weight;
      return;
    }
    found.set(key, weights.push(weight) - 1);
    kept.a.push(a);
    kept.b.push(b);
    kept.items.push(item);
  });
  return columnsOf(group, kept, weights);
}

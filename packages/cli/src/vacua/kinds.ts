import { type Lines, parseCicy, parseHodge, parsePolytopes, parseSpec, parseWeights } from '@cfc/vacua';

/** What a file can hold, by the name that `cfc vacua parse` knows it by. */
export const kinds = {
  cicy: { noun: 'complete intersection', parse: parseCicy },
  weights: { noun: 'weight system', parse: parseWeights },
  hodge: { noun: 'weight system', parse: parseHodge },
  spec: { noun: 'Hodge pair', parse: parseSpec },
  polytopes: { noun: 'polytope', parse: parsePolytopes },
} satisfies Record<string, { readonly noun: string; readonly parse: (lines: Lines) => AsyncIterable<Entry> }>;

/** A name of one of `kinds`. */
export type Kind = keyof typeof kinds;

/** What entries of some kinds have. */
export interface Entry {
  readonly dimension?: number;
  readonly h11?: number;
  readonly h21?: number;
}

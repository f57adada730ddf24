import { CfcError, number, suggestion } from '@cfc/core';
import type { Attention } from './attention.js';

/** What the terms of the energy weigh: finite numbers, 0 where left out. */
export interface EnergyTerms {
  /** Of the modern Hopfield energy. */
  readonly hopfield?: number;
  /** Of the normalised entropies. */
  readonly sparsity?: number;
  /** Of the spread of the values that are mixed. */
  readonly coherence?: number;
}

const weight = number(0, 'weight of a term');
const names = ['hopfield', 'sparsity', 'coherence'];

/** The terms, each with its weight; errors as `attentionEnergy` lists them. */
export function checkTerms(seen: Attention, terms: EnergyTerms): Required<EnergyTerms> {
  for (const name of Object.keys(terms)) {
    if (!names.includes(name)) throw new CfcError('OPTION_UNKNOWN', `no term "${name}"`, name, suggestion(name, names));
  }
  const { hopfield = 0, sparsity = 0, coherence = 0 } = terms;
  for (const [name, value] of Object.entries({ hopfield, sparsity, coherence })) weight.check(value, name);
  if (coherence !== 0 && seen.values === null) {
    throw new CfcError('INPUT_INVALID', 'the coherence has no values', 'values', 'Give values, or leave the term out.');
  }
  return { hopfield, sparsity, coherence };
}

import { entropyScale } from './attention-order.js';
import type { Attention } from './attention.js';
import { type EnergyTerms, checkTerms } from './energy-terms.js';
import { squaredNorms } from './matrix.js';
import { spread } from './spread.js';

/**
 * The energy of attention, a sum over its queries: E = Σ_i (hopfield F_i + sparsity h_i + coherence C_i).
 *
 * - F_i = -β⁻¹ ln Σ_j e^{β q_i·k_j} + ½ |q_i|² + β⁻¹ ln m_i + ½ M_i² over the m_i keys that query i sees, the longest of
 *   which has the norm M_i: the energy of the modern Hopfield network whose patterns are the keys. Never below 0.
 * - h_i in [0, 1], the normalised entropy of the weights: 0 where the query attends to one key (see `attentionOrder`).
 * - C_i = ½ Σ_j A_ij |v_j - o_i|²: how far the values that are mixed differ from what is read; 0 where they agree.
 *
 * @param terms `{ hopfield: 1 }` by default; finite, below 0 too
 * @throws `OPTION_INVALID`, `OPTION_UNKNOWN` for terms; `INPUT_INVALID` for coherence without values
 *
 * Source: H. Ramsauer et al., Hopfield networks is all you need, ICLR 2021, arXiv:2008.02217 (F); h and C are this
 * package's.
 */
export function attentionEnergy(seen: Attention, terms: EnergyTerms = { hopfield: 1 }): number {
  const { hopfield, sparsity, coherence } = checkTerms(seen, terms);
  const { queries, keys, inverseTemperature, logSumExp, entropies, start } = seen;
  const [own, lengths] = [squaredNorms(queries), squaredNorms(keys)];
  let total = 0;
  for (let i = 0; i < queries.rows; i++) {
    const evenly = Math.log(start[i + 1]! - start[i]!);
    const longest = lengths[longestKey(seen, lengths, i)]!;
    const free = (evenly - logSumExp[i]!) / inverseTemperature + (own[i]! + longest) / 2;
    total += hopfield * free + sparsity * entropies[i]! * entropyScale(seen, i);
    if (coherence !== 0) total += coherence * spread(seen, i);
  }
  return total;
}

/** The longest key that query i sees, the first of equals. */
export function longestKey({ start, key }: Attention, squares: Readonly<Float64Array>, i: number): number {
  let best = key[start[i]!]!;
  for (let e = start[i]!; e < start[i + 1]!; e++) if (squares[key[e]!]! > squares[best]!) best = key[e]!;
  return best;
}

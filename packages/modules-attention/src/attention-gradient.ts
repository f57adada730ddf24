import { CfcError } from '@cfc/core';
import { longestKey } from './attention-energy.js';
import { entropyScale } from './attention-order.js';
import type { Attention } from './attention.js';
import { type EnergyTerms, checkTerms } from './energy-terms.js';
import { type Matrix, type MatrixLike, matrix, squaredNorms, zeros } from './matrix.js';
import { addRow } from './mix.js';
import { halfSquaredDistance, spread } from './spread.js';

/** Derivatives by each entry of queries, keys and values, in their shapes. */
export interface AttentionGradient {
  readonly queries: Matrix;
  readonly keys: Matrix;
  /** Null where there are no values. */
  readonly values: Matrix | null;
}

/**
 * The exact gradient of E + Σ G ∘ O: of the energy with the given terms, and of the output in the direction G, which is
 * what a loss hands back. By the slopes along the scores s_ij = β q_i·k_j:
 *
 * dF_i/ds = -A / β · dh_i/ds = -A (ln A + H_i) / ln m_i · dC_i/ds = A (c - C_i) · d(g_i·o_i)/ds = A (g_i·v - g_i·o_i)
 *
 * and then dq_i = β Σ_j ds_ij k_j + hopfield q_i, dk_j = β Σ_i ds_ij q_i, and hopfield k added for the longest key of each
 * query (where several are longest, for the first: a subgradient). Costs O(e d) for e pairs, about twice what `attention` does.
 *
 * @param terms as for `attentionEnergy`; `{ hopfield: 1 }` by default, `{}` for the output alone
 * @param output G, n x columns of the values
 * @throws as `attentionEnergy`; `INPUT_INVALID` for a G of another shape, or without values
 */
export function attentionGradient(
  seen: Attention,
  terms: EnergyTerms = { hopfield: 1 },
  output?: MatrixLike,
): AttentionGradient {
  const { hopfield, sparsity, coherence } = checkTerms(seen, terms);
  const handed = output === undefined ? null : handedBack(seen, output);
  const { queries, keys, values, inverseTemperature, start, key, weights, logWeights, entropies } = seen;
  const size = queries.columns;
  const lengths = squaredNorms(keys);
  const dQueries = zeros(queries.rows, size);
  const dKeys = zeros(keys.rows, size);
  const dValues = values === null ? null : zeros(values.rows, values.columns);
  for (let i = 0; i < queries.rows; i++) {
    const decided = sparsity * entropyScale(seen, i);
    const mean = coherence === 0 ? 0 : spread(seen, i);
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      let slope = -decided * (logWeights[e]! + entropies[i]!);
      if (coherence !== 0) slope += coherence * (halfSquaredDistance(seen, i, e) - mean);
      if (dValues !== null) slope += throughValues(seen, i, e, coherence, handed, dValues.data);
      const factor = weights[e]! * (inverseTemperature * slope - hopfield);
      addRow(dQueries.data, i * size, keys.data, key[e]! * size, size, factor);
      addRow(dKeys.data, key[e]! * size, queries.data, i * size, size, factor);
    }
    if (hopfield === 0) continue;
    const longest = longestKey(seen, lengths, i) * size;
    addRow(dQueries.data, i * size, queries.data, i * size, size, hopfield);
    addRow(dKeys.data, longest, keys.data, longest, size, hopfield);
  }
  return { queries: dQueries, keys: dKeys, values: dValues };
}

/**
 * The exact gradient of the order parameter: dη/ds_ij = A_ij (ln A_ij + H_i) / (n ln m_i), and on through the scores.
 * Zero by the values.
 */
export function attentionOrderGradient(seen: Attention): AttentionGradient {
  return attentionGradient(seen, { sparsity: -1 / seen.queries.rows });
}

/** Adds what entry `e` of query i hands to its value; returns g_i·v_j - g_i·o_i. */
function throughValues(
  { values, output, key, weights }: Attention,
  i: number,
  e: number,
  coherence: number,
  handed: Matrix | null,
  out: Float64Array,
): number {
  const { columns, data } = values!;
  let slope = 0;
  for (let c = 0; c < columns; c++) {
    const at = key[e]! * columns + c;
    const gap = data[at]! - output!.data[i * columns + c]!;
    const g = handed === null ? 0 : handed.data[i * columns + c]!;
    slope += g * gap;
    out[at] = out[at]! + weights[e]! * (coherence * gap + g);
  }
  return slope;
}

function handedBack({ output }: Attention, given: MatrixLike): Matrix {
  const handed = matrix(given, 'output');
  if (output === null || output.rows !== handed.rows || output.columns !== handed.columns) {
    const what = `a gradient of ${handed.rows} x ${handed.columns}`;
    const fix = output === null ? 'Give values: without them nothing is read.' : 'Give one of the output’s shape.';
    throw new CfcError('INPUT_INVALID', `${what} is none of the output`, 'output', fix);
  }
  return handed;
}

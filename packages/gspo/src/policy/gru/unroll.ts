import type { Unrolling } from '../policy.js';
import { backward } from './backward.js';
import type { Look, Moment } from './moment.js';
import type { Parts, Sizes } from './parts.js';
import { addProduct } from './products.js';

/** Reads sequences side by side from the state 0 on. */
export function unroll(parts: Parts, sizes: Sizes, rows: number): Unrolling {
  const { vocabulary, hidden } = sizes;
  const table = gateTable(parts, sizes);
  const moments: Moment[] = [];
  const looks: Look[] = [];
  let state = new Float64Array(rows * hidden);
  return {
    read(tokens) {
      const moment: Moment = {
        tokens: Int32Array.from(tokens),
        before: state,
        gates: new Float64Array(rows * 3 * hidden),
        inner: new Float64Array(rows * hidden),
      };
      const pull = new Float64Array(rows * 3 * hidden);
      if (moments.length > 0) addProduct(state, rows, parts.state, 3 * hidden, hidden, pull);
      state = new Float64Array(rows * hidden);
      for (let i = 0; i < rows; i++) gated(i, moment, table, pull, parts.stateBias, state);
      moments.push(moment);
    },
    next() {
      const logits = new Float64Array(rows * vocabulary);
      for (let i = 0; i < rows; i++) logits.set(parts.headBias, i * vocabulary);
      addProduct(state, rows, parts.head, vocabulary, hidden, logits);
      looks.push({ after: moments.length, state });
      return logits;
    },
    backward: (pulls) => backward(parts, sizes, rows, moments, looks, pulls),
  };
}

/** W x + b for every token there is; vocabulary × 3 hidden. */
function gateTable({ embedding, input, inputBias }: Parts, { vocabulary, hidden }: Sizes): Float64Array {
  const table = new Float64Array(vocabulary * 3 * hidden);
  for (let v = 0; v < vocabulary; v++) table.set(inputBias, v * 3 * hidden);
  addProduct(embedding, vocabulary, input, 3 * hidden, hidden, table);
  return table;
}

/** The gates and the new state of row `i`; `pull` is U h. */
function gated(
  i: number,
  { tokens, before, gates, inner }: Moment,
  table: Float64Array,
  pull: Float64Array,
  stateBias: Float64Array,
  state: Float64Array,
): void {
  const hidden = stateBias.length;
  const [own, from] = [i * 3 * hidden, tokens[i]! * 3 * hidden];
  for (let j = 0; j < hidden; j++) {
    const r = own + j;
    const u = r + hidden;
    const c = u + hidden;
    const h = i * hidden + j;
    const reset = 1 / (1 + Math.exp(-(table[from + j]! + pull[r]!)));
    const update = 1 / (1 + Math.exp(-(table[from + hidden + j]! + pull[u]!)));
    const inside = pull[c]! + stateBias[j]!;
    const candidate = Math.tanh(table[from + 2 * hidden + j]! + reset * inside);
    gates[r] = reset;
    gates[u] = update;
    gates[c] = candidate;
    inner[h] = inside;
    state[h] = candidate + update * (before[h]! - candidate);
  }
}

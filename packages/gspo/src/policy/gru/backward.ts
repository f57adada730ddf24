import type { Look, Moment } from './moment.js';
import { type Parts, partsOf, type Sizes, sizeOf } from './parts.js';
import { addProduct, transposed } from './products.js';

/** dL/dparameters by back-propagation through time. Source: P. Werbos, Proc. IEEE 78 (1990) 1550. */
export function backward(
  parts: Parts,
  sizes: Sizes,
  rows: number,
  moments: readonly Moment[],
  looks: readonly Look[],
  pulls: readonly Float64Array[],
): Float64Array {
  const { vocabulary, hidden } = sizes;
  const gradient = new Float64Array(sizeOf(sizes));
  const out = partsOf(gradient, sizes);
  const [heads, states] = [transposed(parts.head, vocabulary, hidden), transposed(parts.state, 3 * hidden, hidden)];
  const all = moments.length * rows;
  // What the gates pull on U h, and the states it came from, of all moments one after the other.
  const [gatePulls, before] = [new Float64Array(all * 3 * hidden), new Float64Array(all * hidden)];
  const table = new Float64Array(vocabulary * 3 * hidden);
  let pull = new Float64Array(rows * hidden);
  let look = looks.length - 1;
  for (let s = moments.length - 1; s >= 0; s--) {
    for (; look >= 0 && looks[look]!.after === s + 1; look--) {
      addProduct(pulls[look]!, rows, heads, hidden, vocabulary, pull);
    }
    const gates = gatePulls.subarray(s * rows * 3 * hidden, (s + 1) * rows * 3 * hidden);
    const carried = new Float64Array(rows * hidden);
    for (let i = 0; i < rows; i++) pulled(i, hidden, moments[s]!, pull, gates, carried, table, out.stateBias);
    if (s > 0) addProduct(gates, rows, states, hidden, 3 * hidden, carried);
    before.set(moments[s]!.before, s * rows * hidden);
    pull = carried;
  }
  addProduct(
    transposed(gatePulls, all, 3 * hidden),
    3 * hidden,
    transposed(before, all, hidden),
    hidden,
    all,
    out.state,
  );
  addHead(out, sizes, rows, looks, pulls);
  addInput(out, parts, sizes, table);
  return gradient;
}

/** Takes the pull on row `i` of a state back to its gates, to the token's entry of the table, and to the state before. */
function pulled(
  i: number,
  hidden: number,
  { tokens, before, gates, inner }: Moment,
  pull: Float64Array,
  gatePulls: Float64Array,
  carried: Float64Array,
  table: Float64Array,
  stateBias: Float64Array,
): void {
  const [own, from] = [i * 3 * hidden, tokens[i]! * 3 * hidden];
  for (let j = 0; j < hidden; j++) {
    const r = own + j;
    const u = r + hidden;
    const c = u + hidden;
    const h = i * hidden + j;
    const reset = gates[r]!;
    const update = gates[u]!;
    const candidate = gates[c]!;
    const on = pull[h]!;
    const onCandidate = on * (1 - update) * (1 - candidate * candidate);
    const onUpdate = on * (before[h]! - candidate) * update * (1 - update);
    const onReset = onCandidate * inner[h]! * reset * (1 - reset);
    const onInner = onCandidate * reset;
    gatePulls[r] = onReset;
    gatePulls[u] = onUpdate;
    gatePulls[c] = onInner;
    stateBias[j]! += onInner;
    table[from + j]! += onReset;
    table[from + hidden + j]! += onUpdate;
    table[from + 2 * hidden + j]! += onCandidate;
    carried[h] = on * update;
  }
}

function addHead(
  out: Parts,
  { vocabulary, hidden }: Sizes,
  rows: number,
  looks: readonly Look[],
  pulls: readonly Float64Array[],
): void {
  const all = looks.length * rows;
  const [states, logits] = [new Float64Array(all * hidden), new Float64Array(all * vocabulary)];
  looks.forEach(({ state }, k) => {
    states.set(state, k * rows * hidden);
    logits.set(pulls[k]!, k * rows * vocabulary);
  });
  for (let k = 0; k < logits.length; k++) out.headBias[k % vocabulary]! += logits[k]!;
  addProduct(transposed(logits, all, vocabulary), vocabulary, transposed(states, all, hidden), hidden, all, out.head);
}

/** From the table W x + b to embedding, W and b. */
function addInput(out: Parts, parts: Parts, { vocabulary, hidden }: Sizes, table: Float64Array): void {
  const wide = 3 * hidden;
  for (let k = 0; k < table.length; k++) out.inputBias[k % wide]! += table[k]!;
  addProduct(table, vocabulary, transposed(parts.input, wide, hidden), hidden, wide, out.embedding);
  const columns = transposed(parts.embedding, vocabulary, hidden);
  addProduct(transposed(table, vocabulary, wide), wide, columns, hidden, vocabulary, out.input);
}

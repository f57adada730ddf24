// Attention at growing sizes against two plain matrix products of the same sizes: how its cost grows, in CPU time.
import { attention, attentionGradient } from '@cfc/modules-attention';
import { uniform } from '@cfc/core';
import { row } from './row.mjs';
import { median } from './timing.mjs';

const TURNS = 15;
/** Least CPU time of a turn in milliseconds. */
const LEAST = 20;

const random = (rows, columns, stream) => ({
  rows,
  columns,
  data: Float64Array.from({ length: rows * columns }, (_, at) => 2 * uniform(1, stream, at) - 1),
});

/** S = Q Kᵀ and S V written out: 2 n² d multiplications. */
function products({ queries, keys, values }) {
  const [n, d] = [queries.rows, queries.columns];
  const out = new Float64Array(n * d);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let score = 0;
      for (let c = 0; c < d; c++) score += queries.data[i * d + c] * keys.data[j * d + c];
      for (let c = 0; c < d; c++) out[i * d + c] += score * values.data[j * d + c];
    }
  }
  return out;
}

/** CPU milliseconds of one call, from as many as take `LEAST`. */
function cpuTime(run) {
  const begin = process.cpuUsage();
  for (let calls = 1; ; calls++) {
    run();
    const { user, system } = process.cpuUsage(begin);
    const spent = (user + system) / 1000;
    if (spent >= LEAST) return spent / calls;
  }
}

/** Medians of CPU times by size, all sizes and the peer in turn. */
function measure(inputs, run) {
  for (const input of inputs) for (const one of [run, products]) cpuTime(() => one(input));
  const turns = Array.from({ length: TURNS }, () =>
    inputs.map((input) => ({ own: cpuTime(() => run(input)), peer: cpuTime(() => products(input)) })),
  );
  return inputs.map((_, k) => ({
    own: median(turns.map((turn) => turn[k].own)),
    ratio: median(turns.map((turn) => turn[k].own / turn[k].peer)),
    growth: k === 0 ? NaN : median(turns.map((turn) => turn[k].own / turn[k - 1].own)),
    peerGrowth: k === 0 ? NaN : median(turns.map((turn) => turn[k].peer / turn[k - 1].peer)),
  }));
}

const inputOf = (n, d) => ({ queries: random(n, d, 0), keys: random(n, d, 1), values: random(n, d, 2) });
const report = (title, sizes, run) => {
  const found = measure(
    sizes.map(([n, d]) => inputOf(n, d)),
    run,
  );
  console.log(`\n${title}\n     n    d    CPU ms   of the peer   growth   growth of the peer`);
  found.forEach(({ own, ratio, growth, peerGrowth }, k) => {
    const [n, d] = sizes[k].map((x, at) => String(x).padStart(at === 0 ? 6 : 4));
    const grown = k === 0 ? '' : `${growth.toFixed(2).padStart(9)}${peerGrowth.toFixed(2).padStart(21)}`;
    console.log(`${n} ${d} ${own.toFixed(3).padStart(9)} ${ratio.toFixed(2).padStart(13)}${grown}`);
  });
  return found;
};

const rows = [128, 256, 512].map((n) => [n, 32]);
const columns = [32, 64, 128].map((d) => [256, d]);
const forward = report('attention, forward, doubling n', rows, attention);
const wide = report('attention, forward, doubling d', columns, attention);
const local = report('attention in windows of 17 keys, doubling n', rows, (input) =>
  attention({ ...input, before: 8, after: 8 }),
);
const zeros = new Map(rows.map(([n, d]) => [n, { rows: n, columns: d, data: new Float64Array(n * d).fill(1) }]));
const back = report('attention, forward and gradient, doubling n', rows, (input) =>
  attentionGradient(attention(input), { hopfield: 1, sparsity: 1 }, zeros.get(input.queries.rows)),
);
const last = (found) => found[found.length - 1];
row('attention: CPU time at 2n of that at n, all see all', last(forward).growth, [4.6, 'most']);
row('attention: CPU time at 2d of that at d', last(wide).growth, [2.3, 'most']);
row('attention: CPU time at 2n of that at n, in windows', last(local).growth, [2.4, 'most']);
row('attention, forward, of two plain matrix products', last(forward).ratio, [2, 'most']);
row('attention, forward and gradient, of two plain matrix products', last(back).ratio, [6, 'most']);

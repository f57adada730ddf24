import type { numpy } from '@jax-js/jax';
import { cellOf } from './cell.js';
import type { Jax } from './jax.js';
import { type Block, lengthOf } from './parts.js';

/** What runs on the device. Vectors in, vectors out: nothing stays there between two calls. */
export interface Kernels {
  /** The state and the logits after more tokens; `hots` are rows × vocabulary each. */
  forward(parameters: Float64Array, rows: number, hots: readonly Float32Array[], state: Float32Array): Forward;
  /** d Σ pulls · logits / dparameters, from the first token on; `pulls` has one for each token. */
  gradient(
    parameters: Float64Array,
    rows: number,
    hots: readonly Float32Array[],
    pulls: readonly Float32Array[],
  ): Float64Array;
}

/** The state after the tokens read, and the logits of what comes next. */
interface Forward {
  readonly state: Float32Array;
  readonly logits: Float64Array;
}

type Tree = Record<string, numpy.Array>;

/** Compiles once for each shape of its arguments. */
export function kernelsOf(jax: Jax, blocks: readonly Block[]): Kernels {
  const { numpy: np, jit, grad } = jax;
  const { tables, step, logits } = cellOf(jax);
  const release = (all: Iterable<numpy.Array>): void => {
    for (const one of all) one.dispose();
  };

  const forward = jit((p: Tree, hots: numpy.Array[], state: numpy.Array) => {
    const table = tables(p);
    const next = hots.reduce((before, hot) => step(p, table, hot, before), state);
    const out = logits(p, next.ref);
    release([...Object.values(table), ...Object.values(p)]);
    return [next, out];
  });

  const loss = (p: Tree, hots: numpy.Array[], pulls: numpy.Array[], start: numpy.Array): numpy.Array => {
    const table = tables(p);
    let [state, sum] = [start, np.zeros([])];
    hots.forEach((hot, s) => {
      state = step(p, table, hot, state);
      sum = sum.add(logits(p, state.ref).mul(pulls[s]!).sum());
    });
    release([state, ...Object.values(table), ...Object.values(p)]);
    return sum;
  };
  const gradient = jit(grad(loss));

  const array = (data: Float32Array, shape: readonly number[]): numpy.Array => np.array(data, { shape: [...shape] });
  const treeOf = (parameters: Float64Array): Tree => {
    let at = 0;
    const part = (shape: readonly number[]) => Float32Array.from(parameters.subarray(at, (at += lengthOf(shape))));
    return Object.fromEntries(blocks.map(([name, shape]) => [name, array(part(shape), shape)]));
  };
  const rowsOf = (all: readonly Float32Array[], rows: number): numpy.Array[] =>
    all.map((data) => array(data, [rows, data.length / rows]));

  return {
    forward(parameters, rows, hots, state) {
      const shape = [rows, state.length / rows];
      const [next, out] = forward(treeOf(parameters), rowsOf(hots, rows), array(state, shape)) as [
        numpy.Array,
        numpy.Array,
      ];
      return { state: next.dataSync() as Float32Array, logits: Float64Array.from(out.dataSync()) };
    },
    gradient(parameters, rows, hots, pulls) {
      const start = np.zeros([rows, blocks[0]![1][1]!]);
      const found = gradient(treeOf(parameters), rowsOf(hots, rows), rowsOf(pulls, rows), start);
      const flat = new Float64Array(parameters.length);
      let at = 0;
      for (const [name, shape] of blocks) {
        flat.set(found[name]!.dataSync(), at);
        at += lengthOf(shape);
      }
      return flat;
    },
  };
}

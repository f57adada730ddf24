import type { numpy } from '@jax-js/jax';
import type { Jax } from './jax.js';

/** Blocks of parameters by name. */
export type Arrays = Readonly<Record<string, numpy.Array>>;

/** W x + b for every token, gate by gate. What is used again is handed on as a reference: jax-js counts owners. */
export interface Tables {
  readonly r: numpy.Array;
  readonly u: numpy.Array;
  readonly c: numpy.Array;
}

/** The mathematics of a gated recurrent unit on arrays of jax-js. Parameters stay the caller's; states are handed over. */
export function cellOf({ numpy: np }: Jax) {
  const times = (x: numpy.Array, matrix: numpy.Array): numpy.Array => np.matmul(x, np.transpose(matrix.ref));
  const sigma = (z: numpy.Array): numpy.Array => np.reciprocal(np.exp(np.negative(z)).add(1));
  return {
    tables: (p: Arrays): Tables => {
      const table = (gate: string) => times(p['embedding']!.ref, p[`W${gate}`]!).add(p[`b${gate}`]!.ref);
      return { r: table('r'), u: table('u'), c: table('c') };
    },
    /** One token read; `hot` has a 1 at each row's token. */
    step(p: Arrays, tables: Tables, hot: numpy.Array, state: numpy.Array): numpy.Array {
      const read = (table: numpy.Array) => np.matmul(hot.ref, table.ref);
      const reset = sigma(read(tables.r).add(times(state.ref, p['Ur']!)));
      const update = sigma(read(tables.u).add(times(state.ref, p['Uu']!)));
      const inner = times(state.ref, p['Uc']!).add(p['d']!.ref);
      const candidate = np.tanh(read(tables.c).add(reset.mul(inner)));
      hot.dispose();
      return candidate.ref.add(update.mul(state.sub(candidate)));
    },
    logits: (p: Arrays, state: numpy.Array): numpy.Array => times(state, p['head']!).add(p['headBias']!.ref),
  };
}

import type { Kernels } from './kernels.js';
import type { Sizes } from './parts.js';

/** Sequences that are being read: tokens are kept, and run on the device when logits are asked for. */
export function unroll(kernels: Kernels, { vocabulary, hidden }: Sizes, parameters: Float64Array, rows: number) {
  const hots: Float32Array[] = [];
  /** After how many tokens each call of `next` looked. */
  const looks: number[] = [];
  let state: Float32Array = new Float32Array(rows * hidden);
  let done = 0;
  return {
    read(tokens: ArrayLike<number>): void {
      const hot = new Float32Array(rows * vocabulary);
      for (let i = 0; i < rows; i++) hot[i * vocabulary + tokens[i]!] = 1;
      hots.push(hot);
    },
    next(): Float64Array {
      const found = kernels.forward(parameters, rows, hots.slice(done), state);
      state = found.state;
      done = hots.length;
      looks.push(done);
      return found.logits;
    },
    backward(pulls: readonly Float64Array[]): Float64Array {
      const last = looks.at(-1) ?? 0;
      if (last === 0) return new Float64Array(parameters.length);
      const each = Array.from({ length: last }, () => new Float32Array(rows * vocabulary));
      pulls.forEach((pull, k) => {
        const own = each[looks[k]! - 1]!;
        for (let j = 0; j < own.length; j++) own[j]! += pull[j]!;
      });
      return kernels.gradient(parameters, rows, hots.slice(0, last), each);
    },
  };
}

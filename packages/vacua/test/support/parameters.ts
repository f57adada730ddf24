import fc from 'fast-check';
import type { Parameters } from '../../src/index.js';

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Random parameters of up to `most` fields, and a point. */
export const potentials = (most: number, d = 1e-3) =>
  fc.integer({ min: 1, max: most }).chain((n) => {
    const vector = (bound: number) => fc.array(real(-bound, bound), { minLength: n, maxLength: n });
    const square = fc.array(vector(0.3), { minLength: n, maxLength: n });
    return fc.record({
      parameters: fc
        .record({
          M: vector(3),
          L: fc.option(square.map((rows) => rows.map((row, i) => row.map((x, j) => (x + rows[j]![i]!) / 2)))),
          shift: real(-1, 1),
          linear: fc.option(vector(2)),
          A: real(0, 2.5),
          a: real(0.5, 2.5),
          D: real(0, 0.5),
          p: real(0.5, 2),
          gamma: real(0.1, 0.5),
        })
        .map((parameters): Parameters => ({ ...parameters, d })),
      phi: vector(1.5).map((x) => Float64Array.from(x)),
      v: vector(1).map((x) => Float64Array.from(x)),
    });
  });

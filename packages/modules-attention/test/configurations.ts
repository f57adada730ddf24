import { normal, uniform } from '@cfc/core';
import fc from 'fast-check';
import type { AttentionInput, Matrix } from '../src/index.js';

/** A matrix of standard normal numbers, scaled. */
export function randomMatrix(rows: number, columns: number, seed: number, stream: number, scale = 1): Matrix {
  return {
    rows,
    columns,
    data: Float64Array.from({ length: rows * columns }, (_, at) => scale * normal(seed, stream, at)),
  };
}

export type Complete = AttentionInput & Record<'queries' | 'keys' | 'values', Matrix>;

/** Attention over random queries, keys and values: all seen, in a window, prefix-only, or under a random mask. */
export const complete: fc.Arbitrary<Complete> = fc
  .record({
    seed: fc.nat(),
    n: fc.integer({ min: 1, max: 6 }),
    m: fc.integer({ min: 1, max: 6 }),
    d: fc.integer({ min: 1, max: 5 }),
    p: fc.integer({ min: 1, max: 3 }),
    temperature: fc.double({ min: 0.2, max: 3, noNaN: true }),
    sees: fc.constantFrom('all', 'window', 'prefix', 'mask'),
  })
  .map(({ seed, n, m, d, p, temperature, sees }) => {
    const count = sees === 'window' || sees === 'prefix' ? n : m;
    const shown = Uint8Array.from({ length: n * count }, (_, at) =>
      at % count === Math.floor(at / count) % count || uniform(seed, 9, at) < 0.5 ? 1 : 0,
    );
    return {
      queries: randomMatrix(n, d, seed, 0),
      keys: randomMatrix(count, d, seed, 1),
      values: randomMatrix(count, p, seed, 2),
      temperature,
      ...(sees === 'window' ? { before: 1, after: 1 } : sees === 'prefix' ? { after: 0 } : {}),
      ...(sees === 'mask' ? { mask: shown } : {}),
    };
  });

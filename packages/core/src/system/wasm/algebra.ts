import type { Vector } from '../../contract/energy.js';
import type { Algebra } from '../../contract/system.js';
import { plainAlgebra } from '../../numeric/algebra.js';
import type { Arena } from './arena.js';

/** Vector operations by the kernels where all vectors lie in their memory, else in plain TypeScript. */
export function algebraOf(arena: Arena): Algebra {
  const { kernels } = arena;
  if (kernels === null) return plainAlgebra;
  const at = arena.more(16);
  const results = new Float64Array(at.buffer as ArrayBuffer, at.byteOffset, 2);
  if (!arena.holds(results)) return plainAlgebra;
  const all = (...vectors: readonly Vector[]): boolean => {
    for (const vector of vectors) if (!arena.holds(vector)) return false;
    return true;
  };
  return Object.freeze<Algebra>({
    dot: (x, y) => (all(x, y) ? kernels.dot(x.length, x.byteOffset, y.byteOffset) : plainAlgebra.dot(x, y)),
    projectedNorm: (eta, g) =>
      all(eta, g)
        ? kernels.projectedNorm(eta.length, eta.byteOffset, g.byteOffset)
        : plainAlgebra.projectedNorm(eta, g),
    arc: (eta, g, d, step, out) =>
      all(eta, g, d, out)
        ? kernels.arc(eta.length, eta.byteOffset, g.byteOffset, d.byteOffset, step, out.byteOffset)
        : plainAlgebra.arc(eta, g, d, step, out),
    descend(rz, s, image, inverse, free, d, r, sums) {
      if (!all(s, image, inverse, free, d, r)) return plainAlgebra.descend(rz, s, image, inverse, free, d, r, sums);
      const done = kernels.descend(
        s.length,
        rz,
        s.byteOffset,
        image.byteOffset,
        inverse.byteOffset,
        free.byteOffset,
        d.byteOffset,
        r.byteOffset,
        results.byteOffset,
      );
      if (done !== 0) sums.set(results);
      return done !== 0;
    },
    turn(beta, r, inverse, s) {
      if (all(r, inverse, s)) kernels.turn(s.length, beta, r.byteOffset, inverse.byteOffset, s.byteOffset);
      else plainAlgebra.turn(beta, r, inverse, s);
    },
  });
}

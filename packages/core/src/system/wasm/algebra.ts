import type { Algebra } from '../../contract/algebra.js';
import { plainAlgebra } from '../../numeric/algebra.js';
import type { Arena } from './arena.js';

/** Vector operations by the kernels where all vectors lie in their memory, else in plain TypeScript. */
export function algebraOf(arena: Arena): Algebra {
  const { kernels } = arena;
  if (kernels === null) return plainAlgebra;
  const results = new Float64Array(arena.space(0).buffer, arena.sums, 2);
  const { holds } = arena;
  return Object.freeze<Algebra>({
    dot: (x, y) => (holds(x) && holds(y) ? kernels.dot(x.length, x.byteOffset, y.byteOffset) : plainAlgebra.dot(x, y)),
    projectedNorm: (eta, g) =>
      holds(eta) && holds(g)
        ? kernels.projectedNorm(eta.length, eta.byteOffset, g.byteOffset)
        : plainAlgebra.projectedNorm(eta, g),
    arc: (eta, g, d, step, out) =>
      holds(eta) && holds(g) && holds(d) && holds(out)
        ? kernels.arc(eta.length, eta.byteOffset, g.byteOffset, d.byteOffset, step, out.byteOffset)
        : plainAlgebra.arc(eta, g, d, step, out),
    descend(rz, s, image, inverse, d, r, sums) {
      if (!(holds(s) && holds(image) && holds(inverse) && holds(d) && holds(r)))
        return plainAlgebra.descend(rz, s, image, inverse, d, r, sums);
      const done = kernels.descend(
        s.length,
        rz,
        s.byteOffset,
        image.byteOffset,
        inverse.byteOffset,
        d.byteOffset,
        r.byteOffset,
        arena.sums,
      );
      if (done !== 0) {
        sums[0] = results[0]!;
        sums[1] = results[1]!;
      }
      return done !== 0;
    },
    turn(beta, r, inverse, s) {
      if (holds(r) && holds(inverse) && holds(s))
        kernels.turn(s.length, beta, r.byteOffset, inverse.byteOffset, s.byteOffset);
      else plainAlgebra.turn(beta, r, inverse, s);
    },
  });
}

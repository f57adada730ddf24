import type { Vector } from '../../contract/energy.js';
import type { Algebra } from '../../contract/algebra.js';
import { bends, follows, plainAlgebra } from '../../numeric/algebra.js';
import type { Arena } from '../wasm/arena.js';
import { type Job, operations } from './job.js';
import { PARTS, type Shares } from './shares.js';

/**
 * Vector operations whose sums run partition by partition: by the kernels where all vectors lie in their memory, else in
 * plain TypeScript, with the same bits.
 */
export function algebraOfShares(job: Job, arena: Arena, { starts }: Shares, together: boolean): Algebra {
  /** Runs an operation where the vectors are in the kernels' memory. */
  const ran = (operation: number, vectors: readonly Vector[], number = 0): boolean => {
    for (const vector of vectors) if (!arena.holds(vector)) return false;
    job.run(
      operation,
      together,
      vectors.map(({ byteOffset }) => byteOffset),
      number,
    );
    return true;
  };
  /** The same on the parts of the vectors, one partition after the other. */
  const each = (vectors: readonly Vector[], run: (parts: readonly Float64Array[]) => void): void => {
    for (let p = 0; p < PARTS; p++) {
      run(vectors.map((vector) => (vector as Float64Array).subarray(starts[p], starts[p + 1])));
    }
  };
  const total = (vectors: readonly Vector[], run: (parts: readonly Float64Array[]) => number): number => {
    let sum = 0;
    each(vectors, (parts) => (sum += run(parts)));
    return sum;
  };
  return Object.freeze<Algebra>({
    dot: (x, y) => (ran(operations.dot, [x, y]) ? job.sum() : total([x, y], ([v, w]) => plainAlgebra.dot(v!, w!))),
    projectedNorm: (eta, g) =>
      ran(operations.projectedNorm, [eta, g]) ? job.most() : plainAlgebra.projectedNorm(eta, g),
    arc: (eta, g, d, step, out) =>
      ran(operations.arc, [eta, g, d, out], step)
        ? job.sum()
        : total([eta, g, d, out], ([x, slope, along, to]) => plainAlgebra.arc(x!, slope!, along!, step, to!)),
    descend(rz, s, image, inverse, d, r, sums) {
      let [curvature, square] = [0, 0];
      if (ran(operations.bends, [s, image])) [curvature, square] = [job.sum(0), job.sum(1)];
      else {
        each([s, image], ([x, y]) => {
          const [bent, length] = bends(x!, y!);
          curvature += bent;
          square += length;
        });
      }
      if (!(curvature > 1e-14 * square)) return false;
      const vectors = [s, image, inverse, d, r];
      if (ran(operations.follows, vectors, rz / curvature)) sums.set([job.sum(0), job.sum(1)]);
      else {
        sums.set([0, 0]);
        each(vectors, ([x, y, m, to, rest]) => {
          const [next, left] = follows(rz / curvature, x!, y!, m!, to!, rest!);
          sums[0] = sums[0]! + next;
          sums[1] = sums[1]! + left;
        });
      }
      return true;
    },
    turn(beta, r, inverse, s) {
      if (!ran(operations.turn, [r, inverse, s], beta)) plainAlgebra.turn(beta, r, inverse, s);
    },
  });
}

import type { Vector } from '../../contract/energy.js';
import type { Method, Step } from '../../contract/pieces.js';
import type { CompiledSystem } from '../../contract/system.js';
import { defineMethod } from '../../contract/definition.js';
import { integer } from '../../options/field.js';
import { dot } from '../../numeric/vector.js';
import { arcSearch } from './arc-search.js';
import { isHeld } from './free-set.js';

/** A decrease below this share of the energy is lost in the rounding of sums, so that no search need look for it. */
const ROUNDING = 1e-18;

/** A remembered move and the change of gradient that came with it. */
interface Pair {
  readonly move: Vector;
  readonly turn: Vector;
}

interface State {
  readonly pairs: readonly Pair[];
  readonly eta: Vector | null;
  readonly gradient: Vector | null;
}

/**
 * Limited-memory BFGS on the free rows, projected: the two-loop recursion over the last moves gives the direction, held rows
 * follow their gradient, and a search along the projection arc goes from the full step. Needs nothing but gradients.
 * Where the direction finds nothing the memory is dropped. Facts: `step`, `tries`, `pairs`.
 *
 * Sources: D. Liu, J. Nocedal, Math. Program. 45 (1989) 503; D. Bertsekas, SIAM J. Control Optim. 20 (1982) 221.
 */
export const projectedLbfgs = defineMethod({
  name: 'ProjectedLbfgs',
  meaning: 'limited-memory quasi-Newton steps on the free order parameters',
  options: { memory: integer(8, 'how many moves are remembered', { min: 1 }) },
  make: ({ memory }): Method<State> => ({
    init: () => ({ pairs: [], eta: null, gradient: null }),
    step(task, from, state): Step<State> {
      const gradient = task.gradient(from);
      const left = task.system.algebra.projectedNorm(from.eta, gradient);
      if (left === 0) return { to: null, state, facts: {}, reason: 'the projected gradient is 0', stationary: true };
      const pairs = remembered(state, from.eta, gradient, memory);
      const free = Uint8Array.from(from.eta, (eta, i) => (isHeld(eta, gradient[i]!, left) ? 0 : 1));
      const direction = twoLoop(pairs, gradient, free);
      const first = pairs.length > 0 ? 1 : 1 / Math.max(1, left);
      const least = subtracts(task.system) ? ROUNDING * Math.abs(from.energy) : 0;
      const newton = arcSearch(task, from, gradient, direction, first, 30, least);
      const found = newton.to === null ? arcSearch(task, from, gradient, gradient, 1, 60, least) : newton;
      const reason = `no step lowers the energy, at a projected gradient of ${left.toExponential(2)}`;
      return {
        to: found.to,
        state: { pairs: newton.to === null ? [] : pairs, eta: from.eta, gradient },
        facts: { step: found.step, tries: found.tries, pairs: pairs.length },
        ...(found.to === null ? { reason } : {}),
      };
    },
  }),
});

/** Whether the changes of some family's energy are told by subtraction, with the rounding of its energies. */
function subtracts({ locals, couplings }: CompiledSystem): boolean {
  return (
    locals.some(({ family }) => (family.difference ?? family.fold) === undefined) ||
    couplings.some(({ family }) => (family.difference ?? family.fold ?? family.gap) === undefined)
  );
}

/** The pairs with the last move added, if the curvature along it is positive. */
function remembered(
  { pairs, eta: before, gradient: slope }: State,
  eta: Vector,
  gradient: Vector,
  memory: number,
): readonly Pair[] {
  if (before === null || slope === null) return pairs;
  const move = eta.map((x, i) => x - before[i]!);
  const turn = gradient.map((g, i) => g - slope[i]!);
  const bent = dot(move, turn);
  return bent > 1e-10 * dot(turn, turn) ? [...pairs, { move, turn }].slice(-memory) : pairs;
}

/** The two-loop recursion restricted to the free rows; held rows keep their gradient. */
function twoLoop(pairs: readonly Pair[], gradient: Vector, free: Uint8Array): Vector {
  const direction = Float64Array.from(gradient);
  const along = (a: Vector, b: Vector): number => {
    let total = 0;
    for (let i = 0; i < a.length; i++) if (free[i] === 1) total += a[i]! * b[i]!;
    return total;
  };
  const add = (factor: number, v: Vector): void => {
    for (let i = 0; i < v.length; i++) if (free[i] === 1) direction[i] = direction[i]! + factor * v[i]!;
  };
  const curvatures = pairs.map(({ move, turn }) => along(move, turn));
  const shares = new Float64Array(pairs.length);
  for (let k = pairs.length - 1; k >= 0; k--) {
    if (!(curvatures[k]! > 0)) continue;
    shares[k] = along(pairs[k]!.move, direction) / curvatures[k]!;
    add(-shares[k]!, pairs[k]!.turn);
  }
  const last = pairs.length - 1;
  if (last >= 0 && curvatures[last]! > 0) {
    const scale = curvatures[last]! / along(pairs[last]!.turn, pairs[last]!.turn);
    for (let i = 0; i < direction.length; i++) if (free[i] === 1) direction[i] = direction[i]! * scale;
  }
  for (let k = 0; k < pairs.length; k++) {
    if (!(curvatures[k]! > 0)) continue;
    const back = along(pairs[k]!.turn, direction) / curvatures[k]!;
    add(shares[k]! - back, pairs[k]!.move);
  }
  return direction;
}

import type { Vector } from '../../contract/energy.js';
import type { Algebra } from '../../contract/algebra.js';

/** In which coordinates a method descends. */
interface Geometry {
  /** The gradient in the geometry's coordinates. */
  pull(eta: Vector, gradient: Vector): Vector;
  /** Writes the order parameters after a step against `direction`; `cap` bounds the step, for all or for each row. */
  move(
    algebra: Algebra,
    eta: Vector,
    direction: Vector,
    step: number,
    cap: number | Vector,
    to: Float64Array,
  ): Float64Array;
}

const capAt = (cap: number | Vector, i: number): number => (typeof cap === 'number' ? cap : cap[i]!);

/** η itself, clipped into the box. */
const box: Geometry = {
  pull: (_eta, gradient) => gradient,
  move(algebra, eta, direction, step, cap, to) {
    if (typeof cap === 'number') {
      algebra.arc(eta, direction, direction, Math.min(step, cap), to);
      return to;
    }
    for (let i = 0; i < to.length; i++) {
      const value = eta[i]! - Math.min(step, cap[i]!) * direction[i]!;
      to[i] = value < 0 ? 0 : value > 1 ? 1 : value;
    }
    return to;
  },
};

/** No step in the logit leads nearer than this to 0 or 1. */
const EDGE = 1e-8;

/**
 * ζ = logit η, in which the box has no walls: dE/dζ = dE/dη · η (1 - η), and ζ ← ζ - m is
 * η ← η / (η + (1 - η) e^m). An order parameter at 0 or 1 stays there. This is mirror descent with the entropy
 * of a coin as its potential.
 */
const logit: Geometry = {
  pull: (eta, gradient) => gradient.map((slope, i) => slope * eta[i]! * (1 - eta[i]!)),
  move(_algebra, eta, direction, step, cap, to) {
    for (let i = 0; i < to.length; i++) {
      const x = eta[i]!;
      const moved = Math.min(step, capAt(cap, i)) * direction[i]!;
      const value = x / (x + (1 - x) * Math.exp(moved));
      const stays = moved === 0 || x === 0 || x === 1;
      to[i] = stays ? x : Math.min(Math.max(x, 1 - EDGE), Math.max(Math.min(x, EDGE), value));
    }
    return to;
  },
};

export const geometries = { box, logit } as const;

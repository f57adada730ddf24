import type { Vector } from '../../contract/energy.js';
import type { Capability } from '../../contract/system.js';
import type { Explore, Explored, Point, Task } from '../../contract/pieces.js';
import { defineExplore } from '../../contract/definition.js';
import { type Options, choice, flag, number } from '../../options/field.js';
import { dot, norm, scaled } from '../../numeric/vector.js';
import { normal } from '../../numeric/random.js';
import { precisionOf, precisions } from '../precision.js';
import { projectEuclidean, projectMetric } from './project.js';

/** What the automatic controller remembers: the last place and the gradient there. */
interface State {
  readonly gradient: Vector | null;
  readonly eta: Vector | null;
}

/** Magnitudes below this are no noise at all. */
const SILENT = 1e-9;
/** A relative fall of the energy of one part in this many, in one step, is no stall at all. */
const BRISK = 10;
/** Least precision by which noise is weighted. */
const FLOOR = 1e-8;
/** Precision that rows without a bound count as having. */
const CEILING = 1e12;

const options = {
  magnitude: number(0.01, 'length of the noise vector at the first step', { min: 0 }),
  decay: number(0.99, 'factor on the magnitude from step to step', { above: 0, max: 1 }),
  projection: choice('euclidean', ['euclidean', 'metric'], 'orthogonal in the plain or in the precision metric'),
  weighting: choice('uniform', ['uniform', 'precision'], 'equal noise, or more where the precision is low'),
  precision: choice('rows', precisions, 'what the precision of a module is: row bound or diagonal of the Hessian'),
  automatic: flag(false, 'scale the noise by stall, backtracks and rotation of the gradient'),
  stall: number(0.5, 'share of the stall in the automatic scale', { min: 0 }),
  backtracks: number(0.2, 'share of a search that had to shorten its step', { min: 0 }),
  rotation: number(0.3, 'share of the turning of the gradient', { min: 0 }),
  least: number(0, 'lowest automatic scale', { min: 0, max: 1 }),
};

/**
 * Noise in the tangent plane of the energy's level set: to first order it changes no energy, so it
 * explores without undoing the descent.
 *
 * Normal numbers, divided by √precision where weighted, lose their component along the gradient (or,
 * in the precision metric M, their M-component along M⁻¹g: either way g · noise = 0) and are scaled to
 * magnitude · decayᵏ · scale. The automatic scale is
 * clamp(stall (1 - 10 relative fall)₊ + backtracks [tries > 0] + rotation (1 - cos ∠(g, g'))/2, least, 1).
 * Facts: `noise` (length added), `noiseScale`. Source: the Complexity from Constraints prototype.
 */
export const tangentNoise = defineExplore({
  name: 'TangentNoise',
  meaning: "noise along the energy's level set",
  options,
  make: (given): Explore<State> => {
    const { magnitude, decay, projection, weighting, precision, automatic } = given;
    const usesPrecision = projection === 'metric' || weighting === 'precision';
    const capability: Capability = precision === 'rows' ? 'bounds' : 'curvature';
    return {
      ...(usesPrecision ? { requires: [capability] } : {}),
      init: () => ({ gradient: null, eta: null }),
      noise(task, seen, state) {
        const next: State = automatic ? { gradient: seen.gradient, eta: seen.from.eta } : state;
        const scale = automatic ? automaticScale(given, task, seen, state) : 1;
        const length = magnitude * decay ** task.iteration * scale;
        if (length < SILENT) return { add: null, state: next, facts: { noise: 0, noiseScale: scale } };
        const p = usesPrecision ? precisionOf(task, seen.from, precision, FLOOR).map(finite) : null;
        const raw = drawn(task, weighting === 'precision' ? p : null);
        const flat =
          projection === 'metric'
            ? projectMetric(
                raw,
                seen.gradient.map((g, i) => g / p![i]!),
                p!,
              )
            : projectEuclidean(raw, seen.gradient);
        const size = norm(flat);
        const add = size > SILENT ? scaled(flat, length / size) : null;
        return { add, state: next, facts: { noise: add === null ? 0 : length, noiseScale: scale } };
      },
    };
  },
});

const finite = (precision: number): number => Math.min(precision, CEILING);

function drawn(task: Task, p: Vector | null): Vector {
  const { system, seed, iteration } = task;
  return Float64Array.from({ length: system.size }, (_, i) => normal(seed, iteration, i) / Math.sqrt(p?.[i] ?? 1));
}

function automaticScale(given: Options<typeof options>, task: Task, seen: Explored, last: State): number {
  const { gradient, eta } = last;
  const fall = eta === null ? 1 : relativeFall(task, task.point(eta), seen.from);
  const stall = Math.max(0, 1 - BRISK * fall);
  const turned = gradient === null ? 0 : (1 - cosine(gradient, seen.gradient)) / 2;
  const score = given.stall * stall + given.backtracks * (seen.tries > 0 ? 1 : 0) + given.rotation * turned;
  return Math.min(1, Math.max(given.least, score));
}

/** Both energies under the weights of this step. */
function relativeFall(task: Task, before: Point, now: Point): number {
  return Math.max(0, -task.difference(before, now)) / Math.max(Math.abs(before.energy), 1e-12);
}

function cosine(a: Vector, b: Vector): number {
  const lengths = norm(a) * norm(b);
  return lengths > 0 ? dot(a, b) / lengths : 1;
}

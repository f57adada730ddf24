import type { Vector } from '../../contract/energy.js';
import type {
  Explore,
  Found,
  Limit,
  Limitation,
  Method,
  Point,
  Ray,
  Search,
  Step,
  Task,
  Transform,
} from '../../contract/pieces.js';
import { defineMethod } from '../../contract/definition.js';
import { choice } from '../../options/field.js';
import { piece, pieces } from '../../options/piece-field.js';
import { clip, largest, projectedNorm } from '../../numeric/vector.js';
import { backtracking } from '../searches/backtracking.js';
import { geometries } from './geometry.js';

interface State {
  readonly transforms: readonly unknown[];
  readonly explore: unknown;
  /** Whether a refused step is worth another try, since the next one draws other noise. */
  readonly noisy: boolean;
}

const UNLIMITED: Limitation = { longest: Infinity, safe: Infinity, facts: {}, warnBelow: -Infinity };

/**
 * Gradient descent: η ← clip(η - t d), with d the transformed gradient and t found by the search, at
 * most what the limit allows; then the explorer adds its noise.
 *
 * Facts: `step` (t), `tries` (points found too far), `slope` (decrease per unit of t),
 * `contractionMargin` (the limit's safe length minus t), those of limit and explorer.
 */
export const descent = defineMethod({
  name: 'Descent',
  meaning: 'gradient descent with a transform, a search, a limit and an explorer',
  options: {
    search: piece<Search>('search', backtracking(), 'how far along the direction'),
    transforms: pieces<Transform>('transform', 'what is done to the direction, in order'),
    limit: piece<Limit>('limit', null, 'how far at most'),
    explore: piece<Explore>('explore', null, 'what is added to look elsewhere'),
    geometry: choice('box', ['box', 'logit'], 'coordinates: η clipped into the box, or its logit'),
  },
  make({ search, transforms, limit, explore, geometry }): Method<State> {
    const { pull, move } = geometries[geometry];
    return {
      requires: [...transforms, limit, explore].flatMap((part) => part?.requires ?? []),
      init: (task) => ({
        transforms: transforms.map((transform) => transform.init(task.system.size)),
        explore: explore?.init(task.system.size) ?? null,
        noisy: false,
      }),
      step(task, from, state): Step<State> {
        const gradient = task.gradient(from);
        const pulled = pull(from.eta, gradient);
        const { direction, states } = transformed(transforms, pulled, task, from, state.transforms);
        const slope = task.system.algebra.dot(pulled, direction);
        const limits = limit?.longest(task, from, direction, slope) ?? UNLIMITED;
        const longest = typeof limits.longest === 'number' ? limits.longest : largest(limits.longest);
        const ray: Ray = {
          longest,
          at: (step) => move(task.system.algebra, from.eta, direction, step, limits.longest, task.vector()),
          promise: (eta) => promised(gradient, from.eta, eta),
        };

        const found: Found = slope > 0 ? search.pick(task, from, ray) : { to: null, step: 0, tries: 0 };
        const noise = explore?.noise(task, { from, gradient, tries: found.tries }, state.explore);
        const add = noise?.add ?? null;
        const stepped = found.to !== null && differs(found.to.eta, from.eta) ? found.to : null;
        const to = add === null ? stepped : task.point(added((stepped ?? from).eta, add));
        const margin = limits.safe - found.step;
        return {
          to,
          state: { transforms: states, explore: noise?.state ?? null, noisy: add !== null },
          facts: {
            step: found.step,
            tries: found.tries,
            slope,
            ...limits.facts,
            ...(Number.isFinite(margin) ? { contractionMargin: margin } : {}),
            ...noise?.facts,
          },
          ...(to === null ? nothingFound(from, gradient, found, longest, slope) : {}),
          ...(margin < limits.warnBelow ? { warnings: [marginWarning(margin, limits.warnBelow)] } : {}),
        };
      },
      refused: (state) => (state.noisy ? state : null),
    };
  },
});

function transformed(
  transforms: readonly Transform[],
  start: Vector,
  task: Task,
  at: Point,
  before: readonly unknown[],
): { direction: Vector; states: readonly unknown[] } {
  let direction = start;
  const states = transforms.map((transform, k) => {
    const [next, state] = transform.apply(direction, task, at, before[k]);
    direction = next;
    return state;
  });
  return { direction, states };
}

/** False where a step moves nothing: it only pushes against walls, or is lost in rounding. */
function differs(a: Vector, b: Vector): boolean {
  return a.some((x, i) => x !== b[i]);
}

/** g · (from - to). */
function promised(gradient: Vector, from: Vector, to: Vector): number {
  let total = 0;
  for (let i = 0; i < from.length; i++) total += gradient[i]! * (from[i]! - to[i]!);
  return total;
}

function added(eta: Vector, noise: Vector): Float64Array {
  return Float64Array.from(eta, (x, i) => clip(x + noise[i]!));
}

const REMEDY = 'shorten the first step (initial), allow more tries, or use another method';

function nothingFound(
  from: Point,
  gradient: Vector,
  { to, tries }: Found,
  longest: number,
  slope: number,
): { reason: string; stationary: boolean } {
  const left = projectedNorm(from.eta, gradient);
  if (left === 0) return { reason: 'the projected gradient is 0', stationary: true };
  const size = left.toExponential(2);
  if (to !== null)
    return { reason: `the step is lost in rounding, at a projected gradient of ${size}`, stationary: false };
  const here = `at a projected gradient of ${size}`;
  if (!(slope > 0)) {
    const reason = `the direction does not lead downhill, ${here}: use another transform, geometry or method`;
    return { reason, stationary: false };
  }
  if (longest === 0) return { reason: 'the limit allows no step at all', stationary: false };
  if (tries === 0) return { reason: `the search found no step, ${here}: use another search`, stationary: false };
  const reason = `the search found no lower energy in ${tries} tries, ${here}`;
  return { reason: `${reason}: ${REMEDY}`, stationary: false };
}

function marginWarning(margin: number, below: number): string {
  return `the contraction margin ${margin.toExponential(2)} is below ${below}: shorten the step or lower the weights`;
}

import type { Vector } from './energy.js';
import type { Capability, CompiledSystem, Environment, Term } from './system.js';

/*
 * A relaxation is put together from small pieces, each in its slot of the plan:
 *
 *   gradient descent     = Descent + FixedStep
 *   the prototype's `vect` preset = Descent(Normalise) + Backtracking
 *   a stable descent     = Descent + FixedStep + StabilityLimit, with Monotone as its guard
 *   a homotopy           = any method + Ramp
 *
 * Every guard, stop, schedule, adapter and observer works with every method, because none of them
 * knows which one it serves. A piece is a set of pure functions: state in, state out. States are plain
 * data (numbers, texts, lists, Float64Array), so that a run can be written to JSON and resumed.
 */

/** Numbers that a piece reports of a step, by name, for observers. */
export type Facts = Readonly<Record<string, number>>;

/** Order parameters and their energy under the task's environment. */
export interface Point {
  readonly eta: Vector;
  readonly energy: number;
  /** The gradient once it was asked for; read it through `task.gradient`. */
  readonly gradient: Vector | null;
}

/** What a piece may know and ask during one step. Evaluations are counted. The system is the inner one (see `inner`). */
export interface Task {
  readonly system: CompiledSystem;
  readonly env: Environment;
  /** Index of this step, from 0; the counter of all randomness. */
  readonly iteration: number;
  readonly seed: number;
  /**
   * A vector with anything in it, in the memory of the system's loops, for use within this step. The loop takes it back
   * once neither the point nor a state of the plan's pieces holds it.
   */
  vector(): Float64Array;
  /** The point at `eta`: one energy evaluation. The vector is handed over, not copied. */
  point(eta: Vector): Point;
  /** The same with its gradient in one evaluation, for a point that is likely to be kept. */
  pointWithGradient(eta: Vector): Point;
  /** The gradient at a point: at most one evaluation for each point. */
  gradient(point: Point): Vector;
  /** energy(to) - energy(from); taken term by term where the two totals would cancel. */
  difference(from: Point, to: Point): number;
}

/** What a method made of one step. */
export interface Step<S> {
  /** The candidate, or null where the method found none. */
  readonly to: Point | null;
  readonly state: S;
  readonly facts: Facts;
  /** Why there is no candidate, as a sentence. */
  readonly reason?: string;
  /** True where there is none because the point is stationary: nothing is left to gain. */
  readonly stationary?: boolean;
  readonly warnings?: readonly string[];
}

/** Takes a step: proposes the next point. */
export interface Method<S = unknown> {
  readonly requires?: readonly Capability[];
  init(task: Task, start: Point): S;
  step(task: Task, from: Point, state: S): Step<S>;
  /** After a refusal: a state from which another try may end differently, or null. */
  refused?(state: S): S | null;
}

/** Changes a direction of descent, for example its length. */
export interface Transform<S = unknown> {
  readonly requires?: readonly Capability[];
  init(size: number): S;
  apply(direction: Vector, task: Task, at: Point, state: S): readonly [Vector, S];
}

/** The curve along which a search looks: `at(0)` is the point itself. */
export interface Ray {
  at(step: number): Float64Array;
  /** The decrease that the gradient promises for the way to `eta`: g · (at(0) - eta). */
  promise(eta: Vector): number;
  /** The longest step that the limit allows. */
  readonly longest: number;
}

/** What a search came back with. */
export interface Found {
  /** The point it settled on; null where it found none. A search never takes a step it did not find good. */
  readonly to: Point | null;
  readonly step: number;
  /** Number of points that were tried and found too far. */
  readonly tries: number;
}

/** How far along a ray. */
export interface Search {
  pick(task: Task, from: Point, ray: Ray): Found;
}

/** How far at most, and what that rests on. */
export interface Limitation {
  /** The longest step along the direction, common or one for each row. */
  readonly longest: number | Vector;
  /** The length at which stability would be lost; the margin reported is `safe - step`. */
  readonly safe: number;
  readonly facts: Facts;
  /** Margins below this one are warned of. */
  readonly warnBelow: number;
}

/** At most how far. `slope` is the product of gradient and direction, > 0. */
export interface Limit {
  readonly requires?: readonly Capability[];
  longest(task: Task, at: Point, direction: Vector, slope: number): Limitation;
}

/** What an explorer hears of the step it may add to. */
export interface Explored {
  readonly from: Point;
  readonly gradient: Vector;
  /** Points that the search tried in vain. */
  readonly tries: number;
}

/** Adds to a step in order to look elsewhere. */
export interface Explore<S = unknown> {
  readonly requires?: readonly Capability[];
  init(size: number): S;
  /** The vector to add, or null for none. */
  noise(
    task: Task,
    seen: Explored,
    state: S,
  ): { readonly add: Vector | null; readonly state: S; readonly facts: Facts };
}

/** Accepts or refuses a candidate. */
export interface Guard {
  check(
    task: Task,
    from: Point,
    to: Point,
  ): { readonly accept: true } | { readonly accept: false; readonly reason: string };
}

/** What a stop rule hears, once for the start (`steps` 0) and once after each step. */
export interface Seen {
  readonly task: Task;
  readonly point: Point;
  /** Steps taken so far, refused ones included. */
  readonly steps: number;
  readonly accepted: boolean;
  /** Energy after minus before the step, under one environment; 0 at the start or where refused. */
  readonly change: number;
}

/** Why to stop, as a sentence, and whether that means convergence. */
export interface Verdict {
  readonly reason: string;
  readonly converged: boolean;
  /** Another reason to stop, for where convergence does not count: while the weights are still moving. */
  readonly otherwise?: Verdict | undefined;
}

/** Says when it is enough. */
export interface Stop<S = unknown> {
  init(): S;
  check(seen: Seen, state: S): { readonly state: S; readonly verdict: Verdict | null };
}

/** Multipliers of the terms' weights over time. */
export interface Schedule<S = unknown> {
  /** Called before anything else of a run: the place to refuse options that these terms do not fit. */
  init(terms: readonly Term[]): S;
  /** One multiplier, >= 0, for each term. */
  weights(iteration: number, terms: readonly Term[], state: S): Vector;
  /** After a refusal: a state with gentler weights, or null. */
  refused?(state: S, terms: readonly Term[]): S | null;
}

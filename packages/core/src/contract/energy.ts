import type { Fields, Options } from '../options/field.js';

/** One order parameter per module, each in [0, 1], in the order of the system's ids. */
export type Vector = Readonly<Float64Array>;

/** Exogenous numbers that families read by name, for example `delta_eta_domain`. */
export type Signals = Readonly<Record<string, number>>;

/** Two numbers to write into: first and second partial derivative. */
export type Pair = Float64Array;

/** Three numbers to write into: d²F/da², d²F/db², d²F/da db. */
export type Triple = Float64Array;

/**
 * The options of all instances of a family as structure of arrays: entry `k` of every column belongs
 * to instance `k`.
 */
export type Columns<F extends Fields> = {
  readonly [K in keyof F]: Options<F>[K] extends number ? Float64Array : readonly Options<F>[K][];
};

/**
 * The energy of every instance of one family at once.
 *
 * Returns `weight * Σ F_k`. With a gradient, adds `weight * dF_k/dη` to it; a null gradient asks for
 * the energy alone.
 */
export type LocalKernel = (eta: Vector, weight: number, gradient: Float64Array | null) => number;

/** F = a η² + b η⁴ - h η: what unary energies of this form are folded into when a system is compiled. */
export interface Quartic {
  readonly h: number;
  readonly a: number;
  readonly b: number;
}

/**
 * A module: something with an order parameter η in [0, 1] and a local energy F(η).
 *
 * `slope` is dF/dη and has to be exact; `numericSlope` is the visible way to do without one. A family with
 * neither `bend` nor `fold` cannot be used where a stability bound is needed: its curvature at one point says
 * nothing about the way of a step. Without `difference` no method converges below a gradient of about 1e-8.
 */
export interface ModuleFamily<F extends Fields = Fields, Input = unknown> {
  /**
   * Throws `OPTION_INVALID` where options that are each in range do not fit together. Called whenever instances are made.
   *
   * @param where the path of the instance, to which the error adds that of the option
   */
  check?(options: Options<F>, where: string): void;
  /** Names of the signals that an instance with these options reads. */
  signals?(options: Options<F>): readonly string[];
  /** Reads the order parameter, in [0, 1], off an input. */
  eta(input: Input, options: Options<F>): number;
  /** F(η), finite for every η in [0, 1]. */
  energy(eta: number, options: Options<F>, signals: Signals): number;
  /** dF/dη. */
  slope(eta: number, options: Options<F>, signals: Signals): number;
  /** d²F/dη², exact. */
  curvature?(eta: number, options: Options<F>, signals: Signals): number;
  /**
   * Upper bound of |d²F/dη²| over the whole of [0, 1]; infinite where there is none. Stability limits and
   * weight allocators rest on it, so it may be generous but never too small.
   */
  bend?(eta: number, options: Options<F>, signals: Signals): number;
  /**
   * F(to) - F(from) without cancellation. Where it is missing the plain difference is used, which is lost in rounding
   * near a minimum: runs then end as refused, at gradients of about 1e-8.
   */
  difference?(from: number, to: number, options: Options<F>, signals: Signals): number;
  /** The energy as a quartic, where it is one for all options: it then runs in the engine's own loops, bounds included. */
  fold?(options: Options<F>, signals: Signals): Quartic;
  /** A loop over all instances; module `slots[k]` has the options at entry `k` of the columns. */
  pack?(slots: Int32Array, columns: Columns<F>, signals: Signals): LocalKernel;
}

/**
 * A squared gap `weight * s²` with s = beta·b - alpha·a, or max(0, s) if one-sided: which options hold the numbers.
 * A scale that is 1 for every instance is written as 1.
 */
export interface Gap<Name extends string = string> {
  readonly weight: Name;
  readonly alpha: Name | 1;
  readonly beta: Name | 1;
  readonly oneSided: boolean;
}

/**
 * A coupling: the energy of two order parameters a and b, the first and second named in `between`.
 *
 * As for modules, `difference` is what a method needs to converge below a gradient of about 1e-8.
 */
export interface CouplingFamily<F extends Fields = Fields> {
  /** Names of the signals that an instance with these options reads. */
  signals?(options: Options<F>): readonly string[];
  /** F(a, b), finite on the box. */
  energy(a: number, b: number, options: Options<F>, signals: Signals): number;
  /** Writes dF/da and dF/db. */
  slopes(a: number, b: number, options: Options<F>, signals: Signals, out: Pair): void;
  /**
   * Upper bounds of |d²F/da²|, |d²F/db²|, |d²F/da db|, over the box or at least near (a, b); infinite
   * where there is none. Stability limits and weight allocators rest on it, so it may be generous but
   * never too small.
   */
  bend(a: number, b: number, options: Options<F>, signals: Signals): readonly [aa: number, bb: number, ab: number];
  /**
   * True where `bend` is the same at every (a, b), and so holds over the whole box: weight allocators then ask for it
   * once for each system instead of once for each step.
   */
  readonly constantBend?: boolean;
  /** Writes the exact second derivatives, one-sided at kinks. */
  curvatures?(a: number, b: number, options: Options<F>, signals: Signals, out: Triple): void;
  /** F(to) - F(from) without cancellation; the plain difference is used where it is missing. */
  difference?(fromA: number, fromB: number, toA: number, toB: number, options: Options<F>, signals: Signals): number;
  /** argmin over the box of F(x, y) + ((x - a)² + (y - b)²) / (2 tau); a linearised F is allowed. */
  prox?(a: number, b: number, tau: number, options: Options<F>, signals: Signals): readonly [number, number];
  /** The squared gap that the energy is, for the engine's own loops and operator splitting; absent where it is not one. */
  readonly gap?: Gap<Extract<keyof F, string>>;
  /** The energy as a quartic of the first order parameter alone; null where these options give another form. */
  fold?(options: Options<F>, signals: Signals): Quartic | null;
  /** A loop over all instances: instance `k` couples modules `a[k]` and `b[k]`. */
  pack?(a: Int32Array, b: Int32Array, columns: Columns<F>, signals: Signals): LocalKernel;
}

/** A module as made by its definition: plain frozen data plus the family's functions. */
export interface Module<Input = never, F extends Fields = Fields> {
  readonly slot: 'module';
  readonly name: string;
  readonly fields: F;
  readonly options: Options<F>;
  readonly family: ModuleFamily<F, Input>;
}

/** A coupling as made by its definition. */
export interface Coupling<F extends Fields = Fields> {
  readonly slot: 'coupling';
  readonly name: string;
  readonly fields: F;
  readonly options: Options<F>;
  readonly family: CouplingFamily<F>;
}

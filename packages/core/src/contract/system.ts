import type { Algebra } from './algebra.js';
import type { Fields, Options } from '../options/field.js';
import type { CfcError } from '../errors.js';
import type { CouplingFamily, ModuleFamily, Signals, Vector } from './energy.js';

/** A family of the system as a summand of the energy; weights act on terms. */
export interface Term {
  /** `local:<Family>` or `coup:<Family>`. */
  readonly key: string;
  readonly kind: 'local' | 'coup';
  readonly family: string;
  /** How many instances the family has in this system. */
  readonly count: number;
}

/** The energies and the gradient norms of all terms, weighted; see `termNorms`. */
export interface TermSums {
  readonly energies: Float64Array;
  readonly norms: Float64Array;
}

/** Under what an energy is taken. Energies of two environments must not be compared. */
export interface Environment {
  /** One weight, >= 0, for each term. */
  readonly weights: Vector;
}

/** WebAssembly loops or plain TypeScript ones: the same bits from both. */
export type Backend = 'wasm' | 'js';

/** What the families of a system may or may not offer beyond energy and slope. */
export type Capability = 'bounds' | 'curvature' | 'prox';

/** All modules of one family, as a compiled system shows them to methods. */
export interface LocalFamily {
  /** Index of the family's term. */
  readonly term: number;
  readonly name: string;
  readonly count: number;
  /** The module that instance `k` is. */
  readonly slots: Int32Array;
  readonly family: ModuleFamily;
  /** The options of instance `k`. The object is reused: read it, do not keep it. */
  at(k: number): Options<Fields>;
}

/** All couplings of one family, as a compiled system shows them to methods. */
export interface CouplingGroup {
  /** Index of the family's term. */
  readonly term: number;
  readonly name: string;
  readonly count: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly family: CouplingFamily;
  /** The options of instance `k`. The object is reused: read it, do not keep it. */
  at(k: number): Options<Fields>;
}

/** A walk over all couplings in the order in which they were defined. */
export interface Sequence {
  /** Number of couplings. */
  readonly length: number;
  /** Index into `couplings` and instance inside that group, for each coupling. */
  readonly group: Int32Array;
  readonly item: Int32Array;
}

/** For each module the couplings it takes part in: entries `start[i]` to `start[i + 1]`. */
export interface Incidence {
  readonly start: Int32Array;
  /** Positions in the sequence of couplings, ascending for each module. */
  readonly coupling: Int32Array;
  /** The module at the other end. */
  readonly other: Int32Array;
}

/** What a truncated solve came to. */
export interface Solve {
  /** Hessian products made. */
  readonly products: number;
  /** True where it stopped at a direction of negative curvature. */
  readonly negative: boolean;
}

/**
 * A system ready to be evaluated. It holds no state: every function depends on its arguments alone.
 * Vectors have `size` entries, weights one for each term.
 */
export interface CompiledSystem {
  readonly size: number;
  /** Which loops it runs on: `js` where that was asked for, or WebAssembly is not to be had. */
  readonly backend: Backend;
  /** The modules' ids, in the order of the entries of every vector. */
  readonly ids: readonly string[];
  readonly terms: readonly Term[];
  readonly signals: Signals;
  /** The system's own base weights: the environment of the unit-weight energy. */
  readonly unit: Environment;
  readonly locals: readonly LocalFamily[];
  readonly couplings: readonly CouplingGroup[];
  readonly sequence: Sequence;
  readonly incidence: Incidence;
  /** Names the families that lack it; null where none does. */
  lacks(capability: Capability): string | null;

  /**
   * The error `ENERGY_INVALID` for a family of which some function throws or gives no valid number at `eta`, with the
   * function, the family and the modules' ids; null where all are sound. Asks every function of every instance.
   */
  faultAt(eta: Vector): CfcError | null;
  /** A new vector of zeros in the memory that the system's loops work on: evaluations of it copy nothing. */
  vector(): Float64Array;
  readonly algebra: Algebra;
  /**
   * The same system with its modules in the order that suits the machine's memory, chosen when it was compiled; null
   * where that is the given order. Relaxations work on it.
   */
  readonly inner: CompiledSystem | null;
  /** A new vector with the entries of `vector` in the order of `inner`; a plain copy where there is none. */
  toInner(vector: Vector): Float64Array;
  /** And back. */
  toOuter(vector: Vector): Float64Array;
  /** Σ over terms of weight · Σ over instances of F. */
  energy(eta: Vector, env: Environment): number;
  /** Overwrites `gradient` with dE/dη and returns the energy; with `sums` also those of the terms, in the same pass. */
  gradient(eta: Vector, env: Environment, gradient: Float64Array, sums?: TermSums): number;
  /** energy(to) - energy(from), instance by instance, without the cancellation of two totals. */
  difference(from: Vector, to: Vector, env: Environment): number;
  /** The energies of the terms, weighted. */
  termEnergies(eta: Vector, env: Environment): Vector;
  /** For each term the L2 norm of its instances' gradients stacked: √ Σ_k |weight · ∇F_k|². */
  termNorms(eta: Vector, env: Environment): Vector;
  /** Both in one pass. */
  termSums(eta: Vector, env: Environment): TermSums;
  /**
   * Upper bounds of the absolute row sums of the Hessian (Gershgorin). Their maximum bounds the
   * Lipschitz constant of the gradient. Infinite where a family says so. Capability `bounds`.
   */
  rowBounds(eta: Vector, env: Environment): Vector;
  /** The diagonal of the Hessian, written to `out` where that is given. Capability `curvature`. */
  hessianDiagonal(eta: Vector, env: Environment, out?: Float64Array): Float64Array;
  /** Overwrites `out` with the Hessian times `v`. Capability `curvature`. */
  hessianProduct(eta: Vector, env: Environment, v: Vector, out: Float64Array): void;
  /**
   * Truncated conjugate gradients: adds to `direction` an approximate solution of H d = g on the rows where `inverse` is not
   * 0, of which `inverse` preconditions. Stops at the relative residual `tolerance`, after `most` products, or at negative
   * curvature, where it keeps what it has (the preconditioned gradient if that is nothing). Capability `curvature`.
   *
   * @param work three vectors of the system's size with anything in them
   */
  solve(
    eta: Vector,
    env: Environment,
    gradient: Vector,
    inverse: Vector,
    direction: Float64Array,
    work: readonly [Float64Array, Float64Array, Float64Array],
    tolerance: number,
    most: number,
  ): Solve;
  /**
   * The change of energy when module `i` moves to `value` and all others stay. Where `gradient` holds
   * the gradient at `eta`, it is brought up to date for the point after the move.
   */
  shift(i: number, value: number, eta: Vector, env: Environment, gradient: Float64Array | null): number;
  /**
   * One sweep of Gauss and Seidel over all rows, in place: safeguarded Newton steps in one variable at a time. Returns the
   * change of energy, never above 0 beyond rounding. `gradient` is that at `eta` and is kept up to date. Capability `curvature`.
   */
  sweep(eta: Float64Array, env: Environment, gradient: Float64Array): number;
}

import type { Vector } from '../../contract/energy.js';
import type { CompiledSystem, Environment, TermSums } from '../../contract/system.js';
import { once } from '../once.js';

/**
 * A system whose modules were renumbered, as its user sees it: vectors in the order of definition. Passes over everything
 * run on `inner`, with their vectors carried over and back; what goes by single modules or couplings runs on a system
 * in the given order, which is made when first asked for.
 *
 * @param rank the number in `inner` of each module
 * @param given makes the system in the given order
 */
export function outerOf(
  inner: CompiledSystem,
  ids: () => readonly string[],
  rank: Int32Array,
  given: () => CompiledSystem,
): CompiledSystem {
  const { size } = inner;
  const plain = once(given);
  const [eta, second, out] = [0, 1, 2].map(() => once(() => inner.vector())) as [Make, Make, Make];
  const carry = (vector: Vector, to: Float64Array): Float64Array => {
    for (let i = 0; i < size; i++) to[rank[i]!] = vector[i]!;
    return to;
  };
  const back = (vector: Vector, to: Float64Array): Float64Array => {
    for (let i = 0; i < size; i++) to[i] = vector[rank[i]!]!;
    return to;
  };
  return Object.freeze<CompiledSystem>({
    size,
    backend: inner.backend,
    get ids() {
      return ids();
    },
    terms: inner.terms,
    signals: inner.signals,
    unit: inner.unit,
    get locals() {
      return plain().locals;
    },
    get couplings() {
      return plain().couplings;
    },
    get sequence() {
      return plain().sequence;
    },
    get incidence() {
      return plain().incidence;
    },
    vector: () => inner.vector(),
    algebra: inner.algebra,
    inner,
    toInner: (vector: Vector) => carry(vector, new Float64Array(size)),
    toOuter: (vector: Vector) => back(vector, new Float64Array(size)),
    faultAt: (at: Vector) => inner.faultAt(carry(at, eta())),
    lacks: (capability) => inner.lacks(capability),
    energy: (at: Vector, env: Environment) => inner.energy(carry(at, eta()), env),
    gradient(at: Vector, env: Environment, gradient: Float64Array, sums?: TermSums) {
      const energy = inner.gradient(carry(at, eta()), env, out(), sums);
      back(out(), gradient);
      return energy;
    },
    difference: (from: Vector, to: Vector, env: Environment) =>
      inner.difference(carry(from, eta()), carry(to, second()), env),
    termEnergies: (at: Vector, env: Environment) => inner.termEnergies(carry(at, eta()), env),
    termNorms: (at: Vector, env: Environment) => inner.termNorms(carry(at, eta()), env),
    termSums: (at: Vector, env: Environment) => inner.termSums(carry(at, eta()), env),
    rowBounds: (at: Vector, env: Environment) => back(inner.rowBounds(carry(at, eta()), env), new Float64Array(size)),
    hessianDiagonal: (at: Vector, env: Environment, diagonal = new Float64Array(size)) =>
      back(inner.hessianDiagonal(carry(at, eta()), env, out()), diagonal),
    hessianProduct(at: Vector, env: Environment, v: Vector, product: Float64Array) {
      inner.hessianProduct(carry(at, eta()), env, carry(v, second()), out());
      back(out(), product);
    },
    solve: (at, env, gradient, inverse, direction, work, tolerance, most) =>
      plain().solve(at, env, gradient, inverse, direction, work, tolerance, most),
    shift: (i: number, value: number, at: Vector, env: Environment, gradient: Float64Array | null) =>
      plain().shift(i, value, at, env, gradient),
    sweep: (at: Float64Array, env: Environment, gradient: Float64Array) => plain().sweep(at, env, gradient),
  });
}

type Make = () => Float64Array;

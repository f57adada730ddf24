import type { Vector } from '../contract/energy.js';
import type {
  Backend,
  Capability,
  CompiledSystem,
  Environment,
  Incidence,
  Sequence,
  TermSums,
} from '../contract/system.js';
import { incidenceOf, sequenceOf } from './adjacency.js';
import { lacking, needOf } from './capabilities.js';
import { conjugateGradients } from './conjugate-gradients.js';
import type { System } from './define.js';
import { type Suspects, faultAt } from './diagnose.js';
import { engineOf } from './engine/engine.js';
import { solveInKernels } from './engine/solve.js';
import { sumsOf } from './engine/sums.js';
import { couplingGroup, localGroup } from './families.js';
import { guardOf } from './guard.js';
import { once } from './once.js';
import { rowsOfEngine } from './rows/engine.js';
import { termsOf } from './terms.js';
import type { Threads } from './threads/threads.js';
import { ETA, OUT, SECOND } from './wasm/arena.js';

/**
 * Packs a system in the order in which it is given: every family's options as structure of arrays behind one loop. What
 * only some methods need (row adjacency, order of definition) is made when first asked for.
 */
export function packed(system: System, backend: Backend, threads: Threads | null): CompiledSystem {
  const { size, signals } = system;
  const locals = system.modules.map((group, t) => localGroup(group, t, signals));
  const couplings = system.couplings.map((group, t) => couplingGroup(group, locals.length + t, signals));
  const terms = termsOf(locals, couplings);
  const unit: Environment = Object.freeze({ weights: Float64Array.from(terms, ({ key }) => system.weights[key] ?? 1) });
  const suspects: Suspects = {
    get ids() {
      return system.ids;
    },
    locals,
    couplings,
    signals,
  };
  const guard = guardOf(suspects);
  const engine = guard.made(() => engineOf(size, locals, couplings, signals, backend, threads));
  const { parts, arena, algebra } = engine;
  const need = needOf(locals, couplings);
  const sequence = once((): Sequence => sequenceOf(couplings));
  const incidence = once((): Incidence => incidenceOf(size, couplings, sequence()));
  const rows = once(() => rowsOfEngine(size, engine, signals));
  const sums = once(() => sumsOf(engine, signals));

  /** Runs an evaluation with its output in the arena, hands the result over, and returns it. */
  const into = (out: Float64Array, evaluate: (inside: Float64Array) => number): number => {
    if (arena.holds(out)) return evaluate(out);
    const inside = arena.space(OUT);
    const value = evaluate(inside);
    out.set(inside);
    return value;
  };
  /** The same for rows: a throw or NaN is diagnosed. */
  const rowsInto = (eta: Vector, out: Float64Array, evaluate: (inside: Float64Array) => void): Float64Array => {
    into(out, (inside) => {
      guard.rows([eta], () => (evaluate(inside), arena.sum(inside)));
      return 0;
    });
    return out;
  };
  const gradientAt = (eta: Vector, weights: Vector, gradient: Float64Array, to?: TermSums): number => {
    const at = arena.inside(eta, ETA);
    return into(gradient, (inside) => {
      let energy = 0;
      guard.total([eta], () => {
        for (const part of parts) {
          const watched = part === engine.own && to !== undefined;
          energy += watched ? sums().along(at, weights, inside, to) : part.gradient(at, weights, inside);
        }
        return energy + arena.sum(inside);
      });
      return energy;
    });
  };

  const termSums = (eta: Vector, { weights }: Environment): TermSums => {
    const to = { energies: new Float64Array(terms.length), norms: new Float64Array(terms.length) };
    guard.rows([eta], () => sums().alone(eta, weights, to));
    return to;
  };
  const hessianProduct = (eta: Vector, { weights }: Environment, v: Vector, out: Float64Array): void => {
    need('curvature', 'hessianProduct');
    const at = arena.inside(eta, ETA);
    const along = arena.inside(v, SECOND);
    const inside = arena.holds(out) ? out : arena.space(OUT);
    try {
      for (const part of parts) part.product(at, weights, along, inside);
    } catch (cause) {
      throw guard.failed(cause, eta);
    }
    guard.checkSum(arena.sum(inside), eta);
    if (inside !== out) out.set(inside);
  };

  return Object.freeze<CompiledSystem>({
    size,
    backend: arena.kernels === null ? 'js' : 'wasm',
    get ids() {
      return system.ids;
    },
    terms,
    signals,
    unit,
    locals,
    couplings,
    get sequence() {
      return sequence();
    },
    get incidence() {
      return incidence();
    },
    vector: () => arena.vector(),
    algebra,
    inner: null,
    toInner: (vector: Vector) => vector.slice(),
    toOuter: (vector: Vector) => vector.slice(),
    faultAt: (eta: Vector) => faultAt(suspects, eta),
    lacks: (capability: Capability) => lacking(capability, locals, couplings),
    energy(eta: Vector, { weights }: Environment) {
      const at = arena.inside(eta, ETA);
      return guard.total([eta], () => {
        let total = 0;
        for (const part of parts) total += part.energy(at, weights);
        return total;
      });
    },
    gradient: (eta: Vector, { weights }: Environment, gradient: Float64Array, to?: TermSums) =>
      gradientAt(eta, weights, gradient, to),
    difference(from: Vector, to: Vector, { weights }: Environment) {
      const [start, end] = [arena.inside(from, ETA), arena.inside(to, SECOND)];
      return guard.total([from, to], () => {
        let total = 0;
        for (const part of parts) total += part.difference(start, end, weights);
        return total;
      });
    },
    termEnergies: (eta: Vector, env: Environment) => termSums(eta, env).energies,
    termNorms: (eta: Vector, env: Environment) => termSums(eta, env).norms,
    termSums,
    rowBounds(eta: Vector, { weights }: Environment) {
      need('bounds', 'rowBounds');
      const at = arena.inside(eta, ETA);
      return rowsInto(eta, new Float64Array(size), (out) => {
        for (const part of parts) part.bounds(at, weights, out);
      });
    },
    hessianDiagonal(eta: Vector, { weights }: Environment, out = new Float64Array(size)) {
      need('curvature', 'hessianDiagonal');
      const at = arena.inside(eta, ETA);
      return rowsInto(eta, out, (inside) => {
        for (const part of parts) part.diagonal(at, weights, inside);
      });
    },
    hessianProduct,
    solve(eta, { weights }, gradient, inverse, direction, work, tolerance, most) {
      need('curvature', 'solve');
      const made = solveInKernels(engine, eta, weights, gradient, inverse, direction, work, tolerance, most);
      if (made !== null) {
        guard.checkSum(arena.sum(direction), eta);
        return { products: Math.abs(made), negative: made < 0 };
      }
      const product = (v: Vector, out: Float64Array): void => {
        hessianProduct(eta, { weights }, v, out);
      };
      return conjugateGradients(algebra, product, gradient, inverse, direction, work, tolerance, most);
    },
    shift(i: number, value: number, eta: Vector, { weights }: Environment, gradient: Float64Array | null) {
      const places = (): readonly [Vector, Vector] => [eta, eta.map((x, j) => (j === i ? value : x))];
      return guard.total(places, () => rows().shift(i, value, eta, weights, gradient));
    },
    sweep(eta: Float64Array, { weights }: Environment, gradient: Float64Array) {
      need('curvature', 'sweep');
      return guard.total([eta], () => rows().sweep(eta, gradient, weights));
    },
  });
}

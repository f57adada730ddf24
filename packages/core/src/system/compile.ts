import type { Vector } from '../contract/energy.js';
import type { Capability, CompiledSystem, Environment, Incidence, Sequence, Term } from '../contract/system.js';
import { CfcError } from '../errors.js';
import { incidenceOf, sequenceOf } from './adjacency.js';
import { boundsCurvature, rowBounds } from './bounds.js';
import { hessianDiagonal, hessianProduct } from './curvature.js';
import type { System } from './define.js';
import { diagnose } from './diagnose.js';
import { couplingDifference, couplingGroup, localGroup, moduleDifference } from './families.js';
import { type ShiftParts, homesOf, shift } from './shift.js';
import { sweep } from './sweep.js';
import { termEnergies, termNorms } from './terms.js';

/**
 * Packs a system: every family's options as structure of arrays behind one loop. What only some methods
 * need (row adjacency, order of definition) is made when first asked for.
 *
 * @returns functions of (eta, environment); see `CompiledSystem`
 */
export function compile(system: System): CompiledSystem {
  const { size, signals } = system;
  const locals = system.modules.map((group, t) => localGroup(group, t, signals));
  const couplings = system.couplings.map((group, t) => couplingGroup(group, locals.length + t, signals));
  const groups = [...locals, ...couplings];
  const terms: readonly Term[] = Object.freeze([
    ...locals.map(({ name, count }) => term('local', name, count)),
    ...couplings.map(({ name, count }) => term('coup', name, count)),
  ]);
  const unit: Environment = Object.freeze({ weights: Float64Array.from(terms, ({ key }) => system.weights[key] ?? 1) });
  const sequence = once((): Sequence => sequenceOf(couplings));
  const incidence = once((): Incidence => incidenceOf(size, couplings, sequence()));
  const parts = once((): ShiftParts => ({
    locals,
    couplings,
    home: homesOf(size, locals),
    sequence: sequence(),
    incidence: incidence(),
  }));

  /** Runs an evaluation; a throw or a total that is not finite becomes an error that names the culprit. */
  const guarded = (eta: Vector | (() => Vector), evaluate: () => number): number => {
    const fault = (cause: unknown): CfcError =>
      diagnose(system.ids, locals, couplings, typeof eta === 'function' ? eta() : eta, signals, cause);
    let value: number;
    try {
      value = evaluate();
    } catch (cause) {
      throw fault(cause);
    }
    if (!Number.isFinite(value)) throw fault(undefined);
    return value;
  };

  const summed = (eta: Vector, weights: Vector, gradient: Float64Array | null): number => {
    let total = 0;
    for (const { kernel, term: t } of groups) total += weights[t] === 0 ? 0 : kernel(eta, weights[t]!, gradient);
    return total;
  };

  return Object.freeze({
    size,
    get ids() {
      return system.ids;
    },
    terms,
    signals,
    unit,
    couplings,
    get sequence() {
      return sequence();
    },
    get incidence() {
      return incidence();
    },
    lacks: (capability: Capability) => lacking(capability, locals, couplings),
    energy: (eta: Vector, { weights }: Environment) => guarded(eta, () => summed(eta, weights, null)),
    gradient(eta: Vector, { weights }: Environment, gradient: Float64Array) {
      gradient.fill(0);
      let energy = 0;
      guarded(eta, () => (energy = summed(eta, weights, gradient)) + sum(gradient));
      return energy;
    },
    difference(from: Vector, to: Vector, { weights }: Environment) {
      let total = 0;
      for (const { family, slots, at, term: t } of locals) {
        let part = 0;
        for (let k = 0; k < slots.length; k++) {
          const i = slots[k]!;
          if (from[i] !== to[i]) part += moduleDifference(family, from[i]!, to[i]!, at(k), signals);
        }
        total += weights[t]! * part;
      }
      for (const group of couplings) {
        let part = 0;
        for (let k = 0; k < group.count; k++) part += couplingDifference(group, k, from, to, signals);
        total += weights[group.term]! * part;
      }
      return total;
    },
    localGradient(eta: Vector, { weights }: Environment, gradient: Float64Array) {
      let total = 0;
      for (const { kernel, term: t } of locals) total += kernel(eta, weights[t]!, gradient);
      return total;
    },
    localSlope(i: number, eta: number, { weights }: Environment) {
      const { home } = parts();
      const group = locals[home.group[i]!]!;
      const k = home.item[i]!;
      try {
        const slope = weights[group.term]! * group.family.slope(eta, group.at(k), signals);
        if (Number.isFinite(slope)) return slope;
      } catch {
        // The diagnosis below asks again, and names family and module.
      }
      const alone = { ...group, slots: Int32Array.of(0), at: () => group.at(k) };
      throw diagnose([system.ids[i]!], [alone], [], Float64Array.of(eta), signals, undefined);
    },
    termEnergies: (eta: Vector, { weights }: Environment) => termEnergies(groups, eta, weights),
    termNorms: (eta: Vector, { weights }: Environment) => termNorms(locals, couplings, eta, weights, signals),
    rowBounds(eta: Vector, { weights }: Environment) {
      need('bounds', 'rowBounds', locals, couplings);
      return rowBounds(size, locals, couplings, eta, weights, signals);
    },
    hessianDiagonal(eta: Vector, { weights }: Environment) {
      need('curvature', 'hessianDiagonal', locals, couplings);
      return hessianDiagonal(size, locals, couplings, eta, weights, signals);
    },
    hessianProduct(eta: Vector, { weights }: Environment, v: Vector, out: Float64Array) {
      need('curvature', 'hessianProduct', locals, couplings);
      hessianProduct(locals, couplings, eta, weights, signals, v, out);
    },
    shift(i: number, value: number, eta: Vector, { weights }: Environment, gradient: Float64Array | null) {
      const moved = (): Vector => eta.map((x, j) => (j === i ? value : x));
      return guarded(moved, () => shift(i, value, eta, weights, signals, parts(), gradient));
    },
    sweep(eta: Float64Array, { weights }: Environment, gradient: Float64Array) {
      need('curvature', 'sweep', locals, couplings);
      return guarded(eta, () => sweep(eta, gradient, weights, signals, parts()));
    },
  });
}

function term(kind: Term['kind'], family: string, count: number): Term {
  return Object.freeze({ key: `${kind}:${family}`, kind, family, count });
}

type Locals = readonly ReturnType<typeof localGroup>[];
type Couplings = readonly ReturnType<typeof couplingGroup>[];

const functionsOf: Readonly<Record<Capability, string>> = {
  bounds: '"bend" or "curvature"',
  curvature: '"curvature" (modules) or "curvatures" (couplings)',
  prox: '"prox"',
};

function lacking(capability: Capability, locals: Locals, couplings: Couplings): string | null {
  const modules = locals.filter((group) => {
    if (capability === 'bounds') return !boundsCurvature(group);
    return capability === 'curvature' && group.family.curvature === undefined;
  });
  const others = couplings.filter(({ family }) => {
    if (capability === 'curvature') return family.curvatures === undefined;
    return capability === 'prox' && family.prox === undefined;
  });
  const names = [...modules, ...others].map(({ name }) => name);
  return names.length === 0 ? null : `${names.join(', ')} (needs ${functionsOf[capability]})`;
}

function need(capability: Capability, where: string, locals: Locals, couplings: Couplings): void {
  const missing = lacking(capability, locals, couplings);
  if (missing !== null) throw new CfcError('CAPABILITY_MISSING', `not offered by ${missing}`, where);
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function sum(values: Vector): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}

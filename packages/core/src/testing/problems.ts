import { couplingColumns, moduleColumns } from '../system/blocks.js';
import { type System, defineSystem } from '../system/define.js';
import type { Vector } from '../contract/energy.js';
import { asymmetricHinge } from '../couplings/asymmetric-hinge.js';
import { directedHinge } from '../couplings/directed-hinge.js';
import { gateBenefit } from '../couplings/gate-benefit.js';
import { quadratic } from '../couplings/quadratic.js';
import { landau } from '../modules/landau.js';

/** A system whose minimum is known, exactly or to all digits. */
export interface Problem {
  readonly name: string;
  readonly system: () => System;
  readonly eta0: Vector;
  /** Lowest unit-weight energy in the box. */
  readonly minimum: number;
  /** Where it is. */
  readonly minimiser: Vector;
  /** Accuracy of the two numbers above. */
  readonly accuracy: number;
}

const LENGTH = 40;
const FIELD = Float64Array.from({ length: LENGTH }, (_, i) => (i === 0 ? 0.8 : i === LENGTH - 1 ? 0.4 : 0));

function chain(): System {
  const a = Int32Array.from({ length: LENGTH - 1 }, (_, k) => k);
  return defineSystem({
    modules: [moduleColumns(landau, { count: LENGTH, prefix: 'm', with: { a: 0.5, b: 0, h: FIELD } })],
    couplings: [couplingColumns(quadratic, { a, b: a.map((k) => k + 1), with: { weight: 0.3 } })],
  });
}

/** Solves the tridiagonal system (I + 0.6 L) η = h of the chain by elimination (Thomas). */
function chainMinimum(): { minimum: number; minimiser: Vector } {
  const off = -0.6;
  const diagonal = (i: number): number => 1 + (i === 0 || i === LENGTH - 1 ? 0.6 : 1.2);
  const ratio = new Float64Array(LENGTH);
  const right = Float64Array.from(FIELD);
  let pivot = diagonal(0);
  right[0] = right[0]! / pivot;
  for (let i = 1; i < LENGTH; i++) {
    ratio[i - 1] = off / pivot;
    pivot = diagonal(i) - off * ratio[i - 1]!;
    right[i] = (right[i]! - off * right[i - 1]!) / pivot;
  }
  for (let i = LENGTH - 2; i >= 0; i--) right[i] = right[i]! - ratio[i]! * right[i + 1]!;
  // At the minimum of ½ ηᵀAη - hᵀη the energy is -½ hᵀη.
  const minimum = right.reduce((total, eta, i) => total - 0.5 * FIELD[i]! * eta, 0);
  return { minimum, minimiser: right };
}

/** Problems for checking methods. All are convex, so that there is one minimum to find. */
export const problems: readonly Problem[] = [
  {
    name: 'one parabola: η² - 0.6 η',
    system: () => defineSystem({ modules: { only: landau({ a: 1, b: 0, h: 0.6 }) } }),
    eta0: Float64Array.of(0.9),
    minimum: -0.09,
    minimiser: Float64Array.of(0.3),
    accuracy: 1e-15,
  },
  {
    name: 'a minimum at the wall: η² - 3 η',
    system: () => defineSystem({ modules: { only: landau({ a: 1, b: 0, h: 3 }) } }),
    eta0: Float64Array.of(0.2),
    minimum: -2,
    minimiser: Float64Array.of(1),
    accuracy: 1e-15,
  },
  {
    // (2 + 2w) x - 2w y = h, (2 + 2w) y - 2w x = 0 with w = 0.5, h = 1: x = 0.375, y = 0.125.
    name: 'two parabolas pulled together',
    system: () =>
      defineSystem({
        modules: { x: landau({ a: 1, b: 0, h: 1 }), y: landau({ a: 1, b: 0 }) },
        couplings: [{ use: quadratic({ weight: 0.5 }), between: ['x', 'y'] }],
      }),
    eta0: Float64Array.of(0.9, 0.8),
    minimum: -0.1875,
    minimiser: Float64Array.of(0.375, 0.125),
    accuracy: 1e-14,
  },
  {
    // x wants 0, y wants 0.5, the hinge asks x >= y: 2x - 2(y - x) = 0, 2y - 1 + 2(y - x) = 0: x = 1/6, y = 1/3.
    name: 'a hinge that is active at the minimum',
    system: () =>
      defineSystem({
        modules: { x: landau({ a: 1, b: 0 }), y: landau({ a: 1, b: 0, h: 1 }) },
        couplings: [{ use: directedHinge(), between: ['x', 'y'] }],
      }),
    eta0: Float64Array.of(0.7, 0.1),
    minimum: -1 / 6,
    minimiser: Float64Array.of(1 / 6, 1 / 3),
    accuracy: 1e-14,
  },
  {
    name: 'a hinge that is idle at the minimum',
    system: () =>
      defineSystem({
        modules: { x: landau({ a: 1, b: 0, h: 1 }), y: landau({ a: 1, b: 0, h: 0.4 }) },
        couplings: [{ use: asymmetricHinge({ alpha: 1.2, beta: 0.9 }), between: ['x', 'y'] }],
      }),
    eta0: Float64Array.of(0.1, 0.9),
    minimum: -0.29,
    minimiser: Float64Array.of(0.5, 0.2),
    accuracy: 1e-14,
  },
  {
    // Minimum of the prototype's baseline scenario, from an independent solver.
    name: "the prototype's baseline: a sequence and its gate",
    system: () =>
      defineSystem({
        modules: { sequence: landau({ a: 0.2, b: 0.3 }), gate: landau({ a: 0.25, b: 0.35 }) },
        couplings: [
          { use: quadratic({ weight: 0.7 }), between: ['sequence', 'gate'] },
          { use: gateBenefit({ weight: 0.8 }), between: ['gate', 'sequence'] },
        ],
        signals: { delta_eta_domain: 0.08 },
      }),
    eta0: Float64Array.of(0.2689414213699951, 0.6224593312018546),
    minimum: -0.0025076120861673816,
    minimiser: Float64Array.of(0.06039280285544621, 0.07783669234163511),
    accuracy: 1e-8,
  },
  {
    // A chain with fields at its ends only; all 40 at once, as columns. 2aη - h + w(Lη)·2 = 0, solved exactly below.
    name: 'a chain of forty',
    system: chain,
    eta0: new Float64Array(40).fill(0.5),
    ...chainMinimum(),
    accuracy: 1e-12,
  },
];

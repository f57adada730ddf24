import {
  type CompiledSystem,
  type Plan,
  type Vector,
  defaultPlan,
  descent,
  fixedStep,
  gradientBelow,
  maxSteps,
  monotone,
  relax,
  smallGainLimit,
  steps,
} from '@cfc/core';
import type { Scope } from '../experiment.js';
import { total } from '../over-seeds.js';
import { ARMS, type Arm, chain, readings } from './chain.js';
import { agreement, correlation, reach } from './coherence.js';

/** A chain of some length to be relaxed, or one to be watched on the way. */
export type Cell =
  | { readonly task: 'relax'; readonly seed: number; readonly units: number }
  | { readonly task: 'trace'; readonly seed: number };

/** One chain relaxed with some of its couplings. */
export type Relaxed = {
  readonly task: 'relax';
  readonly seed: number;
  readonly modules: number;
  readonly couplings: Arm;
  readonly agreement: number;
  /** Correlation of the gates of units side by side, and ten units apart; null in short chains. */
  readonly correlation: number | null;
  readonly correlationFar: number | null;
  /** How many modules away a change of one benefit is felt. */
  readonly reach: number;
  /** Energy of the whole system, all couplings included, per module. */
  readonly energyPerModule: number;
  /** Steps, and evaluations, gradients and Hessian products together: by the default plan and by certified descent. */
  readonly steps: number;
  readonly work: number;
  readonly descentSteps: number;
  readonly descentWork: number;
};

/** One step of certified descent: the energy, and the means of the order parameters of each kind. */
export type Traced = {
  readonly task: 'trace';
  readonly seed: number;
  readonly couplings: Arm;
  readonly step: number;
  readonly energyPerModule: number;
  readonly order: number;
  readonly links: number;
  readonly gates: number;
};

export type Found = Relaxed | Traced;

/** Largest entry of the projected gradient at the end. */
const NORM = 1e-6;
/** Units that a correlation needs. */
const ENOUGH = 100;

const stop = gradientBelow({ norm: NORM });
const usual: Plan = { ...defaultPlan, stop };
const certified: Plan = {
  method: descent({ search: fixedStep({ step: 1e9 }), limit: smallGainLimit() }),
  guard: monotone(),
  stop,
};

export function cells(scope: Scope): readonly Cell[] {
  const [sizes, seeds] = scope === 'quick' ? [[1, 10, 100, 1000], 4] : [[1, 10, 100, 1000, 10_000], 20];
  const each = Array.from({ length: seeds }, (_, seed) => seed);
  return [
    ...sizes.flatMap((units) => each.map((seed) => ({ task: 'relax', seed, units }) as const)),
    ...each.map((seed) => ({ task: 'trace', seed }) as const),
  ];
}

export const measure = (cell: Cell): readonly Found[] =>
  cell.task === 'relax' ? relaxedChains(cell.units, cell.seed) : traces(cell.seed);

function relaxedChains(units: number, seed: number): readonly Relaxed[] {
  const read = readings(units, seed);
  const start = [...read.order, ...read.links, ...read.gates];
  const benefits = read.order.map((eta) => 1 - eta);
  const whole = chain(benefits, 'all');
  return ARMS.map((arm) => {
    const system = chain(benefits, arm);
    const own = relaxed(system, start, usual);
    const other = relaxed(system, start, certified);
    const changed = relaxed(chain(benefits, arm, 0.5), start, usual);
    return {
      task: 'relax',
      seed,
      modules: system.size,
      couplings: arm,
      agreement: agreement(own.eta),
      correlation: units < ENOUGH ? null : correlation(own.eta, 1),
      correlationFar: units < ENOUGH ? null : correlation(own.eta, 10),
      reach: reach(own.eta, changed.eta),
      energyPerModule: whole.energy(own.eta, whole.unit) / system.size,
      steps: own.steps,
      work: own.work,
      descentSteps: other.steps,
      descentWork: other.work,
    };
  });
}

function relaxed(system: CompiledSystem, start: readonly number[], plan: Plan) {
  let products = 0;
  const observers = [
    ({ facts }: { readonly facts: Readonly<Record<string, number>> }) => (products += facts.products ?? 0),
  ];
  const { vector, steps: taken, evaluations } = relax(system, start, { ...plan, observers });
  return { eta: vector, steps: taken, work: evaluations.energy + evaluations.gradient + products };
}

/** Units of a chain that is watched, and steps. */
const [UNITS, WATCHED] = [100, 40];

function traces(seed: number): readonly Traced[] {
  const read = readings(UNITS, seed);
  const start = [...read.order, ...read.links, ...read.gates];
  const benefits = read.order.map((eta) => 1 - eta);
  const whole = chain(benefits, 'all');
  return (['none', 'all'] as const).flatMap((couplings) => {
    const at = (step: number, eta: Vector): Traced => {
      const mean = (part: number): number => total([...eta.slice(part * UNITS, (part + 1) * UNITS)], (x) => x) / UNITS;
      const energyPerModule = whole.energy(eta, whole.unit) / eta.length;
      return { task: 'trace', seed, couplings, step, energyPerModule, order: mean(0), links: mean(1), gates: mean(2) };
    };
    const watched = [...steps(chain(benefits, couplings), start, { ...certified, stop: maxSteps({ steps: WATCHED }) })];
    return [at(0, Float64Array.from(start)), ...watched.map(({ step, eta }) => at(step, eta))];
  });
}

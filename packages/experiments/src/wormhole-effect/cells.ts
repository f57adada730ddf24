import { type CompiledSystem, maxSteps, normal, proximal, relax, steps } from '@cfc/core';
import type { Scope } from '../experiment.js';
import { BENEFIT, STEP, gates, method, timeToOpen } from './gate.js';

/** The reopening of one kind of gate, or many gates of all kinds under benefits that are seen through noise. */
export type Cell =
  | { readonly task: 'reopen'; readonly power: number }
  | { readonly task: 'noise'; readonly noise: number; readonly seed: number };

/** How one gate left where it started, or how often the gates of a kind were open. */
export type Found = {
  readonly task: 'reopen' | 'noise';
  readonly power: number;
  readonly start: number;
  /** dF/dη where it starts. */
  readonly slope: number | null;
  /** Steps of descent until η > 1/2; null for never. */
  readonly steps: number | null;
  /** The same by integrating the gradient flow. */
  readonly predicted: number | null;
  /** η after proximal steps from the same start. */
  readonly proximal: number | null;
  readonly noise: number | null;
  readonly seed: number;
  /** Shares of gates and rounds that were open, with a benefit and without. */
  readonly open: number | null;
  readonly falselyOpen: number | null;
};

export const POWERS = [0.5, 1, 1.25, 1.5, 2, 3, 4];
export const STARTS = [0, 1e-6, 1e-4, 1e-2, 0.1];
/** How far the gates of the noisy task are open at first. */
export const AJAR = 0.01;
/** Steps after which a gate counts as closed for good. */
const MOST = 20_000;
/** Gates of each kind with a benefit, and as many without; rounds between which the signals change; steps in a round. */
const [GATES, ROUNDS, STEPS] = [10, 20, 40];

export function cells(scope: Scope): readonly Cell[] {
  const [noises, seeds] = scope === 'quick' ? [[0, 0.2, 0.8], 6] : [[0, 0.1, 0.2, 0.4, 0.6, 0.8], 30];
  return [
    ...POWERS.map((power) => ({ task: 'reopen', power }) as const),
    ...noises.flatMap((noise) => Array.from({ length: seeds }, (_, seed) => ({ task: 'noise', noise, seed }) as const)),
  ];
}

export const measure = (cell: Cell): readonly Found[] =>
  cell.task === 'reopen' ? STARTS.map((start) => reopened(cell.power, start)) : exposed(cell.noise, cell.seed);

const nothing = {
  slope: null,
  steps: null,
  predicted: null,
  proximal: null,
  noise: null,
  open: null,
  falselyOpen: null,
};

function reopened(power: number, start: number): Found {
  const system = gates([{ power, signal: 'benefit' }], { benefit: BENEFIT });
  const eta0 = [start, 0];
  const gradient = new Float64Array(2);
  system.gradient(Float64Array.from(eta0), system.unit, gradient);
  const time = start === 0 && power !== 1 ? Infinity : timeToOpen(power, Math.max(start, 1e-12));
  const near = relax(system, eta0, { method: proximal(), stop: maxSteps({ steps: 2000 }) });
  return {
    ...nothing,
    task: 'reopen',
    power,
    start,
    slope: gradient[0]!,
    steps: stepsToOpen(system, eta0),
    predicted: Number.isFinite(time) ? time / STEP : null,
    proximal: near.vector[0]!,
    seed: 0,
  };
}

function stepsToOpen(system: CompiledSystem, eta0: readonly number[]): number | null {
  for (const { step, eta } of steps(system, eta0, { method, stop: maxSteps({ steps: MOST }) })) {
    if (eta[0]! > 0.5) return step;
  }
  return null;
}

/** Kinds of gates that are exposed to noise. */
const KINDS = [{ power: 1, start: 0 }, { power: 2, start: 0 }, ...[1.5, 2, 3].map((power) => ({ power, start: AJAR }))];

function exposed(noise: number, seed: number): readonly Found[] {
  const each = KINDS.flatMap(({ power, start }) =>
    Array.from({ length: 2 * GATES }, (_, i) => ({ power, start, signal: `benefit${i}`, real: i < GATES })),
  );
  let eta = [...each.map(({ start }) => start), 0];
  const open = KINDS.map(() => ({ real: 0, not: 0 }));
  for (let round = 0; round < ROUNDS; round++) {
    const signals = Object.fromEntries(
      Array.from({ length: 2 * GATES }, (_, i) => [
        `benefit${i}`,
        (i < GATES ? BENEFIT : 0) + noise * normal(seed, round, i),
      ]),
    );
    const { vector } = relax(gates(each, signals), eta, { method, stop: maxSteps({ steps: STEPS }) });
    eta = [...vector];
    each.forEach(({ real }, k) => {
      if (vector[k]! > 0.5 && round >= ROUNDS / 2) open[Math.floor(k / (2 * GATES))]![real ? 'real' : 'not']++;
    });
  }
  const looks = (GATES * ROUNDS) / 2;
  return KINDS.map(({ power, start }, k) => ({
    ...nothing,
    task: 'noise',
    power,
    start,
    noise,
    seed,
    open: open[k]!.real / looks,
    falselyOpen: open[k]!.not / looks,
  }));
}

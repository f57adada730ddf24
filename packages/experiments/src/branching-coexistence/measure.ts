import { type Branch, boltzmann, effectiveCount, expand } from '@cfc/expansion';
import { type Kind, worldOf } from './world.js';

export interface Cell {
  readonly kind: Kind;
  /** Branches alive at most. */
  readonly k: number;
  readonly seed: number;
}

/** What one world came to with so many branches. */
export interface Ended {
  readonly kind: Kind;
  readonly k: number;
  readonly seed: number;
  /** Energy and complexity of the best end. */
  readonly total: number;
  readonly relaxations: number;
  /** Total of the best end where the branches are drawn in a race with noise instead. */
  readonly raced: number;
  /** Of the best of k greedy searches, each with noise of its own. */
  readonly sampled: number;
  readonly sampledRelaxations: number;
  /** Branches alive at the end. */
  readonly ends: number;
  /** How many of them there are in effect, weighted by their totals. */
  readonly effective: number;
  /** The share of its acceptances that the best end has in common with all others. */
  readonly common: number;
  readonly [column: string]: number | string;
}

/** Stands for all branches. */
export const ALL = 10_000;

const GAMMA = 0.03;
/** Of the noise and of the weights: the inverse of the prototype's sharpness 8. */
const TEMPERATURE = 0.125;

export function measure({ kind, k, seed }: Cell): readonly Ended[] {
  const { system, proposals } = worldOf(kind, seed);
  const grow = (topK: number, temperature: number, noise: number) =>
    expand(system, [0], proposals, { gamma: GAMMA, topK, temperature, seed: noise });
  const { total, relaxations, branches } = grow(k, 0, 0);
  const raced = k === ALL ? total : grow(k, TEMPERATURE, seed).total;
  const samples = Array.from({ length: k === ALL ? 0 : k }, (_, noise) => grow(1, TEMPERATURE, seed * ALL + noise));
  return [
    {
      kind,
      k,
      seed,
      total,
      relaxations,
      raced,
      sampled: samples.length === 0 ? total : Math.min(...samples.map((one) => one.total)),
      sampledRelaxations: samples.reduce((sum, one) => sum + one.relaxations, 0),
      ends: branches.length,
      effective: effectiveCount(
        boltzmann(
          branches.map((branch) => branch.total),
          TEMPERATURE,
        ),
      ),
      common: commonOf(branches),
    },
  ];
}

/** Acceptances of the best branch that are in every other, among all of its own; 1 where it is alone. */
function commonOf(branches: readonly Branch[]): number {
  const sets = branches.map(({ accepted }) => new Set(accepted.map(({ id }) => id)));
  const own = [...sets[0]!];
  if (own.length === 0) return 1;
  return own.filter((id) => sets.every((set) => set.has(id))).length / own.length;
}

import { gatingMetrics, straightThrough } from '@cfc/modules-gating';
import type { Scope } from '../experiment.js';
import { decided, prefixOnly } from '../sequence/context-energy.js';
import { chainModel, drawChain } from '../sequence/copying-chain.js';
import { exactMarginals } from '../sequence/exact-marginals.js';
import { gatesOf, redeemed } from '../sequence/revisions.js';

/** Some sequences of one seed at one noise level. */
export interface Cell {
  readonly seed: number;
  /** σ of the early elements. */
  readonly noise: number;
  readonly sequences: number;
}

/** Who decides; the last is the best that can be done with all that was seen, the first with what was seen before. */
export const METHODS = ['exact filter', 'prefix energy', 'context', 'context, gated', 'exact smoother'] as const;
export type Method = (typeof METHODS)[number];

/** The decisions of one method on one sequence; counts are of elements. */
export type Found = {
  readonly noise: number;
  readonly seed: number;
  readonly sequence: number;
  readonly method: Method;
  readonly early: number;
  readonly late: number;
  readonly wrongEarly: number;
  readonly wrongLate: number;
  /** Decisions of the prefix energy put right, and spoilt, among the early elements and among all. */
  readonly correctedEarly: number;
  readonly brokenEarly: number;
  readonly corrected: number;
  readonly broken: number;
  /** Change of the energy of the relaxed context from that of the prefixes, per element, in nats at unit weights. */
  readonly deltaF: number | null;
  readonly hazardMean: number | null;
  readonly muHat: number | null;
  readonly goodBadRatio: number | null;
};

/** What a gate asks for, in nats. */
export const COST = 0.5;

export function cells(scope: Scope): readonly Cell[] {
  const [noises, seeds, sequences] = scope === 'quick' ? [[0.5, 1, 2, 4], 8, 2] : [[0.5, 0.75, 1, 1.5, 2, 3, 4], 30, 5];
  return noises.flatMap((noise) => Array.from({ length: seeds }, (_, seed) => ({ seed, noise, sequences })));
}

export const measure = ({ seed, noise, sequences }: Cell): readonly Found[] =>
  Array.from({ length: sequences }, (_, sequence) => measured(seed, noise, sequence)).flat();

function measured(seed: number, noise: number, sequence: number): readonly Found[] {
  const model = chainModel(noise);
  const chain = drawChain(model, seed, sequence);
  const { filtered, smoothed } = exactMarginals(chain.evidence, model);
  const { revisions, deltaF } = redeemed(chain, model, prefixOnly(chain.evidence, model));
  const gates = gatesOf(
    revisions,
    COST,
    smoothed.map((p) => Math.log(p / (1 - p))),
  );
  const { hazardMean, muHat, goodBadRatio } = gatingMetrics(gates);
  const gated = revisions.map(({ from, to }, t) => (straightThrough(gates[t]!.eta).forward === 1 ? to : from));
  const before = revisions.map(({ from }) => from);
  const none = { deltaF: null, hazardMean: null, muHat: null, goodBadRatio: null };
  const row = (method: Method, decisions: readonly number[], more: Partial<Found> = none): Found => ({
    noise,
    seed,
    sequence,
    method,
    ...compared(chain.hidden, before, decisions, model.lag),
    ...none,
    ...more,
  });
  return [
    row('exact filter', filtered.map(decided)),
    row('prefix energy', before),
    row(
      'context',
      revisions.map(({ to }) => to),
      { deltaF: deltaF / model.length },
    ),
    row('context, gated', gated, { hazardMean, muHat, goodBadRatio }),
    row('exact smoother', smoothed.map(decided)),
  ];
}

/** Counts decisions by whether they are right, and whether those before them were. */
function compared(truth: readonly number[], before: readonly number[], after: readonly number[], lag: number) {
  const count = (holds: (t: number) => boolean): number => truth.filter((_, t) => holds(t)).length;
  const was = (t: number): boolean => before[t] === truth[t];
  const is = (t: number): boolean => after[t] === truth[t];
  return {
    early: lag,
    late: truth.length - lag,
    wrongEarly: count((t) => t < lag && !is(t)),
    wrongLate: count((t) => t >= lag && !is(t)),
    correctedEarly: count((t) => t < lag && is(t) && !was(t)),
    brokenEarly: count((t) => t < lag && !is(t) && was(t)),
    corrected: count((t) => is(t) && !was(t)),
    broken: count((t) => !is(t) && was(t)),
  };
}

import type { EnergyTerms, Window } from '@cfc/modules-attention';
import type { Scope } from '../experiment.js';
import type { Later } from './recall.js';

/** How far a decoder attends: not at all, two places to either side, what came before, or everything. */
export const CONTEXTS = {
  none: null,
  local: { before: 2, after: 2 },
  prefix: { after: 0 },
  global: {},
} as const satisfies Record<string, Window | null>;

export type Context = keyof typeof CONTEXTS;

/** What is added to the loss: nothing, a term of the attention's energy, or the square of the weights as a control. */
type Regulariser = 'none' | keyof EnergyTerms | 'decay';

/** Sequences to learn from: sixteen, used again and again, or new ones at every step. */
export type Supply = (typeof SUPPLIES)[number];

export const SUPPLIES = ['few', 'fresh'] as const;

/** One decoder to be trained and tested; also a cell of the experiment. */
export interface Variant {
  readonly seed: number;
  readonly supply: Supply;
  readonly later: Later;
  readonly context: Context;
  readonly regulariser: Regulariser;
  /** Of the regulariser per place; 0 where there is none. */
  readonly weight: number;
}

/** The weights that count as small and as large. */
export const WEIGHTS = [0.01, 0.1] as const;

/** What each seed goes through. A quick look leaves out the coherence, the control, and the regularisers of local windows. */
export function variants(scope: Scope): readonly Variant[] {
  const full = scope === 'full';
  const contexts = Object.keys(CONTEXTS) as Context[];
  const plain = { later: 'clean', regulariser: 'none', weight: 0 } as const;
  const regularised = (context: Context, regularisers: readonly Regulariser[]) =>
    regularisers.flatMap((regulariser) => WEIGHTS.map((weight) => ({ ...plain, context, regulariser, weight })));
  const clean = [
    ...contexts.map((context) => ({ ...plain, context })),
    ...regularised('global', ['hopfield', 'sparsity']),
    ...(full ? regularised('global', ['coherence', 'decay']) : []),
    ...(full ? regularised('local', ['hopfield', 'sparsity', 'coherence']) : []),
  ];
  const each = [
    ...SUPPLIES.flatMap((supply) => clean.map((one) => ({ ...one, supply }))),
    ...(full ? contexts : (['prefix', 'global'] as const)).map(
      (context) => ({ ...plain, supply: 'fresh', later: 'noisy', context }) as const,
    ),
  ];
  return Array.from({ length: full ? 20 : 5 }, (_, seed) => each.map((one) => ({ seed, ...one }))).flat();
}

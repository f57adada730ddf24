import {
  type AnyCoupling,
  type AnyModule,
  type Link,
  compile,
  defineSystem,
  gateBenefit,
  quadratic,
  relax,
} from '@cfc/core';
import { energyGating } from '@cfc/modules-gating';
import { sequenceConsistency } from '@cfc/modules-sequence';

/** What a repair costs, in units of the energy of a sequence, and how sharply a gate reads gain against cost. */
export const [COST, SHARPNESS] = [0.05, 100];

/** How gates and sequences are put together. */
export interface Arrangement {
  /** Coefficients of a gate's own energy a η² + b η⁴. */
  readonly a: number;
  readonly b: number;
  /** Weight of the benefit. */
  readonly benefit: number;
  /** Weight that pulls a gate to its sequence, and to the next gate. */
  readonly toSequence: number;
  readonly toNext: number;
}

/** An independent gate of this energy is open beyond 1/2 where the gain exceeds the cost: a + b / 2 = cost. */
const own = { a: COST / 1.5, b: COST / 1.5, benefit: 1, toSequence: 0 };

export const ARRANGEMENTS = {
  /** No coupling between windows. */
  alone: { ...own, toNext: 0 },
  /** Gates of neighbouring windows hold together. */
  neighbours: { ...own, toNext: COST },
  /** As in the quickstart scenario: each gate is pulled to the order of its sequence. */
  tied: { a: 0.1, b: 0.1, benefit: 0.8, toSequence: 0.6, toNext: 0 },
} as const satisfies Readonly<Record<string, Arrangement>>;

/**
 * The relaxed order parameters of the gates: a module for the order of each window, a gate for its repair, the benefit of
 * opening it, and what the arrangement adds.
 *
 * @param order read order of each window; where its module starts
 * @param gains read gains, the signals of the benefits
 * @param gates read order parameters of the gates; where they start
 */
export function relaxedGates(
  order: readonly number[],
  gains: readonly number[],
  gates: readonly number[],
  { a, b, benefit, toSequence, toNext }: Arrangement,
): readonly number[] {
  const modules: Record<string, AnyModule> = {};
  const couplings: Link[] = [];
  const join = (use: AnyCoupling, one: string, other: string) => couplings.push({ use, between: [one, other] });
  gains.forEach((_, i) => {
    modules[`order${i}`] = sequenceConsistency();
    modules[`gate${i}`] = energyGating({ cost: COST, k: SHARPNESS, a, b });
    join(gateBenefit({ weight: benefit, signal: `gain${i}` }), `gate${i}`, `order${i}`);
    if (toSequence > 0) join(quadratic({ weight: toSequence }), `order${i}`, `gate${i}`);
    if (toNext > 0 && i > 0) join(quadratic({ weight: toNext }), `gate${i - 1}`, `gate${i}`);
  });
  const signals = Object.fromEntries(gains.map((gain, i) => [`gain${i}`, gain]));
  const start = gains.flatMap((_, i) => [order[i]!, gates[i]!]);
  const { vector } = relax(compile(defineSystem({ modules, couplings, signals })), start);
  return gains.map((_, i) => vector[2 * i + 1]!);
}

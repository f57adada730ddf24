import {
  type Link,
  type System,
  defineSystem,
  directedHinge,
  gateBenefit,
  isCfcError,
  landau,
  quadratic,
} from '@cfc/core';
import fc from 'fast-check';
import type { Proposal } from '../../src/index.js';

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const spread = fc.double({ min: -1, max: 1, noNaN: true });
const module = fc.record({ a: spread, h: spread }).map((options) => landau(options));
const drawn = fc
  .record({ a: spread, h: fc.double({ min: -0.2, max: 1, noNaN: true }) })
  .map((options) => landau(options));
const coupling = fc.oneof(
  unit.map((weight) => quadratic({ weight })),
  unit.map((weight) => directedHinge({ weight })),
  unit.map((weight) => gateBenefit({ weight })),
);

/** A coupling between two of the given modules, by number. */
const link = fc.record({ use: coupling, from: fc.nat(1000), to: fc.nat(1000) });

const linked = (ids: readonly string[], { use, from, to }: { use: Link['use']; from: number; to: number }): Link => {
  const i = from % ids.length;
  const j = (i + 1 + (to % (ids.length - 1))) % ids.length;
  return { use, between: [ids[i]!, ids[j]!] };
};

export interface Growth {
  readonly system: System;
  readonly eta0: Float64Array;
  readonly proposals: readonly Proposal[];
}

/**
 * Small systems, with wells of one and of two minima, and proposals of modules, couplings and both; some are coupled to what
 * others bring, and some bring what others bring too.
 */
export const growths: fc.Arbitrary<Growth> = fc
  .record({
    modules: fc.array(module, { minLength: 2, maxLength: 4 }),
    links: fc.array(link, { maxLength: 4 }),
    starts: fc.array(unit, { minLength: 4, maxLength: 4 }),
    proposals: fc.array(
      fc.record({
        modules: fc.array(fc.tuple(fc.nat(3), drawn), { maxLength: 2 }),
        links: fc.array(link, { minLength: 1, maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ modules, links, starts, proposals }) => {
    const ids = modules.map((_, i) => `m${i}`);
    const own = proposals.map((proposal) => Object.fromEntries(proposal.modules.map(([k, use]) => [`x${k}`, use])));
    const all = [...new Set([...ids, ...own.flatMap((some) => Object.keys(some))])];
    return {
      system: defineSystem({
        modules: Object.fromEntries(modules.map((use, i) => [ids[i]!, use])),
        couplings: links.map((one) => linked(ids, one)),
        signals: { delta_eta_domain: 0.4 },
      }),
      eta0: Float64Array.from(starts.slice(0, ids.length)),
      proposals: proposals.map((proposal, k) => ({
        id: `p${k}`,
        modules: own[k]!,
        couplings: proposal.links.map((one) => linked(all, one)),
      })),
    };
  });

/** The error that is thrown, or undefined. */
export function errorOf(run: () => unknown): { code: string; where: string; what: string } | undefined {
  try {
    run();
  } catch (error) {
    if (isCfcError(error)) return error;
    throw error;
  }
  return undefined;
}

/** A well of the form (η - at)² - at², least at `at`, in [0, 1]. */
export const bowl = (at: number) => landau({ a: 1, b: 0, h: 2 * at });

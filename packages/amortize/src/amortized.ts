import { type Plan, type Solution, defaultPlan, proceed } from '@cfc/core';
import { metered, visitsIn } from './meter.js';
import type { Proposer, Query } from './proposers/proposer.js';
import { type WarmStart, warmStart } from './warm-start.js';

/** What each proposer knows, by its name. Plain data. */
export type Memory = Readonly<Record<string, unknown>>;

/** A problem that was solved from a proposed start. */
export interface Amortized {
  readonly solution: Solution;
  readonly start: WarmStart;
  /** Coupling visits of it all: proposals, comparison of their energies, relaxation. Not of what proposers learn. */
  readonly visits: number;
  /** What the proposers know now, for the next problem. */
  readonly memory: Memory;
}

/** What proposers know before the first problem. */
export const blank = (proposers: Readonly<Record<string, Proposer>>): Memory =>
  Object.fromEntries(Object.entries(proposers).map(([name, proposer]) => [name, proposer.init()]));

/**
 * Solves one problem of a stream: every proposer proposes, the relaxation starts from what has the lowest energy, and every
 * proposer learns the solution. The plan does the rest: where there is one minimum, it is the same as from a cold start.
 *
 * @param proposers by name
 * @param memory their states, see `blank`; one that has none yet begins anew
 * @param plan the pieces of the run; `defaultPlan` where none is given
 * @throws what the proposers, `warmStart` and `relax` throw
 *
 * @example
 * let memory = blank(proposers);
 * for (const query of stream) ({ memory } = amortized(query, proposers, memory));
 */
export function amortized(
  given: Query,
  proposers: Readonly<Record<string, Proposer>>,
  memory: Memory,
  plan: Plan = defaultPlan,
): Amortized {
  const meter = metered(given.system);
  const query: Query = { ...given, system: meter.system };
  let besides = 0;
  const knows = (name: string): unknown => (name in memory ? memory[name] : proposers[name]!.init());
  const etas = Object.entries(proposers).map(([name, proposer]) => {
    const proposal = proposer.propose(query, knows(name));
    besides += proposal?.visits ?? 0;
    return [name, proposal?.eta ?? null] as const;
  });
  const heard: Plan = {
    ...plan,
    observers: [...(plan.observers ?? []), ({ facts }) => (besides += visitsIn(facts))],
  };
  const start = warmStart(meter.system, query.read, Object.fromEntries(etas), heard);
  const solution = proceed(meter.system, heard, start.state);
  const learnt = Object.entries(proposers).map(
    ([name, proposer]) => [name, proposer.learn(query, solution.vector, knows(name))] as const,
  );
  return { solution, start, visits: meter.visits() + besides, memory: Object.fromEntries(learnt) };
}

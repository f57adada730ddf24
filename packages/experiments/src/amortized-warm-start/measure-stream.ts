import { localFeatures, metered, warmStart } from '@cfc/amortize';
import { begin } from '@cfc/core';
import { type Contestant, contestants } from './contestants.js';
import { type Method, methods, plans, run } from './plans.js';
import type { Found } from './row.js';
import { type Kind, type Posed, stream } from './streams.js';

const HOPS = 2;
/** A pass for the gradient, one for the strengths of couplings, one for each hop: see `localFeatures`. */
const FEATURE_PASSES = 2 + HOPS;
/** What is left of the drop from a cold start where a run counts as done. */
const LEFT = 1e-6;

/** One stream: a row for each contestant and method, with means over its problems. */
export function measureStream(kind: Kind, seed: number, count: number): readonly Found[] {
  const problems = stream(kind, seed, count).map(solved);
  return Object.entries(contestants(seed)).flatMap(([start, contestant]) => {
    const tallies = follow(problems, contestant);
    return methods.map((method): Found => {
      const cold = problems.reduce((sum, { colds }) => sum + colds[method], 0) / count;
      const { warm, chosen, gap, off } = tallies[method];
      return {
        part: 'stream',
        kind,
        seed,
        method,
        start,
        passes: warm / count,
        cold,
        chosen: chosen / count,
        gap,
        off,
      };
    });
  });
}

interface Solved extends Posed {
  /** The minimum. */
  readonly best: Float64Array;
  /** The energy at which a run counts as done. */
  readonly target: number;
  /** Passes of a cold start. */
  readonly colds: Readonly<Record<Method, number>>;
}

function solved(posed: Posed): Solved {
  const { system, read } = posed;
  const from = (method: Method, target?: number) => {
    const meter = metered(system);
    return run(meter, plans[method], begin(meter.system, read, plans[method]), target);
  };
  const best = from('Auto').eta;
  const least = system.energy(best, system.unit);
  const target = least + LEFT * (system.energy(read, system.unit) - least);
  return { ...posed, best, target, colds: byMethod((method) => from(method, target).reached) };
}

interface Tally {
  warm: number;
  chosen: number;
  gap: number;
  off: number;
}

/** Lets a contestant propose for every problem and learn its solution. */
function follow(problems: readonly Solved[], { proposers, local }: Contestant): Readonly<Record<Method, Tally>> {
  const tallies = byMethod((): Tally => ({ warm: 0, chosen: 0, gap: 0, off: 0 }));
  const named = Object.entries(proposers).map(([name, proposer]) => ({ name, proposer, state: proposer.init() }));
  for (const { system, read, features, seen, best, target } of problems) {
    const asked = metered(system);
    const known = local ? localFeatures(seen.system, seen.read, HOPS) : features;
    const query = { system: asked.system, read, features: known };
    let besides = 0;
    const etas = named.map(({ name, proposer, state }) => {
      const proposal = proposer.propose(query, state);
      besides += (proposal?.visits ?? 0) / system.sequence.length;
      return [name, proposal?.eta ?? null] as const;
    });
    const before = asked.passes() + besides + (local ? FEATURE_PASSES : 0);
    const least = system.energy(best, system.unit);
    for (const method of methods) {
      const meter = metered(system);
      const start = warmStart(meter.system, read, Object.fromEntries(etas), plans[method]);
      const { reached, eta } = run(meter, plans[method], start.state, target);
      const tally = tallies[method];
      tally.warm += before + reached;
      tally.chosen += start.chosen === null ? 0 : 1;
      tally.gap = Math.max(tally.gap, Math.abs(system.energy(eta, system.unit) - least));
      tally.off = Math.max(tally.off, ...eta.map((value, i) => Math.abs(value - best[i]!)));
    }
    for (const one of named) one.state = one.proposer.learn(query, best, one.state);
  }
  return tallies;
}

const byMethod = <T>(of: (method: Method) => T): Readonly<Record<Method, T>> =>
  Object.fromEntries(methods.map((method) => [method, of(method)])) as Record<Method, T>;

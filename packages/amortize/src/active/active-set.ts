import { type Method, type Step, auto, defineMethod, integer, number, piece } from '@cfc/core';
import { activeRows } from './active-rows.js';
import { relaxRows } from './relax-rows.js';

interface State {
  /** Modules in all sets so far. */
  readonly used: number;
  /** The state of the inner method once it works on everything; null before. */
  readonly whole: { readonly inner: unknown } | null;
}

/**
 * Relaxes only what has to move: the modules with the largest projected gradient and their neighbours, all others held;
 * then the gradient is brought up to date along the couplings of those that moved, and the next set is chosen.
 *
 * One step has up to `rounds` sets and ends with one pass over everything: the point handed on has a gradient of its own,
 * so that a stop rule certifies the end for all rows. Every set holds the row with the largest projected gradient, and its
 * run never raises the energy. The set's system is `reduced`, nothing is approximated.
 *
 * Where a change reaches far, sets cost more than they save: rather than to give them more than `budget` · size modules
 * together, and where no projected gradient exceeds `tolerance`, the inner method goes on over everything.
 *
 * Facts: `rounds`, `active` (modules in the step's sets together), `largest` (the largest set), `visits` (couplings visited in
 * the sets' own systems, which `metered` does not see; all that a set's modules have for each evaluation), `whole` (1 for a
 * step over everything).
 * Sources: P. Tseng, J. Optim. Theory Appl. 109 (2001) 475; S. Wright, Math. Program. 151 (2015) 3.
 */
export const activeSet = defineMethod({
  name: 'ActiveSet',
  meaning: 'relaxes the modules with the largest projected gradient and their neighbours, all others held',
  options: {
    share: number(0.05, 'share of the modules that are chosen by their gradient, at least one', { above: 0, max: 1 }),
    hops: integer(2, 'how many couplings far their neighbours go along', { min: 0 }),
    inner: piece<Method>('method', auto(), 'what relaxes the set'),
    rounds: integer(50, 'sets in one step at most', { min: 1 }),
    budget: number(0.5, 'modules in all sets, as a share of the system, before inner works on everything', { min: 0 }),
    tolerance: number(1e-10, 'projected gradients up to this put no module into a set', { above: 0 }),
  },
  make: ({ share, hops, inner, rounds: most, budget, tolerance }): Method<State> => ({
    ...(inner.requires === undefined ? {} : { requires: inner.requires }),
    init: () => ({ used: 0, whole: null }),
    step(task, from, { used, whole }): Step<State> {
      const { system } = task;
      const choice = { tolerance, hops, most: Math.ceil(share * system.size) };
      const [eta, gradient] = [task.vector(), task.vector()];
      eta.set(from.eta);
      gradient.set(task.gradient(from));
      const facts = { rounds: 0, active: 0, largest: 0, visits: 0, whole: 0 };
      let anyMoved = false;
      while (whole === null && facts.rounds < most) {
        const rows = activeRows(eta, gradient, system.incidence, choice);
        if (rows.length === 0 || used + facts.active + rows.length > budget * system.size) break;
        const { moved, visits } = relaxRows(task, rows, eta, gradient, inner, tolerance);
        facts.rounds++;
        facts.active += rows.length;
        facts.largest = Math.max(facts.largest, rows.length);
        facts.visits += visits;
        anyMoved ||= moved;
        if (!moved) break;
      }
      const state: State = { used: used + facts.active, whole };
      if (anyMoved) return { to: task.pointWithGradient(eta), state, facts };
      const step = inner.step(task, from, whole === null ? inner.init(task, from) : whole.inner);
      return {
        ...step,
        state: { ...state, whole: { inner: step.state } },
        facts: { ...step.facts, ...facts, whole: 1 },
      };
    },
    refused(state): State | null {
      if (state.whole === null) return { used: Infinity, whole: null };
      const again = inner.refused?.(state.whole.inner) ?? null;
      return again === null ? null : { ...state, whole: { inner: again } };
    },
  }),
});

import {
  CfcError,
  checkEta,
  type CompiledSystem,
  defineAdapter,
  type Etas,
  type Facts,
  integer,
  number,
  type Options,
  type Plan,
  relax,
  steps as stepsOf,
  type Term,
  type Vector,
  type WeightAdapter,
} from '@cfc/core';
import type { TrainerState } from './trainer/state.js';
import { type Trainer, trainer } from './trainer/trainer.js';
import { type WeightCoder, weightCoder } from './weights/coder.js';
import { faded } from './weights/faded.js';
import { online, type Sight } from './weights/online.js';
import { policyField, UNTRAINED } from './weights/policy-field.js';
import type { Course, Problem } from './weights/problem.js';
import { ratiosOf } from './weights/ratios-of.js';
import { weightSpec } from './weights/spec.js';
import { readWeightPolicy } from './weights/weight-policy.js';

/** How many sights an update during a run is made on. */
const RECENT = 4;

const fields = {
  policy: policyField,
  every: integer(0, 'accepted steps between two readings; 0: one reading, before the first step', { min: 0 }),
  share: number(1, 'share of the way to what the policy says that one reading goes', { above: 0, max: 1 }),
  anneal: integer(16, 'accepted steps until all multipliers are 1 again; 0: they stay', { min: 0 }),
  target: number(0, 'gradient norm that ratios are taken to; 0: the mean over the terms', { min: 0 }),
  updateEvery: integer(0, 'of so many readings one trains on the balancing reward; 0: none does', { min: 0 }),
  rate: number(5e-3, "Adam's step in such an update", { above: 0 }),
  seed: integer(0, 'of an untrained policy, and of its draws', { min: 0 }),
};

/** What the adapter remembers between two steps: plain data. */
interface Remembered {
  /** Accepted steps; -1 before the first call. */
  readonly steps: number;
  /** What the policy said so far, blended; one for each term. */
  readonly said: readonly number[];
  /** What was seen last; only where it trains. */
  readonly recent: readonly Sight[];
  /** Only where it trains. */
  readonly training: TrainerState | null;
}

/**
 * Weights that a sequence policy has learnt: it reads which terms there are and the ratios of their gradient norms, and says a
 * multiplier for each,
 *
 *     m_t ← m_t^(1 - share) · said_t^share,   applied as   m_t^(1 - steps / anneal),
 *
 * so that a run begins under the learnt weights and ends under the system's own. A reading costs one forward pass of the policy;
 * training belongs elsewhere (`outcomes`, `cfc gspo train`). With `updateEvery` it trains during the run as the prototype did, on
 * the distance to balanced weights, the only reward known there.
 *
 * Options: `policy`, needed: a text that `writeWeightPolicy` wrote, or `untrained`; `every` (0), `share` in (0, 1] (1), `anneal`
 * (16), `target` (0), `updateEvery` (0), `rate` (5e-3), `seed` (0). Facts where an update was made: `gspoReward`,
 * `gspoLoss`, `gspoEntropy`. Throws `INPUT_INVALID` for a text that is no policy, `OPTION_INVALID` for one that neither is trained nor trains.
 */
export const gspoWeights = defineAdapter({
  name: 'GspoWeights',
  meaning: 'weights that a sequence policy learnt from outcomes, read once and then faded out',
  options: fields,
  make: (options): WeightAdapter<Remembered, 'termNorms'> => {
    const { policy, every, anneal, updateEvery } = options;
    if (policy === UNTRAINED && updateEvery === 0) {
      const fix = 'Give a trained policy, or updateEvery: 4.';
      throw new CfcError('OPTION_INVALID', 'the policy is untrained and never trains', 'GspoWeights.policy', fix);
    }
    const trained = policy === UNTRAINED ? null : readWeightPolicy(policy);
    const known = trained === null ? null : weightCoder(trained.spec);
    const coderOf = (terms: readonly Term[]): WeightCoder => known ?? weightCoder(weightSpec({ terms: keysOf(terms) }));
    return {
      needs: ['termNorms'],
      atStart: true,
      init(terms) {
        const said = terms.map(() => 1);
        if (updateEvery === 0) return { steps: -1, said, recent: [], training: null };
        const fresh = trainerOf(coderOf(terms), options).begin();
        const training = trained === null ? fresh : { ...fresh, parameters: trained.parameters };
        return { steps: -1, said, recent: [], training };
      },
      adapt({ terms, termNorms, multipliers }, state) {
        const steps = state.steps + 1;
        const over = anneal > 0 && steps >= anneal;
        if (over || (steps > 0 && (every === 0 || steps % every > 0))) {
          const still = atRest(multipliers, anneal);
          return { multipliers: still ? multipliers : faded(state.said, steps, anneal), state: { ...state, steps } };
        }
        const own = termNorms.map((norm, t) => norm / multipliers[t]!);
        const sight: Sight = { terms: keysOf(terms), ratios: ratiosOf(own, options.target) };
        const coder = coderOf(terms);
        const { answer, facts, ...learnt } = read(state, sight, trainerOf(coder, options), trained?.parameters);
        const said = answer.map(
          (level, t) => state.said[t]! ** (1 - options.share) * coder.levels.valueOf(level) ** options.share,
        );
        return { multipliers: faded(said, steps, anneal), state: { steps, said, ...learnt }, facts };
      },
      // Where no step is found the run goes on under the system's own weights.
      refused: (multipliers, state) =>
        atRest(multipliers, anneal)
          ? null
          : { multipliers: multipliers.map(() => 1), state: { ...state, steps: anneal } },
    };
  },
});

/** One reading; an update before it where it is time to. */
function read(
  { recent, training }: Remembered,
  sight: Sight,
  learner: Trainer<Sight>,
  parameters: Float64Array | undefined,
): Pick<Remembered, 'recent' | 'training'> & { readonly answer: readonly number[]; readonly facts: Facts } {
  if (training === null) {
    const [answer] = learner.decode({ parameters: parameters! }, [sight]);
    return { answer: answer!, recent, training, facts: {} };
  }
  const sights = [...recent, sight].slice(-RECENT);
  const { state, answers, row } = learner.step(training, sights);
  const facts = row === null ? {} : { gspoReward: row.reward, gspoLoss: row.loss, gspoEntropy: row.entropy };
  return { answer: answers.at(-1)!, recent: sights, training: state, facts };
}

const keysOf = (terms: readonly Term[]): readonly string[] => terms.map(({ key }) => key);

const trainerOf = (coder: WeightCoder, { updateEvery, rate, seed }: Options<typeof fields>): Trainer<Sight> =>
  trainer(coder.policy(), coder.tokens, online(coder), { layout: coder.spec.layout, updateEvery, rate, seed });

/** How a problem is recorded. */
export interface Recording {
  /** Most steps of a run; 60 where none are given. */
  readonly steps?: number;
  /** As the option of the adapter; 16 where none is given. */
  readonly anneal?: number;
}

/**
 * Records a relaxation as a problem to learn weights for: the run under the system's own weights, and a way to relax from any of
 * its points under others. The adapter of the plan is left out. The minimum is the lowest energy that this run or the default plan finds.
 */
export function recorded(
  system: CompiledSystem,
  eta0: Etas,
  { adapter: _, ...plan }: Plan,
  { steps = 60, anneal = 16 }: Recording = {},
): Problem {
  const etas: Vector[] = [checkEta(system, eta0)];
  const own = course(system, etas[0]!, plan, steps, (eta) => void etas.push(eta));
  const trace = { ...own, norms: etas.map((eta) => Array.from(system.termNorms(eta, system.unit))) };
  return {
    terms: keysOf(system.terms),
    trace,
    least: Math.min(relax(system, eta0).unitEnergy, ...own.energies),
    relax: (from, multipliers) =>
      course(system, etas[from]!, { ...plan, adapter: held(multipliers, anneal) }, etas.length - 1 - from),
  };
}

/** Relaxes for at most so many steps and keeps what `outcomeOf` judges; `hear` is told every point but the first. */
export function course(
  system: CompiledSystem,
  eta: Vector,
  plan: Plan,
  most: number,
  hear: (eta: Vector) => void = () => {},
): Course {
  const energies = [system.energy(eta, system.unit)];
  const backtracks = [0];
  if (most === 0) return { energies, backtracks };
  for (const event of stepsOf(system, eta, plan)) {
    energies.push(event.unitEnergy);
    backtracks.push(backtracks.at(-1)! + (event.facts['tries'] ?? 0));
    hear(event.eta);
    if (event.step === most) break;
  }
  return { energies, backtracks };
}

/** The adapter as it is after a reading. */
const held = (said: readonly number[], anneal: number): WeightAdapter<number, never> => ({
  needs: [],
  atStart: true,
  init: () => -1,
  adapt: (_, before) => ({ multipliers: faded(said, before + 1, anneal), state: before + 1 }),
  refused: (multipliers) =>
    atRest(multipliers, anneal) ? null : { multipliers: multipliers.map(() => 1), state: anneal },
});

/** Whether multipliers stay as they are: where they never fade, or have done so. */
const atRest = (multipliers: Vector, anneal: number): boolean => anneal === 0 || multipliers.every((m) => m === 1);

import { agm } from '@cfc/adapters-agm';
import { gradNorm } from '@cfc/adapters-gradnorm';
import { smallGain, smallGainLimit } from '@cfc/adapters-smallgain';
import {
  admm,
  backtracking,
  coordinate,
  descent,
  fixedStep,
  normalise,
  type Plan,
  proximal,
  switching,
  type WeightAdapter,
} from '@cfc/core';

/** A way to relax, as the prototype's table names it. */
export interface Preset {
  readonly name: string;
  /** For people, in a few words. */
  readonly meaning: string;
  /** Guard and stop are the same for all: monotone, and a number of steps. */
  readonly plan: Pick<Plan, 'method' | 'adapter'>;
  /** Steps on top of those asked for: the warm start of `adaptive` is not counted. */
  readonly extraSteps: number;
  /** Whether ΔF90 counts the start as the first entry, as the prototype's table does for splitting methods. */
  readonly countsStart: boolean;
}

const preset = (name: string, meaning: string, plan: Preset['plan'], more: Partial<Preset> = {}): Preset => ({
  name,
  meaning,
  plan,
  extraSteps: 0,
  countsStart: false,
  ...more,
});

const STEP = 0.05;
const BURST = 30;
/** Accepted steps after which the weights are those of the system again. */
const ANNEAL = 5;
/** Longer than any certified step: the limit decides. */
const FAR = 1e6;
const search = backtracking({ initial: STEP });
const patient = backtracking({ initial: STEP, tries: 30 });
const countsStart = true;

/** `vect` with a weight adapter. */
const adapted = (name: string, meaning: string, adapter: WeightAdapter): Preset =>
  preset(name, `vect; ${meaning}`, { method: descent({ transforms: [normalise()], search }), adapter });

/** The prototype's presets, in the order of their table; those with adapters come last. */
export const presets: readonly Preset[] = [
  preset('analytic', `gradient descent with the fixed step ${STEP}`, {
    method: descent({ search: fixedStep({ step: STEP }) }),
  }),
  preset('vect', 'descent along a direction of length 1, the step halved until the energy falls', {
    method: descent({ transforms: [normalise()], search }),
  }),
  preset('coord', 'moves only the gate with the largest slope in each step', { method: coordinate({ step: STEP }) }),
  preset(
    'adaptive',
    `${BURST} steps of coord on top of those asked for, then descent that halves its step; coord again where it stalls`,
    { method: switching({ burst: coordinate({ step: STEP }), main: descent({ search }), length: BURST }) },
    { extraSteps: BURST },
  ),
  preset(
    'prox',
    'a gradient step for every gate, then the proximal step of every coupling on its pair',
    { method: proximal({ tau: STEP }) },
    { countsStart },
  ),
  preset(
    'prox_star',
    'the same for every gate in turn with its neighbours: more work in a step',
    { method: proximal({ tau: STEP, blocks: 'star' }) },
    { countsStart },
  ),
  preset(
    'admm',
    'method of multipliers: every coupling has a copy of its gap, which is made to agree',
    { method: admm({ step: STEP, damping: 0.5 }) },
    { countsStart },
  ),
  adapted('gradnorm', 'brings the gradient norms of all terms to 1', gradNorm()),
  adapted('agm', 'raises the couplings while the energies settle, the gates while they do not', agm()),
  adapted(
    'smallgain',
    'raises the couplings; costs and margins as the prototype had them',
    smallGain({ compat: 'seed' }),
  ),
  adapted('smallgain_budget', 'raises the couplings within the stability margin', smallGain()),
  preset(
    'smallgain_anneal',
    `the same, back at the weights of the system after ${ANNEAL} steps; its search may shorten a step as often as it takes`,
    { method: descent({ transforms: [normalise()], search: patient }), adapter: smallGain({ anneal: ANNEAL }) },
  ),
  preset('smallgain_limit', 'a step of its own for every gate, as long as its stability bound certifies', {
    method: descent({ search: fixedStep({ step: FAR }), limit: smallGainLimit() }),
  }),
];

/** The preset of a name. */
export const presetOf = (name: string): Preset => presets.find((preset) => preset.name === name)!;

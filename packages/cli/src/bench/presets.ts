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
const search = backtracking({ initial: STEP });
const countsStart = true;

/** The prototype's presets, in the order of their table. */
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
];

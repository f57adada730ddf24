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

/** A way to relax, as the seeds' table names it. */
export interface Preset {
  readonly name: string;
  /** Guard and stop are the same for all: monotone, and a number of steps. */
  readonly plan: Pick<Plan, 'method' | 'adapter'>;
  /** Steps on top of those asked for: the warm start of `adaptive` is not counted. */
  readonly extraSteps: number;
  /** Whether ΔF90 counts the start as the first entry, as the seeds' table does for splitting methods. */
  readonly countsStart: boolean;
}

const preset = (name: string, plan: Preset['plan'], more: Partial<Preset> = {}): Preset => ({
  name,
  plan,
  extraSteps: 0,
  countsStart: false,
  ...more,
});

const STEP = 0.05;
const BURST = 30;
const search = backtracking({ initial: STEP });
const countsStart = true;

/** The seeds' presets, in the order of their table. */
export const presets: readonly Preset[] = [
  preset('analytic', { method: descent({ search: fixedStep({ step: STEP }) }) }),
  preset('vect', { method: descent({ transforms: [normalise()], search }) }),
  preset('coord', { method: coordinate({ step: STEP }) }),
  preset(
    'adaptive',
    { method: switching({ burst: coordinate({ step: STEP }), main: descent({ search }), length: BURST }) },
    { extraSteps: BURST },
  ),
  preset('prox', { method: proximal({ tau: STEP }) }, { countsStart }),
  preset('prox_star', { method: proximal({ tau: STEP, blocks: 'star' }) }, { countsStart }),
  preset('admm', { method: admm({ step: STEP, damping: 0.5 }) }, { countsStart }),
];

import { agm } from '@cfc/adapters-agm';
import { gradNorm } from '@cfc/adapters-gradnorm';
import { smallGain, smallGainLimit } from '@cfc/adapters-smallgain';
import { backtracking, descent, fixedStep, type Plan } from '@cfc/core';

/** Who is compared: descent, as it is, under an adapter, or with steps of its own. */
export interface Contestant {
  readonly name: string;
  /** For people, in a few words. */
  readonly meaning: string;
  plan(steps: number): Pick<Plan, 'method' | 'adapter'>;
}

/** From a step of 1 on, halved as often as it takes. */
const method = descent({ search: backtracking({ initial: 1, tries: 60 }) });

/** In the order of the table. */
export const contestants: readonly Contestant[] = [
  { name: 'none', meaning: 'descent that halves its step, under the weights of the system', plan: () => ({ method }) },
  {
    name: 'gradnorm',
    meaning: 'the same with GradNorm',
    plan: () => ({ method, adapter: gradNorm() }),
  },
  { name: 'agm', meaning: 'the same with Agm', plan: () => ({ method, adapter: agm() }) },
  { name: 'smallgain', meaning: 'the same with SmallGain', plan: () => ({ method, adapter: smallGain() }) },
  {
    name: 'smallgain_anneal',
    meaning: 'the same, back at the weights of the system after a quarter of the steps',
    plan: (steps) => ({ method, adapter: smallGain({ anneal: Math.max(1, Math.floor(steps / 4)) }) }),
  },
  {
    name: 'smallgain_limit',
    meaning: 'no adapter, but for every module the step that its stability bound certifies',
    plan: () => ({ method: descent({ search: fixedStep({ step: 1e6 }), limit: smallGainLimit() }) }),
  },
];

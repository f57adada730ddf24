import { CfcError, fill, type Given } from '@cfc/core';
import type { Environment } from '../environment/environment.js';
import { restingAdam } from '../policy/adam.js';
import type { SequencePolicy } from '../policy/policy.js';
import type { Vocabulary } from '../tokens/vocabulary.js';
import { decode } from './decode.js';
import { improve } from './improve.js';
import { trainerFields } from './options.js';
import { rollout } from './rollout.js';
import type { TrainerState, UpdateRow } from './state.js';

/** Trains a policy in an environment. State in, state out. */
export interface Trainer<Task> {
  /** Before the first update. */
  begin(): TrainerState;
  /** One update, on the environment's tasks or on those given. */
  update(state: TrainerState, tasks?: readonly Task[]): { readonly state: TrainerState; readonly row: UpdateRow };
  /** The likeliest answer to each task; one reading, nothing is learnt. */
  decode(state: Pick<TrainerState, 'parameters'>, tasks: readonly Task[]): readonly (readonly number[])[];
  /** Trains on the tasks where it is time to (`updateEvery`), then decodes. `row` is null where it was not. */
  step(
    state: TrainerState,
    tasks: readonly Task[],
  ): { readonly state: TrainerState; readonly answers: readonly (readonly number[])[]; readonly row: UpdateRow | null };
}

/**
 * A trainer of group sequence policy optimization. In each update the policy as it is draws `group` answers to each of `prompts`
 * tasks, whose log-probabilities are kept; `innerSteps` steps of Adam follow on gradients of at most `maxNorm`; the reference,
 * kept only where `kl` > 0, follows by reference ← decay · reference + (1 - decay) · policy.
 *
 * Options: `level` (`token`), `layout` (`interleaved`), `prompts` (4), `group` (4), `rate` (5e-3), `innerSteps` (1), `maxNorm`
 * (1), `clipLow` (3e-4), `clipHigh` (4e-4), `kl` (0), `entropy` (0), `mean` (`sequence`), `scale` (`group`), `decay` (0.99),
 * `updateEvery` (1), `seed` (0). Throws `INPUT_INVALID` for a policy whose vocabulary is another, rewards that are not finite,
 * a gradient that is not; the state handed in stays as it was.
 */
export function trainer<Task>(
  policy: SequencePolicy,
  tokens: Vocabulary,
  environment: Environment<Task>,
  options?: Given<typeof trainerFields>,
): Trainer<Task> {
  const settings = fill(trainerFields, options, 'trainer');
  if (policy.vocabulary !== tokens.size) {
    const what = `the policy knows ${policy.vocabulary} tokens, the vocabulary has ${tokens.size}`;
    throw new CfcError('INPUT_INVALID', what, 'trainer', 'Make the policy for vocabulary.size tokens.');
  }

  function begin(): TrainerState {
    const parameters = policy.initial(settings.seed);
    const reference = settings.kl > 0 ? parameters.slice() : null;
    return { parameters, adam: restingAdam(policy.size), reference, updates: 0, calls: 0 };
  }

  function update(
    state: TrainerState,
    tasks = environment.tasks(state.updates, settings.prompts),
  ): { readonly state: TrainerState; readonly row: UpdateRow } {
    const drawn = rollout(policy, state.parameters, tokens, environment, tasks, settings, state.updates);
    const { parameters, moments, row } = improve(policy, state, drawn, tokens.levels, settings);
    const { decay } = settings;
    const reference = state.reference?.map((r, k) => decay * r + (1 - decay) * parameters[k]!) ?? null;
    const next: TrainerState = { ...state, parameters, adam: moments, reference, updates: state.updates + 1 };
    return { state: next, row: { ...row, update: next.updates } };
  }

  const answers = ({ parameters }: Pick<TrainerState, 'parameters'>, tasks: readonly Task[]) =>
    decode(policy, parameters, tokens, tasks.map(environment.prompt), settings.layout);

  return Object.freeze({
    begin,
    update,
    decode: answers,
    step(given: TrainerState, tasks: readonly Task[]) {
      const called = { ...given, calls: given.calls + 1 };
      const due = settings.updateEvery > 0 && called.calls % settings.updateEvery === 0;
      const { state, row } = due ? update(called, tasks) : { state: called, row: null };
      return { state, answers: answers(state, tasks), row };
    },
  });
}

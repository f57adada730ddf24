// One side of gspo.mjs: an update and a decoding by @cfc/gspo.
import { gru, trainer } from '@cfc/gspo';
import { environment, GROUP, HIDDEN, PROMPTS, RATE, serve, tokens } from './gspo-task.mjs';

const policy = gru({ vocabulary: tokens.size, hidden: HIDDEN });
const learner = trainer(policy, tokens, environment, { prompts: PROMPTS, group: GROUP, rate: RATE });
let state = learner.begin();
serve(() => {
  state = learner.step(state, environment.tasks(state.updates, PROMPTS)).state;
});

import type { SequencePolicy } from '../policy/policy.js';
import { type Layout, type Prompt, scriptOf } from '../tokens/layout.js';
import { greedy } from '../tokens/picks.js';
import { scriptsOf } from '../tokens/scripts.js';
import type { Vocabulary } from '../tokens/vocabulary.js';
import { walk } from '../tokens/walk.js';
import { answerOf } from './rollout.js';

/** The likeliest answer to each prompt, token by token: exactly as many levels as it has items. */
export function decode(
  policy: SequencePolicy,
  parameters: Float64Array,
  tokens: Vocabulary,
  prompts: readonly Prompt[],
  layout: Layout,
): readonly (readonly number[])[] {
  const rows = prompts.map((prompt) => scriptOf(prompt, layout, tokens.end));
  const scripts = scriptsOf(rows, tokens.pad);
  const { answers } = walk(policy, parameters, scripts, tokens.levels, greedy(tokens.levels));
  return rows.map((_, i) => answerOf(answers, scripts, i));
}

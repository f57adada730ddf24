import { gru } from '../policy/gru/gru.js';
import type { SequencePolicy } from '../policy/policy.js';
import type { Prompt } from '../tokens/layout.js';
import { type Levels, levels } from '../tokens/levels.js';
import { type Vocabulary, vocabulary } from '../tokens/vocabulary.js';
import type { WeightSpec } from './spec.js';

/** How far below and above the mean norm ratios are told apart. */
const SHOWN = { lowest: 1 / 16, highest: 4 };
const [LOCAL, COUPLING, KNOWN] = [0, 1, 2];

/** How systems are put into tokens and multipliers out of them. */
export interface WeightCoder {
  readonly spec: WeightSpec;
  readonly tokens: Vocabulary;
  /** Levels of the multipliers. */
  readonly levels: Levels;
  /** For each term: which it is, and how large its gradient is. */
  promptOf(keys: readonly string[], ratios: readonly number[]): Prompt;
  /** The recurrent policy of the spec. */
  policy(): SequencePolicy;
}

/** The coder of a spec. */
export function weightCoder(spec: WeightSpec): WeightCoder {
  const { hidden, count, lowest, highest, terms } = spec;
  const tokens = vocabulary(count, KNOWN + terms.length);
  const shown = levels({ count, scale: 'logarithmic', ...SHOWN });
  const identities = new Map(terms.map((key, k) => [key, tokens.identity(KNOWN + k)]));
  const other = (key: string): number => tokens.identity(key.startsWith('coup:') ? COUPLING : LOCAL);
  return Object.freeze({
    spec,
    tokens,
    levels: levels({ count, lowest, highest, scale: 'logarithmic' }),
    promptOf: (keys: readonly string[], ratios: readonly number[]) =>
      keys.map((key, t) => [identities.get(key) ?? other(key), shown.levelOf(ratios[t]!)]),
    policy: () => gru({ vocabulary: tokens.size, hidden }),
  });
}

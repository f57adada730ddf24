import type { ConstraintOptions, DualConfig, DualInput } from '../../src/index.js';
import { fixture } from '../fixture.js';

/** One recorded run: a configuration under the names of the recording, λ and reasons of every step. */
export interface Trace {
  readonly name: string;
  readonly config: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly families: readonly (readonly [readonly string[], number])[];
  readonly warmup: number;
  readonly uses_ease: boolean;
  readonly series: Readonly<Record<string, string>>;
  readonly lambda: Readonly<Record<string, readonly number[]>>;
  readonly reasons_count: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly reasons: Readonly<Record<string, readonly string[]>> | null;
}

const recorded = fixture<{ series: Readonly<Record<string, readonly number[]>>; runs: readonly Trace[] }>(
  'lambda-traces',
);

export const traces = recorded.runs;

/** The recorded configuration in the words of this package. */
export function configOf({ config, families, warmup }: Trace): DualConfig {
  const constraint = ({ eta, target, normalizer, ...rest }: Readonly<Record<string, unknown>>): ConstraintOptions => {
    const sigmoid = (target as { sigmoid?: readonly number[] }).sigmoid;
    const [min, max, gamma, t0] = sigmoid ?? [];
    const aim = sigmoid === undefined ? target : { type: 'sigmoid', min, max, gamma, t0 };
    // The recorded z-scores are those of mean and standard deviation.
    const scored = (normalizer as { type?: string } | undefined)?.type === 'winsor';
    const scale = scored ? { ...(normalizer as object), center: 'mean', scale: 'std' } : normalizer;
    const normal = normalizer === undefined ? {} : { normalizer: scale };
    return { ...rest, ...normal, rate: eta, target: aim } as ConstraintOptions;
  };
  return {
    constraints: Object.fromEntries(Object.entries(config).map(([name, one]) => [name, constraint(one)])),
    families: families.map(([members, budget]) => ({ members, budget })),
    warmup,
  };
}

/** What is handed in at step t. */
export function inputOf({ series, uses_ease: eased }: Trace, t: number): DualInput {
  const pick = (of: (name: string) => string): Record<string, number> =>
    Object.fromEntries(Object.entries(series).map(([name, from]) => [name, recorded.series[of(from)]![t]!]));
  return { values: pick((from) => from), ...(eased ? { ease: pick(() => 'ease') } : {}) };
}

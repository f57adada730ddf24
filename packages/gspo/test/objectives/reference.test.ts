import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { advantages, type Batch, objective } from '../../src/index.js';

type Rows = readonly (readonly number[])[];

interface Outcome {
  readonly loss: number;
  readonly seq_ratio: readonly number[];
  readonly clipped: Rows;
  readonly clip_fraction_tokens: number;
  readonly kl_k3: number | null;
  readonly grad_logits: readonly Rows[];
}

interface Case {
  readonly name: string;
  readonly B: number;
  readonly T: number;
  readonly V: number;
  readonly group_size: number;
  readonly eps_low: number;
  readonly eps_high: number;
  readonly beta: number;
  readonly adv_ddof: number;
  readonly adv_eps: number;
  readonly aggregation: string;
  readonly logits: readonly Rows[];
  readonly tokens: Rows;
  readonly old_logp: Rows;
  readonly ref_logp: Rows | null;
  readonly mask: Rows;
  readonly rewards: readonly number[];
  readonly advantages: readonly number[];
  readonly token_advantages: Rows | null;
  readonly out: Readonly<Record<string, Outcome>>;
}

interface Reference {
  readonly advantage_cases: readonly {
    readonly rewards: readonly number[];
    readonly group: number;
    readonly ddof: number;
    readonly eps: number;
    readonly scale: 'group' | 'batch' | 'none';
    readonly out: readonly number[];
  }[];
  readonly cases: readonly Case[];
}

const fixture = new URL('../fixtures/gspo.json', import.meta.url);
const reference = JSON.parse(readFileSync(fixture, 'utf8')) as Reference;
const levels = { sequence: 'sequence', sequence_token: 'token', token: 'grpo' } as const;

const most = (found: ArrayLike<number>, wanted: readonly number[]): number => {
  expect(found).toHaveLength(wanted.length);
  return wanted.reduce((off, value, k) => Math.max(off, Math.abs(found[k]! - value)), 0);
};

const batchOf = (given: Case): Batch => ({
  rows: given.B,
  steps: given.T,
  vocabulary: given.V,
  logits: Float64Array.from(given.logits.flat(2)),
  tokens: given.tokens.flat(),
  old: given.old_logp.flat(),
  mask: given.mask.flat(),
  advantages: (given.token_advantages ?? [given.advantages]).flat(),
  ...(given.ref_logp === null ? {} : { reference: given.ref_logp.flat() }),
});

const runs = reference.cases.flatMap((given) =>
  Object.entries(given.out).map(([level, out]) => [given.name, level as keyof typeof levels, given, out] as const),
);

test('there are ten cases, at three levels but for one', () => {
  expect(reference.cases).toHaveLength(10);
  expect(runs).toHaveLength(29);
});

test.each(runs)(
  '%s at the level %s: loss, gradient, ratios and clips as computed elsewhere',
  (_, level, given, out) => {
    const found = objective(batchOf(given), {
      level: levels[level],
      clipLow: given.eps_low,
      clipHigh: given.eps_high,
      kl: given.beta,
      mean: given.aggregation === 'token-mean' ? 'token' : 'sequence',
    });
    expect(Math.abs(found.loss - out.loss)).toBeLessThan(1e-10);
    expect(most(found.gradient, out.grad_logits.flat(2))).toBeLessThan(1e-10);
    expect(most(found.ratios, out.seq_ratio)).toBeLessThan(1e-10);
    expect([...found.clipped]).toEqual(out.clipped.flat());
    expect(Math.abs(found.clipFraction - out.clip_fraction_tokens)).toBeLessThan(1e-10);
    expect(Math.abs(found.kl - (out.kl_k3 ?? 0))).toBeLessThan(1e-10);
  },
);

test('the advantages of each case follow from its rewards', () => {
  for (const { rewards, group_size: group, adv_ddof: ddof, adv_eps: epsilon, advantages: out } of reference.cases) {
    expect(most(advantages(rewards, group, { ddof, epsilon }), out)).toBeLessThan(1e-10);
  }
});

test('seven cases of advantages by group, batch and none', () => {
  expect(reference.advantage_cases).toHaveLength(7);
  for (const { rewards, group, ddof, eps: epsilon, scale, out } of reference.advantage_cases) {
    expect(most(advantages(rewards, group, { ddof, epsilon, scale }), out)).toBeLessThan(1e-10);
  }
});

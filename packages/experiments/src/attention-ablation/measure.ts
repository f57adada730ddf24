import { type Attention, attentionEnergy, attentionOrder } from '@cfc/modules-attention';
import { decode, initialParameters, logisticLoss } from './decoder.js';
import { isLate, oracle, sequence } from './recall.js';
import { stepsToConverge, train } from './train.js';
import { CONTEXTS, type Variant } from './variant.js';

/** Sequences to test with, none of which was learnt from. */
const TESTS = 64;
const FIRST_TEST = 1_000_000;

/** One decoder, trained and tested. Errors are shares of wrong decisions. */
export interface Tested extends Variant {
  readonly error: number;
  readonly earlyError: number;
  readonly lateError: number;
  /** The error of one who knows which places share a symbol, and sees as far. */
  readonly oracleEarly: number;
  /** Early decisions that the own reading alone gets wrong and the decoder right, and the other way round. */
  readonly redeemed: number;
  readonly spoiled: number;
  readonly loss: number;
  readonly trainLoss: number;
  /** How decided the attention is; null without attention, as what follows. */
  readonly eta: number | null;
  /** Mean entropy of the weights of a query, in nats. */
  readonly entropy: number | null;
  /** Hopfield energy per place. */
  readonly energy: number | null;
  /** By how much training made it fall. */
  readonly energyFall: number | null;
  readonly steps: number;
  readonly [column: string]: number | string | null;
}

/** Trains a decoder and tests it. */
export function measure(variant: Variant): readonly Tested[] {
  const window = CONTEXTS[variant.context];
  const { parameters, losses } = train(variant);
  const tests = Array.from({ length: TESTS }, (_, k) => sequence(variant.seed, FIRST_TEST + k, variant.later));
  const decoded = tests.map((test) => decode(parameters, test, window));
  const before = tests.map((test) => decode(initialParameters(variant.seed), test, window));
  const over = (value: (test: (typeof tests)[number], k: number) => number): number => meanOf(tests.map(value));
  const wrongShare = (logitsOf: (k: number) => ArrayLike<number>, late: boolean): number =>
    over(({ signs }, k) => shareOf(signs.length, late, (i) => logitsOf(k)[i]! * signs[i]! <= 0));
  const swapped = (toRight: boolean): number =>
    over(({ signs, readings }, k) =>
      shareOf(signs.length, false, (i) => {
        const [own, made] = [readings.data[i]! * signs[i]!, decoded[k]!.logits[i]! * signs[i]!];
        return toRight ? own <= 0 && made > 0 : own > 0 && made <= 0;
      }),
    );
  const hopfield = (all: typeof decoded): number | null =>
    read(all, (seen) => attentionEnergy(seen) / seen.queries.rows);
  const [earlyError, lateError] = [false, true].map((late) => wrongShare((k) => decoded[k]!.logits, late)) as [
    number,
    number,
  ];
  const odds = tests.map((test) => oracle(test, window));
  const [start, energy] = [hopfield(before), hopfield(decoded)];
  return [
    {
      ...variant,
      error: (earlyError + lateError) / 2,
      earlyError,
      lateError,
      oracleEarly: wrongShare((k) => odds[k]!, false),
      redeemed: swapped(true),
      spoiled: swapped(false),
      loss: over(({ signs }, k) => logisticLoss(decoded[k]!.logits, signs)),
      trainLoss: meanOf(losses.slice(-10)),
      eta: read(decoded, attentionOrder),
      entropy: read(decoded, ({ entropies }) => meanOf([...entropies])),
      energy,
      energyFall: start === null || energy === null ? null : start - energy,
      steps: stepsToConverge(losses),
    },
  ];
}

/** A mean over sequences of what attention shows; null without attention. */
function read(all: readonly { readonly seen: Attention | null }[], value: (seen: Attention) => number): number | null {
  const values = all.flatMap(({ seen }) => (seen === null ? [] : [value(seen)]));
  return values.length === 0 ? null : meanOf(values);
}

/** The share of the late places, or of the early ones, of which something is true. */
function shareOf(places: number, late: boolean, holds: (i: number) => boolean): number {
  const asked = Array.from({ length: places }, (_, i) => i).filter((i) => isLate(i) === late);
  return asked.filter(holds).length / asked.length;
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

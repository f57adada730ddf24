import type { EnergyTerms } from '@cfc/modules-attention';
import type { Claim } from '../experiment.js';
import { type Interval, intervalText } from '../interval.js';
import { type Kind, type Measure, difference, mean, signOf } from './compare.js';
import type { Tested } from './measure.js';
import { SUPPLIES, type Supply, WEIGHTS } from './variant.js';

const SUPPLY_NAMES: Readonly<Record<Supply, string>> = {
  few: 'with 16 sequences to learn from',
  fresh: 'with new sequences at every step',
};
const TERMS: readonly (keyof EnergyTerms)[] = ['hopfield', 'sparsity', 'coherence'];

/** What was expected of non-local attention and of its energy, and what is seen. */
export const claims = (rows: readonly Tested[]): readonly Claim[] => [
  redemption(rows),
  distance(rows),
  regularisation(rows),
  coherence(rows),
];

function redemption(rows: readonly Tested[]): Claim {
  const bySupply = SUPPLIES.map((supply) => {
    const seen = { supply, context: 'global' } as const;
    const peers = (['prefix', 'none'] as const).map((context) => gap(rows, seen, { supply, context }, 'earlyError'));
    const [prefix, none] = peers.map(points);
    const [redeemed, spoiled] = (['redeemed', 'spoiled'] as const).map((each) => share(mean(rows, seen, each)!));
    const text = `${SUPPLY_NAMES[supply]} ${share(mean(rows, seen, 'earlyError')!)} of the early decisions are wrong where all is seen, which is ${prefix} against the prefix alone and ${none} against the own reading alone (${redeemed} are redeemed, ${spoiled} spoiled)`;
    return { helps: peers.every((one) => signOf(one) < 0), text };
  });
  const noisy = (context: 'global' | 'prefix'): Kind => ({ supply: 'fresh', later: 'noisy', context });
  const control = points(gap(rows, noisy('global'), noisy('prefix'), 'earlyError'));
  const best = share(mean(rows, { supply: 'fresh', context: 'global' }, 'oracleEarly')!);
  return {
    expected:
      'Non-local couplings let later context redeem earlier decisions ("sparse non-local couplings that provide future-like corrections").',
    seen: sentences([
      ...bySupply.map(({ text }) => text),
      `where later readings are as noisy as early ones, seeing them is still worth ${control} against the prefix`,
      `one who knows which places share a symbol is wrong in ${best}`,
    ]),
    verdict: verdict(bySupply.map(({ helps }) => helps)),
  };
}

function distance(rows: readonly Tested[]): Claim {
  const gaps = SUPPLIES.map((supply) =>
    gap(rows, { supply, context: 'global' }, { supply, context: 'local' }, 'earlyError'),
  );
  return {
    expected: 'Distant parts can influence each other to redeem provisional mistakes: a local window will not do.',
    seen: sentences(
      SUPPLIES.map(
        (supply, k) =>
          `${SUPPLY_NAMES[supply]} seeing all is worth ${points(gaps[k]!)} of early error against a window of two places to either side`,
      ),
    ),
    verdict: verdict(gaps.map((one) => signOf(one) < 0)),
  };
}

function regularisation(rows: readonly Tested[]): Claim {
  const bySupply = SUPPLIES.map((supply) => {
    const plain = { supply, context: 'global' } as const;
    const effects = TERMS.flatMap((regulariser) =>
      WEIGHTS.flatMap((weight) => {
        const effect = difference(rows, { ...plain, regulariser, weight }, plain, 'error');
        return effect === null ? [] : [{ text: `${regulariser} ${weight}: ${points(effect)}`, sign: signOf(effect) }];
      }),
    );
    const control = WEIGHTS.flatMap((weight) => {
      const decay = { ...plain, regulariser: 'decay', weight } as const;
      const less = difference(rows, { ...plain, regulariser: 'hopfield', weight }, decay, 'error');
      return less === null ? [] : [`${points(less)} at ${weight}`];
    });
    const helps = effects.filter(({ sign }) => sign < 0).length;
    const harms = effects.filter(({ sign }) => sign > 0).length;
    const list = effects.map((effect) => effect.text).join(', ');
    const against = `; the Hopfield energy against weight decay of the same weight: ${control.join(', ')}`;
    const text = `${SUPPLY_NAMES[supply]} ${helps} of ${effects.length} regularisers lower the error over all places and ${harms} raise it (95% intervals of each alone: ${list})${control.length === 0 ? '' : against}`;
    return { helps: helps > 0, text };
  });
  return {
    expected: 'Energy-regularised attention does better than attention trained for the task alone.',
    seen: sentences(bySupply.map(({ text }) => text)),
    verdict: verdict(bySupply.map(({ helps }) => helps)),
  };
}

function coherence(rows: readonly Tested[]): Claim {
  const cases = TERMS.flatMap((regulariser) =>
    SUPPLIES.flatMap((supply) => {
      const plain = { supply, context: 'global' } as const;
      const strong = { ...plain, regulariser, weight: WEIGHTS[1] } as const;
      const energy = difference(rows, strong, plain, 'energy');
      const order = difference(rows, strong, plain, 'eta');
      if (energy === null || order === null) return [];
      const text = `${regulariser}, ${supply}: energy ${change(energy)}, η ${change(order)}`;
      return [{ text, agree: signOf(energy) < 0 && signOf(order) > 0 }];
    }),
  );
  return {
    expected: 'Low energy and coherence go together ("the system seeks low-energy, coherent behaviour").',
    seen: sentences([
      `change of the Hopfield energy per place and of η = 1 - normalised entropy by a term of weight ${WEIGHTS[1]}: ${cases.map(({ text }) => text).join('; ')}`,
      `both as expected in ${cases.filter(({ agree }) => agree).length} of ${cases.length}`,
    ]),
    verdict: verdict(cases.map(({ agree }) => agree)),
  };
}

/** Confirmed where it holds in every case, refuted where it holds in none. */
function verdict(held: readonly boolean[]): Claim['verdict'] {
  return held.every(Boolean) ? 'confirmed' : held.some(Boolean) ? 'partly confirmed' : 'refuted';
}

/** A difference between two kinds that every scope takes. */
const gap = (rows: readonly Tested[], kind: Kind, other: Kind, measure: Measure): Interval =>
  difference(rows, kind, other, measure)!;

const scaled = ({ mean: middle, low, high, count }: Interval): Interval => ({
  mean: 100 * middle,
  low: 100 * low,
  high: 100 * high,
  count,
});
const signed = (value: number): string => (value > 0 ? '+' : '');
const share = (one: Interval): string => intervalText(scaled(one)).replace(/^(\S+)/, '$1%');
const points = (one: Interval): string => `${signed(one.mean)}${intervalText(scaled(one))} points`;
const change = (one: Interval): string => `${signed(one.mean)}${intervalText(one)}`;
const sentences = (parts: readonly string[]): string =>
  parts.map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}.`).join(' ');

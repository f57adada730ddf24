import type { Claim, Conclusion } from '../experiment.js';
import { type Interval, interval, intervalText } from '../interval.js';
import { type KindPoint, figureOf } from './figure.js';
import type { Grown } from './measure.js';

type Quantity = (row: Grown) => number;

/** At most this share of the proposals is accepted where expansion counts as rare. */
const RARE = 0.25;
/** At least this share of the fall is kept where what is accepted counts as impactful. */
const IMPACT = 0.5;

export function conclude(rows: readonly Grown[]): Conclusion {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const costs = [...new Set(rows.map(({ gamma }) => gamma))];
  const free = new Map(
    rows.filter(({ gamma }) => gamma === costs[0]).map((row) => [`${row.kind} ${row.seed}`, row.fall]),
  );
  /** Of the fall where nothing costs anything. */
  const share: Quantity = ({ kind, seed, fall }) => fall / free.get(`${kind} ${seed}`)!;
  const random: Quantity = ({ kind, seed, randomFall }) => randomFall / free.get(`${kind} ${seed}`)!;
  const over = (kind: string, gamma: number, of: Quantity): Interval =>
    interval(rows.filter((row) => row.kind === kind && row.gamma === gamma).map(of));
  const rate: Quantity = (row) => row.rate;
  /** For each kind of world the least cost at which expansion is rare. */
  const rare = kinds.map((kind) => {
    return [kind, costs.find((gamma) => over(kind, gamma, rate).mean <= RARE) ?? costs.at(-1)!] as const;
  });
  const at = (of: Quantity): readonly Interval[] => rare.map(([kind, gamma]) => over(kind, gamma, of));
  const named = (some: readonly Interval[]): string =>
    some.map((one, k) => `${intervalText(one)} (${rare[k]![0]}, γ = ${rare[k]![1]})`).join(', ');
  const falls = (of: Quantity): boolean =>
    kinds.every((kind) =>
      costs.every((gamma, k) => k === 0 || over(kind, gamma, of).mean <= over(kind, costs[k - 1]!, of).mean),
    );
  const points = kinds.flatMap((kind) =>
    costs.flatMap((gamma): KindPoint[] => [
      { kind, x: gamma, of: 'proposals accepted', ...over(kind, gamma, rate) },
      { kind, x: gamma, of: 'fall of energy kept', ...over(kind, gamma, share) },
      { kind, x: gamma, of: 'kept at random', ...over(kind, gamma, random) },
    ]),
  );
  const trees = [costs[0]!, rare.at(-1)![1]].map((gamma) => {
    return rows.find((row) => row.kind === kinds.at(-1) && row.gamma === gamma)!;
  });
  const [kept, drawn, redeemed, restarted] = [
    at(share),
    at(random),
    at((row) => row.redemption),
    at((row) => row.restarted),
  ];
  return {
    claims: [
      rarity(costs, kinds, (kind, gamma) => over(kind, gamma, rate), [
        falls(rate),
        falls((row) => row.hazardMean),
        falls((row) => row.muHat),
      ]),
      impact(kept, drawn, named),
      redemption(redeemed, restarted, named),
      bridging(rows),
    ],
    table: {
      headings: [
        'world',
        'γ',
        'rate',
        'fall kept',
        'at random',
        'redemption',
        'hazardMean',
        'muHat',
        'good/bad',
        'offspring',
        'depth',
      ],
      rows: kinds.flatMap((kind) =>
        costs.map((gamma) => [
          kind,
          String(gamma),
          ...[rate, share, random, (row: Grown) => row.redemption].map((of) => intervalText(over(kind, gamma, of), 2)),
          ...(['hazardMean', 'muHat', 'goodBadRatio', 'offspring', 'depth'] as const).map((column) =>
            over(kind, gamma, (row) => row[column]).mean.toFixed(2),
          ),
        ]),
      ),
    },
    figure: figureOf(points, trees),
  };
}

function rarity(
  costs: readonly number[],
  kinds: readonly string[],
  rate: (kind: string, gamma: number) => Interval,
  [rates, hazards, mus]: readonly boolean[],
): Claim {
  const dearest = costs.at(-1)!;
  const ends = kinds.map(
    (kind) => `${intervalText(rate(kind, costs[0]!))} to ${intervalText(rate(kind, dearest))} (${kind})`,
  );
  const rare = kinds.every((kind) => rate(kind, dearest).high <= RARE);
  const all = rates && rare;
  return {
    expected:
      'Expansion becomes rare as the cost rises; hazard and μ̂ show it (Experiments: energy_gated_expansion; Observability).',
    seen: `The share of accepted proposals goes from ${ends.join(' and from ')} as γ goes from ${costs[0]} to ${dearest}, ${rates ? 'falling throughout' : 'not falling throughout'}; mean hazard ${hazards ? 'falls' : 'does not always fall'} and muHat ${mus ? 'falls' : 'does not always fall'} with it.`,
    verdict: all && hazards && mus ? 'confirmed' : rates || rare ? 'partly confirmed' : 'refuted',
  };
}

function impact(
  kept: readonly Interval[],
  drawn: readonly Interval[],
  named: (some: readonly Interval[]) => string,
): Claim {
  const better = kept.filter((one, k) => one.low > drawn[k]!.high).length;
  const strong = kept.filter(({ low }) => low >= IMPACT).length;
  return {
    expected: 'Expansions stay rare but impactful (Conceptual overview; Direction).',
    seen: `At the least cost at which at most a quarter of the proposals is accepted, they bring ${named(kept)} of the fall of energy that growth without cost brings; as many drawn at random bring ${named(drawn)}. Impactful is taken to mean at least half.`,
    verdict: better + strong === 2 * kept.length ? 'confirmed' : better > 0 ? 'partly confirmed' : 'refuted',
  };
}

function redemption(
  redeemed: readonly Interval[],
  restarted: readonly Interval[],
  named: (some: readonly Interval[]) => string,
): Claim {
  const helped = redeemed.filter(({ low }) => low > 0).length;
  return {
    expected:
      'Cost against benefit with redemption: when expansion triggers, what was there before improves, later context lowering past energy (Experiments: energy_gated_expansion; Why this exists).',
    seen: `At the same costs the energy of the first six modules falls by ${named(redeemed)}. Where they rest in their only minimum no expansion can lower their energy, it can only make them give way; where they are caught in the worse of two, it carries them over. Started anew at 20 random places without any expansion, the best of them falls by ${named(restarted)}.`,
    verdict: helped === redeemed.length ? 'confirmed' : helped > 0 ? 'partly confirmed' : 'refuted',
  };
}

function bridging(rows: readonly Grown[]): Claim {
  const sharpness = [5, 20, 80] as const;
  const gaps = sharpness.map((k) => rows.map((row) => row[`bridge${k}`]));
  const lost = gaps.map((some) => some.filter((gap) => gap < -1e-9).length / rows.length);
  const texts = sharpness.map((k, at) => {
    return `${intervalText(interval(gaps[at]!))} at sharpness ${k} (snapping loses in ${(100 * lost[at]!).toFixed(0)}% of the runs)`;
  });
  const won = gaps.filter((some) => interval(some).low >= 0).length;
  return {
    expected:
      'Blending gates are a smooth relaxation of discrete decisions, and can be snapped without a change of the energy (Discrete–continuous optimization bridge).',
    seen: `Total with all proposals blended by their gates less the total with gates snapped at 1/2: ${texts.join(', ')}. Above 0 snapping wins. The least energy is concave in the gates, so some way to snap is always at least as good as any blend; snapping at 1/2 need not be that way.`,
    verdict: won === gaps.length ? 'confirmed' : won > 0 ? 'partly confirmed' : 'refuted',
  };
}

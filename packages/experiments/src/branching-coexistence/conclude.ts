import type { Claim, Conclusion } from '../experiment.js';
import { type Interval, interval, intervalText } from '../interval.js';
import { type KindPoint, figureOf } from './figure.js';
import { ALL, type Ended } from './measure.js';

type Quantity = (row: Ended) => number;

const worlds: Readonly<Record<string, string>> = {
  path: 'exclusive choices',
  list: 'free choices',
};

export function conclude(rows: readonly Ended[]): Conclusion {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const all = [...new Set(rows.map(({ k }) => k))];
  const ks = all.filter((k) => k !== ALL);
  const at = new Map(rows.map((row) => [`${row.kind} ${row.k} ${row.seed}`, row]));
  const beside = ({ kind, seed }: Ended, k: number): Ended => at.get(`${kind} ${k} ${seed}`)!;
  const over = (kind: string, k: number, of: Quantity): Interval =>
    interval(rows.filter((row) => row.kind === kind && row.k === k).map(of));
  const gap: Quantity = (row) => above(row.total - beside(row, ALL).total);
  const won: Quantity = (row) => above(beside(row, 1).total - row.total);
  const methods: readonly (readonly [string, Quantity])[] = [
    ['the k lowest', gap],
    ['race with noise', (row) => above(row.raced - beside(row, ALL).total)],
    ['best of k noisy', (row) => above(row.sampled - beside(row, ALL).total)],
  ];
  const points = (names: (kind: string) => readonly (readonly [string, Quantity])[]): KindPoint[] =>
    kinds.flatMap((kind) =>
      ks.flatMap((k) =>
        names(kind).map(([of, quantity]) => ({ kind: worlds[kind]!, x: k, of, ...over(kind, k, quantity) })),
      ),
    );
  return {
    claims: [lower(rows, kinds, ks, over, { gap, won }), coexistence(kinds, over), noise(rows, ks, over)],
    table: {
      headings: [
        'world',
        'k',
        'total',
        'below greedy',
        'above the best',
        'relaxations',
        'race above k lowest',
        'best of k noisy above k lowest',
        'its relaxations',
        'ends',
        'in effect',
        'in common',
      ],
      rows: kinds.flatMap((kind) =>
        all.map((k) => [
          worlds[kind]!,
          k === ALL ? 'all' : String(k),
          ...[(row: Ended) => row.total, won, gap].map((of) => intervalText(over(kind, k, of))),
          over(kind, k, (row) => row.relaxations).mean.toFixed(0),
          intervalText(over(kind, k, (row) => above(row.raced - row.total))),
          intervalText(over(kind, k, (row) => above(row.sampled - row.total))),
          over(kind, k, (row) => row.sampledRelaxations).mean.toFixed(0),
          ...(['ends', 'effective', 'common'] as const).map((column) =>
            over(kind, k, (row) => row[column]).mean.toFixed(2),
          ),
        ]),
      ),
    },
    figure: figureOf(
      points(() => methods),
      points((kind) => [[worlds[kind]!, (row) => row.common]]),
      points((kind) => [[worlds[kind]!, (row) => row.effective]]),
    ),
  };
}

/** Totals that agree so far are of one end. */
const above = (difference: number): number => (Math.abs(difference) < 1e-9 ? 0 : difference);

type Over = (kind: string, k: number, of: Quantity) => Interval;

function lower(
  rows: readonly Ended[],
  kinds: readonly string[],
  ks: readonly number[],
  over: Over,
  { gap, won }: { readonly gap: Quantity; readonly won: Quantity },
): Claim {
  const texts = kinds.map((kind) => {
    const mine = ks.filter((k) => k > 1);
    const wins = mine.map((k) => `${intervalText(over(kind, k, won))} at k = ${k}`).join(', ');
    const cost = over(kind, 2, (row) => row.relaxations).mean / over(kind, 1, (row) => row.relaxations).mean;
    const greedy = over(kind, 1, gap).mean;
    const closed =
      greedy === 0
        ? ''
        : `, which closes ${((100 * over(kind, 2, won).mean) / greedy).toFixed(0)}% of the gap to the best end`;
    const worse = rows.filter((row) => row.kind === kind && row.k !== ALL && won(row) < 0).length;
    return `With ${worlds[kind]} the total ends lower by ${wins}; k = 2 costs ${cost.toFixed(1)} times the relaxations${closed}; ${worse} runs end above the greedy one.`;
  });
  const better = kinds.filter((kind) => over(kind, 2, won).low > 0).length;
  return {
    expected:
      'Sparse top-2 branching: keeping two branches alive ends lower than going with the best one (Experiments: branching_coexistence).',
    seen: texts.join(' '),
    verdict: better === kinds.length ? 'confirmed' : better > 0 ? 'partly confirmed' : 'refuted',
  };
}

function coexistence(kinds: readonly string[], over: Over): Claim {
  const ends = kinds.map((kind) => over(kind, 2, (row) => row.ends));
  const common = kinds.map((kind) => over(kind, 2, (row) => row.common));
  const texts = kinds.map(
    (kind, k) =>
      `with ${worlds[kind]} ${intervalText(ends[k]!)} of two branches are alive at the end and have ${intervalText(common[k]!)} of their acceptances in common`,
  );
  const coexist = kinds.filter((_, k) => ends[k]!.low > 1.5 && common[k]!.high < 0.5).length;
  const some = kinds.filter((_, k) => ends[k]!.low > 1.5).length;
  return {
    expected:
      'Several ends coexist: as many branches reach the last depth as were kept (Experiments: branching_coexistence, which counts them).',
    seen: `In the prototype the count is 2 by construction, as two of at least two candidates are opened whatever they cost. Here, ${texts.join('; ')}. Coexistence is taken to mean that less than half is in common.`,
    verdict: coexist === kinds.length ? 'confirmed' : some > 0 ? 'partly confirmed' : 'refuted',
  };
}

/** One number for each seed, its mean over all k > 1, so that there is one test and not one for each k. */
function noise(rows: readonly Ended[], ks: readonly number[], over: Over): Claim {
  const several = rows.filter(({ kind, k }) => kind === 'path' && k > 1 && k !== ALL);
  const seeds = [...new Set(several.map(({ seed }) => seed))];
  const behind: Quantity = (row) => above(row.raced - row.total);
  const means = seeds.map((seed) => {
    const own = several.filter((row) => row.seed === seed).map(behind);
    return own.reduce((sum, value) => sum + value, 0) / own.length;
  });
  const pooled = interval(means);
  const single = ks.map((k) => `${intervalText(over('path', k, behind))} at k = ${k}`).join(', ');
  return {
    expected:
      'Branches are opened in a race with Gumbel noise rather than by energy alone (the prototype of branching_coexistence).',
    seen: `With exclusive choices the race at the prototype’s sharpness 8 ends above the k lowest totals by ${intervalText(pooled)} over all k > 1: ${single}. Below 0 the race would be the better choice, above 0 the worse.`,
    verdict: pooled.high < 0 ? 'confirmed' : pooled.low > 0 ? 'refuted' : 'partly confirmed',
  };
}

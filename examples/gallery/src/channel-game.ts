// Eighteen radio stations choose among three channels. Stations that hear each other on one channel disturb each other, strong ones more
// than weak ones. Each wants quiet for itself: what does that cost all of them, and what does coordination save? Also a page: channel-game.html.
import { clip, compile, couplingColumns, defineCoupling, defineSystem, landau } from '@cfc/core';
import { moduleColumns, normal, number, relax, uniform } from '@cfc/core';
import { type Game, type Play, actionPayoffs, beginPlay, nextRound } from '@cfc/modules-game';
import { polymatrix, regretMatching } from '@cfc/modules-game';
import { cross, maxIndex, mean, range, sum } from 'd3-array';
import { type Report, dots, said, surelyAbove0 } from './report.js';

const [CHANNELS, ROUNDS] = [3, 200];

/** Stations in the unit square, powers from 1/4 to 4; pairs that hear each other, and what j does to i and i to j: power / distance². */
export function field(seed: number, count = 18) {
  const draw = (what: number, k: number): number => uniform(seed, what, k);
  const stations = range(count).map((k) => ({ x: draw(0, k), y: draw(1, k), power: 16 ** (draw(2, k) - 0.5) }));
  const pairs = cross(range(count), range(count)).flatMap(([i, j]) => {
    const [a, b] = [stations[i]!, stations[j]!];
    const square = (a.x - b.x) ** 2 + (a.y - b.y) ** 2 + 0.01;
    return i < j && square < 0.26 ? [{ i, j, harm: [b.power / square, a.power / square] as const }] : [];
  });
  return { stations, pairs };
}
export type Field = ReturnType<typeof field>;

/** The game in which each loses what it suffers, and `care` times what it inflicts. */
export function gameOf({ stations, pairs }: Field, care = 0): Game {
  const same = (cost: number) => range(CHANNELS).map((a) => range(CHANNELS).map((b) => (a === b ? -cost : 0)));
  const players = Object.fromEntries(stations.map((_, k) => [`s${k}`, CHANNELS]));
  const edges = pairs.map(({ i, j, harm: [toI, toJ] }) => ({
    between: [`s${i}`, `s${j}`] as const,
    row: same(toI + care * toJ),
    column: same(toJ + care * toI),
  }));
  return polymatrix({ players, edges });
}

/** What all suffer together, where each draws its channel from its strategy. */
const costOf = (selfish: Game, profile: readonly (readonly number[])[]): number =>
  -sum(actionPayoffs(selfish, profile), (row, i) => sum(row, (payoff, c) => payoff * profile[i]![c]!));
export const pure = (choice: readonly number[]): number[][] =>
  choice.map((own) => range(CHANNELS).map((c) => (c === own ? 1 : 0)));
export const costOfChoice = (one: Field, choice: readonly number[]): number => costOf(gameOf(one), pure(choice));

/** The peer: rounds in which each station learns from what its own channels would have cost it (regret matching). */
export function* rounds(one: Field, seed: number, care = 0): Generator<Play> {
  const [game, learners] = [gameOf(one, care), one.stations.map(() => regretMatching({ plus: true }))];
  const start = learners.map((_, i) => {
    const drawn = range(CHANNELS).map((c) => uniform(seed, i, c));
    return drawn.map((value) => value / sum(drawn));
  });
  let play = beginPlay(game, learners, start);
  for (let k = 0; k < ROUNDS; k++) yield (play = nextRound(game, learners, play));
}

/** The mean cost of the second half of a play. */
function costOfPlay(one: Field, seed: number, care: number): number {
  const [selfish, all] = [gameOf(one), [...rounds(one, seed, care)]];
  return mean(all.slice(ROUNDS / 2), ({ profile }) => costOf(selfish, profile))!;
}

/** Two that get in each other's way: F = weight a b. */
export const conflict = defineCoupling({
  name: 'ConflictCoupling',
  meaning: 'two that get in each other’s way: weight a b',
  options: { weight: number(1, 'what both together cost', { min: 0 }) },
  energy: (a, b, { weight }) => weight * a * b,
  slopes(a, b, { weight }, _signals, out) {
    out[0] = weight * b;
    out[1] = weight * a;
  },
  bend: (_a, _b, { weight }) => [0, 0, weight],
  curvatures(_a, _b, { weight }, _signals, out) {
    out[0] = out[1] = 0;
    out[2] = weight;
  },
});

/** What (Σ η - 1)² weighs, in units of the mean harm; from convex to concave; what is added to η in between: set on fields 1 to 10. */
const [ONE, CONCAVE, NOISE] = [5, [-8, -6, -5, -4, -3, -2, -1, 0, 1, 2, 2.5], 0.1];

/**
 * A module for each station and channel: E = Σ harm η η' on one channel + ONE (Σ η - 1)² at each station - concave Σ η². The last term
 * begins below 0, which makes E convex, and grows until every η is 0 or 1 (mean-field annealing).
 */
export function coordinate({ stations, pairs }: Field, seed: number): { choice: number[]; backend: string } {
  const unit = mean(pairs, ({ harm }) => sum(harm)) ?? 1;
  const at = (i: number, c: number): number => i * CHANNELS + c;
  const ends = range(CHANNELS).flatMap((c) => [
    ...pairs.map(({ i, j, harm }) => [at(i, c), at(j, c), sum(harm) / unit]),
    ...range(c).flatMap((d) => stations.map((_, i) => [at(i, c), at(i, d), 2 * ONE])),
  ]) as [number, number, number][];
  const couplings = couplingColumns(conflict, {
    a: Int32Array.from(ends, ([a]) => a),
    b: Int32Array.from(ends, ([, b]) => b),
    with: { weight: Float64Array.from(ends, ([, , weight]) => weight) },
  });
  const count = stations.length * CHANNELS;
  let [eta, backend] = [Float64Array.from(range(count), (k) => 0.2 + 0.2 * uniform(seed, 0, k)), ''];
  CONCAVE.forEach((concave, stage) => {
    const options = { a: ONE - concave, b: 0, h: 2 * ONE };
    const modules = [moduleColumns(landau, { count, prefix: 'at.', with: options })];
    const system = compile(defineSystem({ modules, couplings: [couplings] }));
    eta = Float64Array.from(relax(system, eta).vector, (value, k) => clip(value + NOISE * normal(seed, stage + 1, k)));
    backend = system.backend;
  });
  return { choice: stations.map((_, i) => maxIndex(eta.subarray(at(i, 0), at(i + 1, 0)))), backend };
}

/** The least cost, by branch and bound over every choice; the first station's channel is only a name. */
export function optimum({ stations, pairs }: Field): { choice: number[]; cost: number } {
  let best = { choice: [] as number[], cost: Infinity };
  const before = stations.map((_, k) =>
    pairs.filter(({ j }) => j === k).map(({ i, harm }) => ({ i, both: sum(harm) })),
  );
  const choice: number[] = [];
  const place = (k: number, cost: number): void => {
    if (cost >= best.cost) return;
    if (k === stations.length) best = { choice: [...choice], cost };
    else
      for (let c = 0; c < (k === 0 ? 1 : CHANNELS); c++) {
        choice[k] = c;
        const more = before[k]!.reduce((all, { i, both }) => all + (choice[i] === c ? both : 0), cost);
        place(k + 1, more);
      }
  };
  place(0, 0);
  return best;
}

/** Fields 101 to 120, four starts each. */
export function channelGame(): Report {
  const fields = range(101, 121).map((seed) => field(seed));
  const least = fields.map((one) => optimum(one).cost);
  const ratios = (cost: (one: Field, start: number) => number): number[] =>
    fields.map((one, k) => mean(range(4), (start) => cost(one, start))! / least[k]!);
  const found = {
    'selfish play': ratios((one, start) => costOfPlay(one, start, 0)),
    'each minds others by a half': ratios((one, start) => costOfPlay(one, start, 0.5)),
    'each minds others as itself': ratios((one, start) => costOfPlay(one, start, 1)),
    'coordination by energy': ratios((one, start) => costOfChoice(one, coordinate(one, start).choice)),
  };
  const gain = found['selfish play'].map((ratio, k) => ratio - found['coordination by energy'][k]!);
  const lines = Object.entries(found).map(([method, all]) => `${method.padEnd(28)}${said(all)}`);
  return {
    text: `Interference over the least possible, 20 fields, 95% intervals\n${lines.join('\n')}, better than selfish by ${said(gain)}`,
    claims: { 'coordination better than selfish play': surelyAbove0(gain) },
    picture: dots('interference / least possible', found),
  };
}

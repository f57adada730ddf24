import { uniform } from '@cfc/core';
import { type Game, type PolymatrixEdge, actionPayoffs, polymatrix } from '@cfc/modules-game';

export const CHANNELS = 3;
export type Choice = readonly number[];

/** A station: where it is, and how strongly it sends. */
interface Station {
  readonly x: number;
  readonly y: number;
  readonly power: number;
}
/** Stations i < j that hear each other, and what each suffers from the other on the same channel. */
interface Pair {
  readonly i: number;
  readonly j: number;
  readonly harm: readonly [toI: number, toJ: number];
}
export interface Field {
  readonly stations: readonly Station[];
  readonly pairs: readonly Pair[];
}

/** Stations drawn in the unit square, powers from 1/4 to 4; harm = power / distance², out to a distance of 0.5. */
export function field(seed: number, count = 18): Field {
  const draw = (what: number, k: number): number => uniform(seed, what, k);
  const stations = Array.from({ length: count }, (_, k) => ({
    x: draw(0, k),
    y: draw(1, k),
    power: 16 ** (draw(2, k) - 0.5),
  }));
  const pairs = stations.flatMap((a, i) =>
    stations.flatMap((b, j): Pair[] => {
      const square = (a.x - b.x) ** 2 + (a.y - b.y) ** 2 + 0.01;
      return j > i && square < 0.26 ? [{ i, j, harm: [b.power / square, a.power / square] }] : [];
    }),
  );
  return { stations, pairs };
}

const sameChannel = (cost: number): number[][] =>
  Array.from({ length: CHANNELS }, (_, a) => Array.from({ length: CHANNELS }, (_, b) => (a === b ? -cost : 0)));

/** The game in which each loses what it suffers, and `care` times what it inflicts. */
export const gameOf = ({ stations, pairs }: Field, care = 0): Game =>
  polymatrix({
    players: Object.fromEntries(stations.map((_, k) => [`s${k}`, CHANNELS])),
    edges: pairs.map(({ i, j, harm: [toI, toJ] }): PolymatrixEdge => ({
      between: [`s${i}`, `s${j}`],
      row: sameChannel(toI + care * toJ),
      column: sameChannel(toJ + care * toI),
    })),
  });

/** What all suffer together, where each draws its channel from its strategy. */
export const costOf = (selfish: Game, profile: readonly (readonly number[])[]): number =>
  -actionPayoffs(selfish, profile).reduce(
    (sum, row, i) => sum + row.reduce((own, u, a) => own + u * profile[i]![a]!, 0),
    0,
  );

export const pure = (choice: Choice): number[][] =>
  choice.map((own) => Array.from({ length: CHANNELS }, (_, c) => (c === own ? 1 : 0)));

/** The least cost, by trying every choice; the first station's channel is only a name. */
export function optimum({ stations, pairs }: Field): { choice: Choice; cost: number } {
  let best: { choice: Choice; cost: number } = { choice: [], cost: Infinity };
  const before = stations.map((_, k) => pairs.filter(({ j }) => j === k));
  const choice = stations.map(() => 0);
  const place = (k: number, cost: number): void => {
    if (cost >= best.cost) return;
    if (k === stations.length) best = { choice: [...choice], cost };
    else
      for (let c = 0; c < (k === 0 ? 1 : CHANNELS); c++) {
        choice[k] = c;
        place(
          k + 1,
          before[k]!.reduce((sum, { i, harm }) => sum + (choice[i] === c ? harm[0] + harm[1] : 0), cost),
        );
      }
  };
  place(0, 0);
  return best;
}

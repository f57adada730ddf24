import { checkProfile, nashGap, regrets } from '@cfc/modules-game';
import { compile } from 'vega-lite';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Played, SHOWN, influences, interests, rules, structures } from '../src/emergent-nash/cell.js';
import { emergentNash } from '../src/emergent-nash/emergent-nash.js';
import { barabasiAlbert, ring } from '../src/emergent-nash/graph.js';
import { influenceOf } from '../src/emergent-nash/influence.js';
import { learn } from '../src/emergent-nash/learn.js';
import { randomGame, randomStart } from '../src/emergent-nash/random-game.js';
import { settledMore, settledShare } from '../src/emergent-nash/shares.js';

describe('the games', () => {
  test('are zero-sum, potential or coordination games pair by pair', () => {
    for (const structure of structures) {
      for (const { row, column } of randomGame(structure, 'zero-sum', 3).pairs) {
        row.forEach((payoffs, i) => payoffs.forEach((payoff, j) => expect(payoff + column[i]![j]!).toBeCloseTo(1, 14)));
      }
      // Monderer and Shapley (1996): what the movers win around every square adds up to 0.
      const around = (kind: 'potential' | 'general-sum'): number[] =>
        randomGame(structure, kind, 3).pairs.map(({ row, column }) => {
          const [a, b, c, d] = [
            row[1]![0]! - row[0]![0]!,
            column[1]![1]! - column[1]![0]!,
            row[0]![1]! - row[1]![1]!,
            column[0]![0]! - column[0]![1]!,
          ];
          return Math.abs(a + b + c + d);
        });
      expect(Math.max(...around('potential'))).toBeLessThan(1e-14);
      expect(Math.min(...around('general-sum'))).toBeGreaterThan(1e-4);
      const coordinated = randomGame(structure, 'coordination', 3);
      const together = coordinated.actions.map((count) => Array.from({ length: count }, (_, a) => (a === 0 ? 1 : 0)));
      expect(nashGap(coordinated, together).max).toBe(0);
    }
  });

  test('start inside the simplex, and have the graphs that they are named after', () => {
    const game = randomGame('Barabási-Albert', 'general-sum', 5);
    checkProfile(game, randomStart(game, 5));
    expect(new Set(randomStart(game, 5).flat()).size).toBe(36);
    const degrees = (pairs: ReturnType<typeof ring>): number[] => {
      const all = pairs.flat();
      return Array.from({ length: 12 }, (_, node) => all.filter((one) => one === node).length);
    };
    expect(degrees(ring(12))).toEqual(new Array(12).fill(2));
    expect(barabasiAlbert(12, 5)).toHaveLength(3 + 2 * 9);
    expect(Math.min(...degrees(barabasiAlbert(12, 5)))).toBe(2);
    expect(Math.max(...degrees(barabasiAlbert(12, 5)))).toBeGreaterThan(4);
  });
});

describe('the influences', () => {
  const game = randomGame('ring', 'general-sum', 1);
  const profile = randomStart(game, 1);
  const payoffs = game.actions.map((count) => Array.from({ length: count }, (_, a) => a / 10));
  const seen = (eta: number[]) => ({ round: 1, profile, eta: Float64Array.from(eta), payoffs });
  const open = (name: (typeof influences)[number], eta: number[]): number[] =>
    influenceOf(name, game, 1)(seen(eta)).open.flatMap((is, player) => (is ? [player] : []));
  const content = new Array<number>(12).fill(1);
  const but = (others: Readonly<Record<number, number>>): number[] =>
    content.map((eta, player) => others[player] ?? eta);

  test('alone and by energies all learn; gates stay closed without regret', () => {
    for (const name of ['alone', 'own energy', 'total energy'] as const) expect(open(name, content)).toHaveLength(12);
    for (const name of ['own gate', 'coupled gate', 'gate by lot'] as const) expect(open(name, content)).toEqual([]);
  });

  test('an own gate opens above a regret of 0.005', () => {
    expect(open('own gate', but({ 3: 0.9949, 7: 0.9951 }))).toEqual([3]);
  });

  test('a coupled gate stays closed for those better off than their neighbours, and a lot opens as many', () => {
    // Slopes of player 4: 0.2 of its own, less 2 · (0.3 + 0.3) of its neighbours.
    const eta = but({ 3: 0.6, 4: 0.9, 5: 0.6 });
    expect(open('own gate', eta)).toEqual([3, 4, 5]);
    expect(open('coupled gate', eta)).toEqual([3, 5]);
    const lots = Array.from({ length: 30 }, (_, round) => {
      const drawn = influenceOf('gate by lot', game, 1)({ ...seen(eta), round }).open;
      return drawn.flatMap((is, player) => (is ? [player] : []));
    });
    for (const lot of lots) expect(lot).toHaveLength(2);
    expect(new Set(lots.flat())).toEqual(new Set([3, 4, 5]));
  });

  test('the total energy adds what is done for the neighbours to what the own energy teaches', () => {
    const regret = regrets(game, profile).map((one, player) => one / game.spans[player]!);
    const eta = regret.map((one) => 1 - one);
    const [own, total] = (['own energy', 'total energy'] as const).map(
      (name) => influenceOf(name, game, 1)(seen(eta)).payoffs,
    ) as [readonly (readonly number[])[], readonly (readonly number[])[]];
    own.forEach((lesson, player) => {
      const slope = 3 * (2 * regret[player]! + 4 * regret[player]! ** 3);
      lesson.forEach((taught, a) => expect(taught).toBeCloseTo(slope * payoffs[player]![a]!, 12));
    });
    expect(total).not.toEqual(own);
    // Where nobody else regrets anything there is nothing to redeem.
    const alone = but({ 0: 0.5 });
    const lessons = (['own energy', 'total energy'] as const).map(
      (name) => influenceOf(name, game, 1)(seen(alone)).payoffs[0],
    );
    expect(lessons[1]).toEqual(lessons[0]);
  });
});

test('a cell is done alike every time, and is plain data', () => {
  const cell = emergentNash.cells('quick').at(-1)!;
  expect(JSON.parse(JSON.stringify(cell))).toEqual(cell);
  const rows = emergentNash.measure(cell);
  expect(rows).toHaveLength(influences.length);
  expect(emergentNash.measure(cell)).toEqual(rows);
  for (const row of rows) {
    for (const value of Object.values(row))
      expect(value === null || ['number', 'string'].includes(typeof value)).toBe(true);
  }
});

test('the full scope has 20 seeds of every combination, and more of the prototype', () => {
  const cells = emergentNash.cells('full') as { kind: string }[];
  expect(cells.filter(({ kind }) => kind === 'learning')).toHaveLength(20 * 4 * 4 * 3);
  expect(cells.filter(({ kind }) => kind === 'prototype')).toHaveLength(100);
});

test('gates freeze a play that is within tolerance, while alone it goes on to the equilibrium', () => {
  const cell = { kind: 'learning', structure: '4 x 4', interests: 'potential', rule: 'replicator', seed: 0 } as const;
  const [alone, gated] = (['alone', 'own gate'] as const).map((influence) => learn(cell, influence)) as [
    Played,
    Played,
  ];
  expect(gated['gap1000']).toBe(gated['gap500']);
  expect(gated.gap).toBeGreaterThan(1e-4);
  expect(gated.gap).toBeLessThanOrEqual(0.005);
  expect(alone.gap).toBeLessThan(1e-6);
});

describe('the quick scope', () => {
  let plays: readonly Played[];
  beforeAll(() => {
    plays = emergentNash.cells('quick').flatMap((cell) => emergentNash.measure(cell)) as unknown as readonly Played[];
  });

  test('finds what the page tells', () => {
    const { claims, table } = emergentNash.conclude(plays);
    expect(claims.map(({ verdict }) => verdict)).toEqual([
      'partly confirmed',
      'partly confirmed',
      'confirmed',
      'partly confirmed',
      'partly confirmed',
    ]);
    expect(table.rows).toHaveLength(interests.length * rules.length);
    for (const row of table.rows) expect(row).toHaveLength(table.headings.length);
  });

  test("plays the prototype's script to (defect, cooperate), which leaves the exploited player 1 of a span of 5", () => {
    const scripted = plays.filter(({ influence }) => influence === 'payoffs of the script');
    expect(scripted).toHaveLength(20);
    for (const { gap } of scripted) expect(gap).toBeCloseTo(0.2, 6);
    for (const { gap, influence } of plays) if (influence === 'own payoffs') expect(gap).toBeLessThan(1e-9);
  });

  test('settles alone where there is a potential, hardly where interests are opposed; there the total energy does', () => {
    const share = (which: Parameters<typeof settledShare>[1]): number => settledShare(plays, which).mean;
    expect(share({ interests: 'potential', influence: 'alone' })).toBeGreaterThan(0.95);
    expect(share({ interests: 'zero-sum', influence: 'alone' })).toBeLessThan(0.3);
    expect(share({ interests: 'zero-sum', influence: 'total energy' })).toBeGreaterThan(0.8);
    const cycling = plays.filter(
      ({ interests: of, rule, influence, structure }) =>
        of === 'zero-sum' && rule === 'regret matching' && influence === 'alone' && structure === 'ring',
    );
    for (const { gap, averageGap } of cycling) expect(averageGap!).toBeLessThan(gap / 5);
  });

  test('compares influences game by game', () => {
    expect(settledMore(plays, {}, 'own gate', 'own gate')).toMatchObject({ mean: 0, low: 0, high: 0, count: 5 });
  });

  test('would refute what does not show', () => {
    const never = plays.map((play) => ({ ...play, settled: null, gap: 1 }));
    expect(emergentNash.conclude(never).claims.map(({ verdict }) => verdict)).toEqual([
      'refuted',
      'refuted',
      'partly confirmed',
      'refuted',
      'refuted',
    ]);
    const always = plays.map((play) => ({ ...play, settled: 1, gap: 0 }));
    expect(
      emergentNash
        .conclude(always)
        .claims.slice(0, 2)
        .map(({ verdict }) => verdict),
    ).toEqual(['confirmed', 'confirmed']);
  });

  test('draws a figure of less than 2000 points that Vega-Lite compiles', () => {
    const { figure } = emergentNash.conclude(plays);
    const { values } = figure['data'] as { values: { low: number; gap: number; high: number }[] };
    expect(values).toHaveLength(interests.length * rules.length * influences.length * SHOWN.length);
    expect(values.length).toBeLessThan(2000);
    for (const { low, gap, high } of values) {
      expect(low).toBeLessThanOrEqual(gap);
      expect(gap).toBeLessThanOrEqual(high);
    }
    const warnings: string[] = [];
    const say = (...said: readonly unknown[]) => {
      warnings.push(said.join(' '));
      return logger;
    };
    const logger = { level: () => logger, error: say, warn: say, info: () => logger, debug: () => logger };
    expect(compile(figure as never, { logger }).spec.marks).toBeDefined();
    expect(warnings).toEqual([]);
  });
});

import { normal } from '@cfc/core';
import { expect, test } from 'vitest';
import { codeOf } from '../code-of.js';
import { type OuterLoop, type Plain, bayesian, createDual, population, tuneTargets } from '../../src/index.js';
import { expectedImprovement } from '../../src/targets/outer/expected-improvement.js';
import { gaussianProcess } from '../../src/targets/outer/gaussian-process.js';

const ranges = { kl: [0.01, 0.21], gap: [0, 2] } as const;
/** Least, 0, at kl = 0.07 and gap = 1.5. */
const bowl = ({ kl, gap }: Readonly<Record<string, number>>): number => (10 * (kl! - 0.07)) ** 2 + (gap! - 1.5) ** 2;
const loops: readonly (readonly [string, (seed: number, state?: Plain) => OuterLoop])[] = [
  ['bayesian', (seed, state) => bayesian({ ranges, seed, candidates: 100 }, state)],
  ['population', (seed, state) => population({ ranges, seed, size: 4 }, state)],
];

/** Least score of as many random trials. */
function randomBest(seed: number, trials: number): number {
  const scores = Array.from({ length: trials }, (_, k) => {
    const share = (i: number): number => (Math.atan(normal(seed, 7, 2 * k + i)) / Math.PI + 0.5) % 1;
    return bowl({ kl: 0.01 + 0.2 * share(0), gap: 2 * share(1) });
  });
  return Math.min(...scores);
}

test('Bayesian optimisation comes near the best targets within 25 trials, nearer than random ones', async () => {
  let wins = 0;
  for (let seed = 1; seed <= 6; seed++) {
    const best = await tuneTargets(bayesian({ ranges, seed }), ({ targets }) => bowl(targets), 25);
    expect(best!.score).toBeLessThan(0.01);
    expect(bowl(best!.targets)).toBe(best!.score);
    if (best!.score! < randomBest(seed, 25)) wins++;
  }
  expect(wins).toBeGreaterThanOrEqual(5);
});

test('a population moves towards better targets, and says whose parameters are taken over', async () => {
  for (let seed = 1; seed <= 4; seed++) {
    const loop = population({ ranges, seed });
    const means: number[] = [];
    for (let generation = 0; generation < 12; generation++) {
      const scores: number[] = [];
      const copies: number[] = [];
      for (let member = 0; member < 8; member++) {
        const trial = loop.propose();
        expect(trial.member).toBe(member);
        if (trial.copyFrom !== null) copies.push(trial.copyFrom);
        scores.push(bowl(trial.targets));
        loop.report(scores.at(-1)!);
      }
      means.push(scores.reduce((sum, score) => sum + score, 0) / 8);
      expect(copies).toHaveLength(generation === 0 ? 0 : 2);
    }
    expect(means.at(-1)).toBeLessThan(means[0]! / 4);
    expect(loop.best()!.score).toBeLessThan(0.2);
  }
});

test('a loop follows from its seed, and goes on from its state with the same proposals', () => {
  for (const [name, make] of loops) {
    const [one, twin, other] = [make(3), make(3), make(4)];
    for (let k = 0; k < 14; k++) {
      const resumed = make(3, JSON.parse(JSON.stringify(one.state())) as Plain);
      const trial = one.propose();
      expect(one.propose(), name).toEqual(trial);
      expect(twin.propose()).toEqual(trial);
      expect(resumed.propose()).toEqual(trial);
      expect(other.propose().targets).not.toEqual(trial.targets);
      for (const loop of [one, twin, other]) loop.report(bowl(loop.propose().targets));
      expect(resumed.best()).toEqual(k === 0 ? null : make(3, resumed.state()).best());
    }
  }
});

test('targets stay in their ranges, and failed trials are never the best', () => {
  for (const [, make] of loops) {
    const loop = make(9);
    for (let k = 0; k < 30; k++) {
      const { targets } = loop.propose();
      expect(targets['kl']).toBeGreaterThanOrEqual(0.01);
      expect(targets['kl']).toBeLessThanOrEqual(0.21);
      expect(targets['gap']).toBeLessThanOrEqual(2);
      loop.report([NaN, null, Infinity, bowl(targets)][k % 4]!);
    }
    expect(Number.isFinite(loop.best()!.score)).toBe(true);
  }
});

test('an outer loop finds the loosest budget that validation still likes, over runs of the engine', async () => {
  // Least ½(x - 2)² with x <= c; validation likes x = 1.2.
  const validate = (target: number): number => {
    const dual = createDual({ constraints: { x: { target: 2, rate: 0.5 } } });
    dual.setTarget('x', target);
    let x = 0;
    for (let k = 0; k < 200; k++) x -= 0.5 * (x - 2 + dual.step({ values: { x } }).constraints['x']!.weight);
    return (x - 1.2) ** 2;
  };
  const loop = bayesian({ ranges: { x: [0, 2] }, seed: 2 });
  const best = await tuneTargets(loop, ({ targets }) => validate(targets['x']!), 15);
  expect(best!.targets['x']).toBeCloseTo(1.2, 1);
});

test('the Gaussian process passes through what was measured, and knows less further away', () => {
  const points = [[0.1], [0.4], [0.9]];
  const surrogate = gaussianProcess(points, [1, 3, 2]);
  points.forEach((point, k) => {
    expect(surrogate(point).mean).toBeCloseTo([1, 3, 2][k]!, 1);
    expect(surrogate(point).deviation).toBeLessThan(surrogate([0.65]).deviation + 1e-9);
  });
  expect(gaussianProcess([[0.5], [0.6]], [2, 2])([0.1]).mean).toBeCloseTo(2, 12);
});

test('the expected improvement is that of a normal value', () => {
  expect(expectedImprovement(0, 0, 1)).toBeCloseTo(1 / Math.sqrt(2 * Math.PI), 7);
  expect(expectedImprovement(1, 0, 1)).toBeCloseTo(1.083315471, 6);
  expect(expectedImprovement(-1, 0, 1)).toBeCloseTo(0.083315471, 6);
  expect([expectedImprovement(2, 0.5, 0), expectedImprovement(0, 1, 0)]).toEqual([1.5, 0]);
});

test('ranges and states that are none are errors', () => {
  for (const bad of [{}, { a: [1, 1] }, { a: [2, 1] }, { a: [0, NaN] }, { a: 3 }]) {
    expect(codeOf(() => bayesian({ ranges: bad as never }))).toBe('OPTION_INVALID');
    expect(codeOf(() => population({ ranges: bad as never }))).toBe('OPTION_INVALID');
  }
  expect(codeOf(() => bayesian({ ranges, trials: 3 } as never))).toBe('OPTION_UNKNOWN');
  for (const state of [null, {}, { tried: [{ point: [2, 2], score: 1 }] }, { members: [], scores: [], trial: 0 }]) {
    expect(codeOf(() => bayesian({ ranges }, state))).toBe('INPUT_INVALID');
    expect(codeOf(() => population({ ranges }, state))).toBe('INPUT_INVALID');
  }
});

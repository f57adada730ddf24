import { expect, test } from 'vitest';
import { outcomeOf, outcomes, type Problem, ratiosOf, weightCoder, weightSpec } from '../../src/index.js';
import { chain, chainProblem } from '../helpers/chains.js';

const coder = weightCoder(weightSpec({ terms: ['local:A', 'coup:B'] }));

test('steps to nine tenths of the drop, what is left, and what was tried in vain', () => {
  const course = { energies: [10, 5, 2, 0.9, 0.5], backtracks: [0, 1, 1, 4, 4] };
  expect(outcomeOf(course, 0)).toEqual({ steps90: 3, gap: 0.05, backtracks: 4 });
  expect(outcomeOf(course, 0, 1)).toEqual({ steps90: 3, gap: 0.1, backtracks: 3 });
  expect(outcomeOf(course, -90)).toEqual({ steps90: 5, gap: 0.905, backtracks: 4 });
  expect(outcomeOf({ energies: [1], backtracks: [0] }, 1)).toEqual({ steps90: 0, gap: 0, backtracks: 0 });
});

test('ratios are taken to the mean, or to a target; norms of 0 are in balance', () => {
  expect(ratiosOf([1, 3])).toEqual([0.5, 1.5]);
  expect(ratiosOf([1, 3], 2)).toEqual([0.5, 1.5]);
  expect(ratiosOf([1, 3], 4)).toEqual([0.25, 0.75]);
  expect(ratiosOf([0, 0])).toEqual([1, 1]);
});

test('a prompt says which term it is about: its own token, or that of its kind', () => {
  const { tokens, promptOf } = coder;
  const prompt = promptOf(['local:A', 'coup:B', 'local:New', 'coup:New'], [1, 1, 1 / 16, 100]);
  const which = prompt.map(([identity]) => identity! - tokens.identity(0));
  expect(which).toEqual([2, 3, 0, 1]);
  // Ratios from 1/16 to 4 on nine levels: 1 is the fifth of six octaves, 5.33 of 8.
  expect(prompt.map(([, ratio]) => ratio)).toEqual([5, 5, 0, 8]);
  expect(tokens.size).toBe(9 + 2 + 2 + 2);
});

/** Ends after three steps instead of seven, with 0.04 of the drop left and three tries in vain instead of none. */
const made: Problem = {
  terms: ['local:A', 'coup:B'],
  trace: {
    energies: [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.1, 0],
    backtracks: [0, 0, 0, 0, 0, 0, 0, 0, 0],
    norms: Array.from({ length: 9 }, () => [1, 1]),
  },
  least: 0,
  relax: (_, multipliers) => ({
    energies: [1, 0.7, 0.3, 0.05, multipliers[0] === 1 ? 0.04 : 5],
    backtracks: [0, 3, 3, 3, 3],
  }),
};

test('the reward by hand: half the steps are worth 1, a gap and tries cost', () => {
  const middle = [4, 4];
  const judge = (options: object) =>
    outcomes([made], coder, options).judge({ problem: made, from: 0 }, [middle])[0]!.total;
  expect(judge({ gap: 0, backtracks: 0 })).toBeCloseTo(1, 12);
  expect(judge({ speed: 0, backtracks: 0, gap: 2 })).toBeCloseTo(-0.08, 12);
  expect(judge({ speed: 0, gap: 0, backtracks: 1 })).toBeCloseTo(-2, 12);
  expect(judge({ speed: 0, gap: 0, backtracks: 0, balance: 1 })).toBeCloseTo(0, 12);
  expect(judge({})).toBeCloseTo(1 - 0.04 - 0.2, 12);
});

test('a gap larger than the whole drop counts as the whole', () => {
  const [reward] = outcomes([made], coder, { speed: 0, backtracks: 0 }).judge({ problem: made, from: 0 }, [[8, 4]]);
  expect(reward!.total).toBeCloseTo(-1, 12);
});

test('the balancing reward asks for multipliers against the ratios', () => {
  const off: Problem = { ...made, trace: { ...made.trace, norms: made.trace.energies.map(() => [0.5, 1.5]) } };
  const environment = outcomes([off], coder, { speed: 0, gap: 0, backtracks: 0, balance: 1 });
  const [even, against] = environment.judge({ problem: off, from: 0 }, [
    [4, 4],
    [6, 3],
  ]);
  expect(even!.total).toBeCloseTo(-(1 + 1 / 3) / 2, 12);
  // Levels 6 and 3 stand for 2 and 2^-0.5.
  expect(against!.total).toBeCloseTo(-(Math.SQRT1_2 - 2 / 3) / 2, 12);
});

test('tasks are the same for the same update; the share that starts later is as asked for, before the drop is done', () => {
  const environment = outcomes([made, chainProblem(1)], coder, { later: 0.5, seed: 3 });
  expect(environment.tasks(4, 3)).toEqual(environment.tasks(4, 3));
  const tasks = Array.from({ length: 200 }, (_, update) => environment.tasks(update, 4)).flat();
  for (const { problem, from } of tasks) expect(from).toBeLessThan(outcomeOf(problem.trace, problem.least).steps90);
  const early = outcomes([made], coder, { later: 0 }).tasks(0, 50);
  expect(early.every(({ from }) => from === 0)).toBe(true);
  expect(tasks.some(({ from }) => from > 0)).toBe(true);
});

test('a problem without a way to go cannot be learnt from', () => {
  const still: Problem = { ...made, trace: { energies: [0], backtracks: [0], norms: [[0, 0]] } };
  expect(() => outcomes([still], coder)).toThrow('there is no problem with a way to go');
  expect(() => outcomes([], coder)).toThrow('INPUT_INVALID');
});

test('a recorded problem relaxed under multipliers of 1 is its own trace', () => {
  for (const anneal of [0, 4]) {
    const problem = chainProblem(2, anneal);
    const { energies, backtracks, norms } = problem.trace;
    expect(problem.relax(0, [1, 1])).toEqual({ energies, backtracks });
    const rest = problem.relax(2, [1, 1]);
    rest.energies.forEach((energy, k) => expect(energy).toBeCloseTo(energies[k + 2]!, 12));
    expect(norms).toHaveLength(energies.length);
    expect(problem.relax(energies.length - 1, [1, 1]).energies).toHaveLength(1);
    const { system, eta0 } = chain(2);
    expect(norms[0]).toEqual(Array.from(system.termNorms(eta0, system.unit)));
    expect(problem.least).toBeLessThanOrEqual(energies.at(-1)!);
  }
});

test('other multipliers lead elsewhere, and back to the minimum once they have faded', () => {
  const problem = chainProblem(3);
  const course = problem.relax(0, [4, 0.25]);
  expect(course.energies[1]).not.toBe(problem.trace.energies[1]);
  expect(outcomeOf(course, problem.least).gap).toBeLessThan(1e-6);
  expect(outcomeOf(chainProblem(3, 0).relax(0, [4, 0.25]), problem.least).gap).toBeGreaterThan(1e-3);
});

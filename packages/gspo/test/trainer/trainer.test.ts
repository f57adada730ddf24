import { expect, test } from 'vitest';
import {
  type Environment,
  gru,
  readCheckpoint,
  train,
  trainer,
  type TrainerState,
  type UpdateRow,
  vocabulary,
  writeCheckpoint,
} from '../../src/index.js';
import { balancer, heldOut, heldOutError, tokens } from '../helpers/balancing.js';

const finite = ({ parameters }: TrainerState): boolean => parameters.every(Number.isFinite);

/** Two levels; answers of the tasks' lengths are worth what `worth` says. */
const rewarding = (worth: (answer: readonly number[]) => number, length = 2): Environment<number> => ({
  tasks: (_, count) => Array.from({ length: count }, (_, k) => k),
  prompt: () => Array.from({ length }, () => [0]),
  judge: (_, answers) => answers.map((answer) => ({ total: worth(answer) })),
});
const two = vocabulary(2);
const small = gru({ vocabulary: two.size, hidden: 4 });

test('the policy learns to balance ratios that it never saw: error at most 0.2 within 200 updates', () => {
  const given = balancer({ seed: 3 }, 32);
  const begin = given.begin();
  expect(heldOutError(given, begin)).toBeGreaterThan(0.6);
  expect(heldOutError(given, train(given, begin, 200))).toBeLessThan(0.2);
});

test('a reward for the whole answer is learnt too: the other one of two tokens, at every place', () => {
  const shown = [0, 1, 1, 0, 1];
  const environment: Environment<number> = {
    ...rewarding((answer) => answer.filter((token, t) => token !== shown[t]).length),
    prompt: () => shown.map((token) => [token]),
  };
  for (const level of ['sequence', 'token', 'grpo'] as const) {
    const given = trainer(small, two, environment, { level, rate: 0.02 });
    const { parameters } = train(given, given.begin(), 150);
    expect(given.decode({ parameters }, [0])).toEqual([[1, 0, 0, 1, 0]]);
  }
});

test('training that is written and read half-way ends with the same bits', () => {
  for (const kl of [0, 0.01]) {
    const given = balancer({ kl, innerSteps: 2, seed: 5 });
    const whole = train(given, given.begin(), 12);
    const half = train(given, given.begin(), 6);
    const resumed = train(given, readCheckpoint(writeCheckpoint(half)), 12);
    expect(resumed).toEqual(whole);
    expect(writeCheckpoint(resumed)).toBe(writeCheckpoint(whole));
  }
});

test('an update leaves the state that it was given as it was', () => {
  const given = balancer({ kl: 0.1 });
  const state = given.begin();
  const before = writeCheckpoint(state);
  given.update(state);
  expect(writeCheckpoint(state)).toBe(before);
});

test('on the first inner step all ratios are 1 and nothing is clipped; later ones are clipped', () => {
  const rows = (innerSteps: number): UpdateRow => {
    const given = balancer({ innerSteps });
    return given.update(given.begin()).row;
  };
  expect(rows(1)).toMatchObject({ ratio: 1, clipFraction: 0 });
  expect(rows(4).ratio).not.toBe(1);
  expect(rows(4).clipFraction).toBeGreaterThan(0);
});

test('the reference follows by its decay, stays at 1, and is kept only where it is needed', () => {
  const after = (options: { kl?: number; decay?: number }) => {
    const given = balancer(options);
    const begin = given.begin();
    return { begin, end: given.update(begin).state };
  };
  expect(after({}).end.reference).toBeNull();
  const still = after({ kl: 0.1, decay: 1 });
  expect(still.end.reference).toEqual(still.begin.parameters);
  const same = after({ kl: 0.1, decay: 0 });
  expect(same.end.reference).toEqual(same.end.parameters);
  const { begin, end } = after({ kl: 0.1, decay: 0.75 });
  end.reference!.forEach((r, k) => expect(r).toBeCloseTo(0.75 * begin.parameters[k]! + 0.25 * end.parameters[k]!, 12));
});

test('a divergence holds the policy near its reference', () => {
  const moved = (kl: number): number => {
    const given = balancer({ kl, decay: 1, rate: 0.01 });
    return given.update(train(given, given.begin(), 40)).row.kl;
  };
  expect(moved(5)).toBeLessThan(0.5 * moved(1e-6));
});

test('step trains on every so many calls and decodes on all of them', () => {
  const given = balancer({ updateEvery: 3 });
  let state = given.begin();
  const trained = Array.from({ length: 6 }, () => {
    const next = given.step(state, heldOut.slice(0, 2));
    expect(next.answers.map(({ length }) => length)).toEqual([5, 5]);
    state = next.state;
    return next.row !== null;
  });
  expect(trained).toEqual([false, false, true, false, false, true]);
  const never = balancer({ updateEvery: 0 });
  expect(never.step(never.begin(), heldOut.slice(0, 1)).row).toBeNull();
});

test('tasks of different lengths share an update', () => {
  const environment: Environment<number> = {
    tasks: () => [1, 4, 2],
    prompt: (length) => Array.from({ length }, () => [0]),
    judge: (length, answers) =>
      answers.map((answer) => {
        expect(answer).toHaveLength(length);
        return { total: answer[0]!, tokens: answer };
      }),
  };
  for (const layout of ['interleaved', 'prefix', 'echoed'] as const) {
    const given = trainer(small, two, environment, { layout, rate: 0.05 });
    const state = train(given, given.begin(), 60);
    expect(given.decode(state, [1, 4, 2])).toEqual([[1], [1, 1, 1, 1], [1, 1]]);
  }
});

test.each([
  ['a group of one', { group: 1 }, rewarding(([first]) => first!)],
  ['rewards that are all the same', {}, rewarding(() => 7)],
  ['answers without tokens', {}, rewarding(() => 0, 0)],
])('%s: nothing is learnt, nothing breaks', (_, options, environment) => {
  const given = trainer(small, two, environment, options);
  const begin = given.begin();
  const { state, row } = given.update(begin);
  expect(finite(state)).toBe(true);
  expect(state.parameters).toEqual(begin.parameters);
  for (const value of Object.values(row)) expect(Number.isFinite(value)).toBe(true);
});

test.each([NaN, Infinity, -Infinity])('a reward of %s is one clear error', (reward) => {
  const given = trainer(
    small,
    two,
    rewarding(() => reward),
  );
  expect(() => given.update(given.begin())).toThrow(/INPUT_INVALID: a reward is (NaN|-?Infinity) \(at rewards\[0\]\)/);
});

test('a reward for a token that is NaN, or missing, is an error too', () => {
  const judged = (tokens: readonly number[]) =>
    trainer(small, two, {
      ...rewarding(() => 1),
      judge: (_, answers) => answers.map(() => ({ total: 0, tokens })),
    });
  for (const tokens_ of [[0, NaN], [0], [0, 0, 0]]) {
    const given = judged(tokens_);
    expect(() => given.update(given.begin())).toThrow('INPUT_INVALID');
  }
});

test('parameters that have run away are refused before they spread', () => {
  const given = balancer();
  const begin = given.begin();
  const broken = { ...begin, parameters: begin.parameters.map(() => NaN) };
  expect(() => given.update(broken)).toThrow('INPUT_INVALID');
});

test('a policy of another vocabulary is refused', () => {
  expect(() =>
    trainer(
      small,
      tokens,
      rewarding(() => 0),
    ),
  ).toThrow('the policy knows 4 tokens, the vocabulary has 18');
});

test.each(['{', '{}', '{"gspo":1}', '[]', 'null'])('%s is no checkpoint', (text) => {
  expect(() => readCheckpoint(text)).toThrow('INPUT_INVALID');
});

test('a checkpoint with a number that is not finite, or too few, is refused with its place', () => {
  const given = balancer();
  const tree = JSON.parse(writeCheckpoint(given.begin())) as { parameters: unknown[] };
  const parameters = [...tree.parameters];
  parameters[3] = null;
  expect(() => readCheckpoint(JSON.stringify({ ...tree, parameters }))).toThrow('(at parameters[3])');
  expect(() => readCheckpoint(JSON.stringify({ ...tree, parameters: [1] }))).toThrow('(at adam.mean)');
});

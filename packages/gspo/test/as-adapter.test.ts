import { advance, begin, maxSteps, proceed, readState, relax, type Solution, steps, writeState } from '@cfc/core';
import { expect, test } from 'vitest';
import {
  gspoWeights,
  outcomeOf,
  outcomes,
  readWeightPolicy,
  train,
  trainer,
  weightCoder,
  weightSpec,
  writeWeightPolicy,
} from '../src/index.js';
import { chain, chainProblem, plan } from './helpers/chains.js';

type Given = Parameters<typeof gspoWeights>[0];

const problems = [0, 1, 2, 3, 4, 5].map((seed) => chainProblem(seed));
const coder = weightCoder(weightSpec({ hidden: 8, terms: problems[0]!.terms }));
const learner = trainer(coder.policy(), coder.tokens, outcomes(problems, coder), {
  group: 8,
  rate: 0.02,
  entropy: 0.02,
});

/** The text of a policy after so many updates. */
const policyAfter = (updates: number): string => {
  const { parameters } = train(learner, learner.begin(), updates);
  return writeWeightPolicy({ spec: coder.spec, parameters });
};
const fresh = policyAfter(0);
const trained = policyAfter(60);

const run = (seed: number, given?: Given): Solution => {
  const { system, eta0 } = chain(seed);
  return relax(system, eta0, given === undefined ? plan : { ...plan, adapter: gspoWeights(given) });
};

/** The weights of every step. */
function weightsOf(given: Given, most = 30): readonly (readonly number[])[] {
  const { system, eta0 } = chain(50);
  const stop = maxSteps({ steps: most });
  return [...steps(system, eta0, { ...plan, stop, adapter: gspoWeights(given) })].map(({ weights }) => [...weights]);
}

test('learnt weights bring systems that were never seen to nine tenths of the drop in fewer steps than none', () => {
  const saved = Array.from({ length: 30 }, (_, k) => 100 + k).map((seed) => {
    const { system, eta0 } = chain(seed);
    const { unitEnergy: least } = run(seed);
    const stepsOf = (adapter: object): number => {
      const energies = [system.energy(eta0, system.unit)];
      for (const { unitEnergy } of steps(system, eta0, { ...plan, ...adapter })) energies.push(unitEnergy);
      return outcomeOf({ energies, backtracks: energies.map(() => 0) }, least).steps90;
    };
    return stepsOf({}) - stepsOf({ adapter: gspoWeights({ policy: trained }) });
  });
  const mean = saved.reduce((sum, steps) => sum + steps, 0) / saved.length;
  const variance = saved.reduce((sum, steps) => sum + (steps - mean) ** 2, 0) / (saved.length - 1);
  // The mean lies more than four of its standard errors above none.
  expect(mean - 4 * Math.sqrt(variance / saved.length)).toBeGreaterThan(0);
});

test('a run ends under the weights of the system and at its minimum, whatever the policy said', () => {
  for (const policy of [fresh, trained]) {
    const [free, learnt] = [run(7), run(7, { policy })];
    expect(learnt.outcome).toBe('converged');
    expect(Object.values(learnt.weights)).toEqual([1, 1]);
    expect(learnt.unitEnergy).toBeCloseTo(free.unitEnergy, 10);
  }
});

test('the multipliers fall evenly in their logarithm, or stay', () => {
  const faded = weightsOf({ policy: trained, anneal: 4 });
  const [first] = faded;
  expect(first).not.toEqual([1, 1]);
  [1, 0.75, 0.5, 0.25, 0, 0].forEach((left, step) => {
    faded[step]!.forEach((weight, t) => expect(weight).toBeCloseTo(first![t]! ** left, 12));
  });
  expect(new Set(weightsOf({ policy: trained, anneal: 0 }).map(String)).size).toBe(1);
});

test('one reading is one decoding of the prompt', () => {
  const { system, eta0 } = chain(50);
  const problem = chainProblem(50);
  const { parameters } = readWeightPolicy(trained);
  const [answer] = learner.decode({ parameters }, [{ problem, from: 0 }]);
  const { weights } = begin(system, eta0, { ...plan, adapter: gspoWeights({ policy: trained }) });
  expect([...weights]).toEqual(answer!.map((level) => coder.levels.valueOf(level)));
});

test.each([
  ['a trained policy that is read once', { policy: trained }],
  ['a trained policy that is read again and again', { policy: trained, every: 2, share: 0.5 }],
  ['an untrained one that trains on the way', { policy: 'untrained', every: 1, anneal: 0, updateEvery: 2 }],
])('a run with %s, written half-way and read back, ends with the same bits', (_, given) => {
  const { system, eta0 } = chain(9);
  const whole = { ...plan, stop: maxSteps({ steps: 12 }), adapter: gspoWeights(given) };
  let state = begin(system, eta0, whole);
  for (let step = 0; step < 5; step++) ({ state } = advance(system, whole, state));
  const resumed = proceed(system, whole, readState(writeState(state)));
  const straight = relax(system, eta0, whole);
  expect(resumed.vector).toEqual(straight.vector);
  expect(writeState(resumed.state)).toBe(writeState(straight.state));
});

test('an untrained policy trains during the run, every so many readings, and tells of it', () => {
  const { system, eta0 } = chain(4);
  const adapter = gspoWeights({ policy: 'untrained', every: 1, updateEvery: 3, anneal: 0 });
  const events = [...steps(system, eta0, { ...plan, stop: maxSteps({ steps: 9 }), adapter })];
  const trainedAt = events.filter(({ facts }) => 'gspoReward' in facts).map(({ step }) => step);
  expect(trainedAt).toEqual([2, 5, 8]);
  for (const { facts, weights } of events) {
    for (const value of [...Object.values(facts), ...weights]) expect(Number.isFinite(value)).toBe(true);
    for (const weight of weights) expect(weight).toBeGreaterThanOrEqual(0.25);
  }
});

test.each([
  ['every', { every: 1 }],
  ['share', { share: 0.5 }],
  ['anneal', { anneal: 3 }],
  ['target', { target: 100 }],
  ['updateEvery', { every: 1, updateEvery: 1 }],
  ['policy', { policy: trained }],
])('the option %s makes a difference', (_, given) => {
  expect(weightsOf({ policy: fresh, ...given })).not.toEqual(weightsOf({ policy: fresh }));
});

test.each([
  ['rate', { rate: 0.5 }],
  ['seed', { seed: 3 }],
])('the option %s makes a difference to a policy that trains', (_, given) => {
  const base = { policy: 'untrained', every: 1, updateEvery: 1, anneal: 0 };
  expect(weightsOf({ ...base, ...given })).not.toEqual(weightsOf(base));
});

test('a policy that neither is trained nor trains is refused', () => {
  expect(() => gspoWeights({ policy: 'untrained' })).toThrow(
    'OPTION_INVALID: the policy is untrained and never trains',
  );
  // @ts-expect-error -- a policy has to be given
  expect(() => gspoWeights()).toThrow('the option "policy" is needed');
});

test.each([
  ['{', 'not JSON (at GspoWeights.policy)'],
  ['{"gspo":1}', 'not a policy of weights (at GspoWeights.policy)'],
  ['null', 'not a policy of weights (at GspoWeights.policy)'],
  ['{"gspoWeights":1,"spec":{"hidden":0}}', '0 is not a whole number >= 1 and <= 4096'],
  ['{"gspoWeights":1,"spec":null}', 'null is not a map (at GspoWeights.policy: spec)'],
  ['{"gspoWeights":1,"parameters":[]}', 'undefined is not a map'],
  ['{"gspoWeights":1,"spec":{"terms":[1]}}', 'a list of 1 is not a list of keys'],
  ['{"gspoWeights":1,"spec":{"hidden":2},"parameters":[1,2]}', 'there are 2 numbers, not'],
  [fresh.replace('"parameters":[', '"parameters":[null,'), 'there are'],
  [fresh.replace(/"parameters":\[[^,]+/, '"parameters":["NaN"'), '"NaN" is not finite'],
])('the text %.40s is no policy', (policy, message) => {
  expect(() => gspoWeights({ policy })).toThrow(`INPUT_INVALID: ${message}`);
});

test('policies are read back to the bit', () => {
  expect(writeWeightPolicy(readWeightPolicy(trained))).toBe(trained);
});

test('terms that the policy never saw are read by their kind', () => {
  const other = weightCoder(weightSpec({ hidden: 4, terms: ['local:Elsewhere'] }));
  const policy = writeWeightPolicy({ spec: other.spec, parameters: other.policy().initial(1) });
  expect(run(3, { policy }).outcome).toBe('converged');
});

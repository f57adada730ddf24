import { expect, test } from 'vitest';
import {
  baseFault,
  controlTask,
  groupSplit,
  h21Task,
  iidSplit,
  parseCicy,
  poolOf,
  toricBases,
  trainOn,
  validityTask,
} from '../../src/index.js';
import { entryText, threefolds } from '../support/cicy.js';
import { errorCode } from '../support/error-code.js';
import { parsed } from '../support/parsed.js';

const validity = validityTask({ maxRays: 14, count: 1200 });
const split = groupSplit(validity.examples, ({ group }) => group);

test('half of the surfaces are bases; the others close, have as many curves, and are none', () => {
  const { examples, graphs } = validity;
  expect(examples.length).toBe(1200);
  expect(examples.filter(({ label }) => label === 1).length).toBe(600);
  for (const [i, { values }] of graphs!.entries()) {
    expect(baseFault(values) === null).toBe(examples[i]!.label === 1);
    expect(values.reduce((sum, s) => sum + s, 0)).toBe(12 - 3 * values.length);
  }
});

test('a base and its near miss are on one side', () => {
  const tests = new Set(split.test);
  for (let i = 0; i < validity.examples.length; i += 2) {
    expect(tests.has(validity.examples[i]!.id)).toBe(tests.has(validity.examples[i + 1]!.id));
  }
});

test('order tells bases from near misses, and the controls fail', () => {
  const accuracy = (...[baseline, features]: [Parameters<typeof trainOn>[2], string?]): number =>
    trainOn(validity, split, baseline, features === undefined ? {} : { features }).scores.accuracy;
  const [bag, windows] = [accuracy('forest', 'bag'), accuracy('forest', 'windows3')];
  expect(accuracy('majority')).toBe(0.5);
  expect(windows).toBeGreaterThan(0.8);
  expect(windows).toBeGreaterThan(bag + 0.1);
  expect(Math.abs(accuracy('forestShuffled', 'windows3') - 0.5)).toBeLessThan(0.12);
});

test('regimes are not learnt from geometry that they do not depend on', () => {
  const { task, labels } = controlTask([...toricBases({ maxRays: 11 })]);
  expect(labels.length).toBe(task.examples.length);
  const sides = iidSplit(task.examples, ({ label }) => task.classes[label]!);
  const majority = trainOn(task, sides, 'majority').scores.accuracy;
  expect(trainOn(task, sides, 'logistic').scores.accuracy).toBeLessThan(majority + 0.03);
});

test('h21 is asked of matrices, without Hodge numbers among the features', async () => {
  const text = Object.values(threefolds)
    .map((one, i) => entryText(i + 1, one))
    .join('\n');
  const task = h21Task(await parsed(parseCicy, text));
  const table = task.features['statistics']!([]);
  expect(task.examples.map(({ label }) => task.classes[label])).toEqual([...new Array<string>(7).fill('high'), 'low']);
  expect(new Set(table.from)).toEqual(new Set(['matrix', 'chern']));
  expect(table.rows.length).toBe(8);
});

test('what a task does not have is an error', () => {
  expect(() => trainOn(validity, split, 'forest', { features: 'label' })).toThrow('no features "label"');
  expect(errorCode(() => poolOf(validity, split, 'bags'))).toBe('INPUT_INVALID');
  const { graphs, ...flat } = validity;
  expect(graphs).toBeDefined();
  expect(errorCode(() => trainOn(flat, split, 'graph'))).toBe('INPUT_INVALID');
  expect(errorCode(() => trainOn(validity, { ...split, train: ['?'] }, 'forest'))).toBe('INPUT_INVALID');
  expect(errorCode(() => validityTask({}, [[1, 1, 1]]))).toBe('INPUT_INVALID');
});

import { expect, test } from 'vitest';
import {
  alertsOf,
  bayesian,
  coefficientsFromGram,
  combine,
  createIndexed,
  createTarget,
  doctor,
  gate,
  population,
  readDualConfig,
} from '../src/index.js';

const bare = (call: unknown): (() => unknown) => call as () => unknown;

test.each([
  ['combine', bare(combine), 'INPUT_INVALID: the gradients are undefined (at gradients)'],
  ['coefficientsFromGram', bare(coefficientsFromGram), 'INPUT_INVALID: the matrix is undefined (at gram)'],
  ['doctor', bare(doctor), 'INPUT_INVALID: the rows are undefined (at doctor)'],
  ['alertsOf', bare(alertsOf), 'INPUT_INVALID: the rows are undefined (at alertsOf)'],
  ['gate', bare(gate), 'INPUT_INVALID: the rows are undefined (at baseline)'],
  ['bayesian', bare(bayesian), 'OPTION_INVALID: the options are undefined (at bayesian)'],
  ['population', bare(population), 'OPTION_INVALID: the options are undefined (at population)'],
  ['createIndexed', bare(createIndexed), 'OPTION_INVALID: the options are undefined (at indexed)'],
])('%s without arguments is one error with its place', (_, call, told) => {
  expect(call).toThrow(told);
});

test('a row or a row of a matrix that is none is told of', () => {
  expect(() => doctor([null as never])).toThrow('INPUT_INVALID: a row is null (at doctor[0])');
  expect(() => coefficientsFromGram([null as never])).toThrow('INPUT_INVALID: the matrix is not square (at gram)');
});

test('options that contradict each other are told with the place of the target', () => {
  const adaptive = { type: 'adaptive', start: 1, goal: 0, success: 0.2 } as const;
  expect(() => createTarget(adaptive, 'losses.a.target')).toThrow('lies above success 0.2 (at losses.a.target)');
});

/* Found by fuzzing: the state of its alerts was looked up in a prototype. */
test('a constraint, or a key of a configuration, that is called __proto__ is refused', () => {
  const losses = '{ "kl": { "target": 0 }, "__proto__": { "target": 0.5, "normalizer": "none" } }';
  const tree = (text: string): unknown => JSON.parse(text) as unknown;
  const read = (text: string) => () => readDualConfig(tree(text));
  expect(read(`{ "losses": ${losses} }`)).toThrow('OPTION_INVALID: a constraint is called __proto__');
  expect(read('{ "losses": { "hasOwnProperty": { "target": 0, "normalizer": "none" } } }')).toThrow(
    'OPTION_INVALID: a constraint is called hasOwnProperty',
  );
  expect(read(`{ "preset": "json-agent", "losses": ${losses} }`)).toThrow(/^OPTION_/);
  expect(read('{ "preset": "json-agent", "__proto__": { "losses": {} } }')).toThrow(
    'OPTION_UNKNOWN: no key "__proto__"',
  );
  expect({}).not.toHaveProperty('target');
});

/* Found by fuzzing: names were made texts before they were looked at. */
test.each([[6], [null], [['rank']], [{ toString: null }]])(
  'the name %j is refused where a text is expected',
  (name) => {
    const of = (loss: object, more: object = {}) => ({
      losses: { kl: { target: 0, normalizer: 'none', ...loss } },
      dual: more,
    });
    for (const tree of [
      of({ target: { type: name } }),
      of({ normalizer: { type: name } }),
      of({ controller: { type: name } }),
      of({ penalty: { type: name } }),
      of({}, { families: [{ members: [name], budget: 1 }] }),
      { ...of({}), preset: name },
    ]) {
      expect(() => readDualConfig(tree)).toThrow(/^(OPTION_INVALID|NAME_UNKNOWN): /);
    }
  },
);

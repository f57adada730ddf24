import { expect, test } from 'vitest';
import {
  type Plan,
  advance,
  begin,
  checkState,
  maxSteps,
  projectedLbfgs,
  ramp,
  readState,
  writeState,
} from '../../src/index.js';
import { mixed, mixedStart } from '../support/mixed.js';

const plan: Plan = { method: projectedLbfgs(), schedule: ramp(), stop: maxSteps({ steps: 20 }), seed: 5 };
let state = begin(mixed, mixedStart, plan);
for (let k = 0; k < 4; k++) state = advance(mixed, plan, state).state;
const written = writeState(state);

/** The state with one part of its JSON changed. */
function changed(path: string, value: unknown): string {
  const tree = JSON.parse(written) as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop()!;
  const node = names.reduce((from, name) => from[name] as Record<string, unknown>, tree);
  node[last] = value;
  return JSON.stringify(tree);
}

test('a state that was written and read fits the system and the plan', () => {
  expect(() => checkState(mixed, plan, readState(written))).not.toThrow();
  const ended = { ...readState(written), outcome: 'stopped', reason: 'enough' } as const;
  expect(() => checkState(mixed, plan, ended)).not.toThrow();
});

/* Found by fuzzing: each of them ended in a TypeError or a RangeError of the language, some steps later. */
test.each([
  ['point.eta', undefined, 'point.eta is undefined, not a vector'],
  ['point.eta', { $f64: [0.5] }, 'point.eta has 1 numbers, not'],
  ['point.eta', { $f64: Array(mixed.size).fill(7) }, 'an order parameter is not in [0, 1]'],
  ['point.energy', 'low', 'point.energy is "low", not a number'],
  ['point.gradient', [], 'point.gradient is a list of 0, not a vector'],
  ['weights', { $f64: [1] }, 'weights has 1 numbers, not'],
  ['multipliers', null, 'multipliers is null, not a vector'],
  ['multipliers', { $f64: Array(mixed.terms.length).fill(-1) }, 'a weight is below 0'],
  ['steps', -1, 'steps is -1, not a count'],
  ['steps', { $number: 'NaN' }, 'steps is NaN, not a count'],
  ['accepted', 0.5, 'accepted is 0.5, not a count'],
  ['evaluations', {}, 'evaluations.energy is undefined, not a count'],
  ['outcome', 'well', 'the outcome is "well"'],
  ['method', null, 'what a piece of the plan remembers is not its own: '],
  ['method.pairs', [{}], 'what a piece of the plan remembers is not its own: '],
])('%s = %j is refused by one error', (path, value, told) => {
  const check = () => {
    const read = readState(changed(path, value));
    checkState(mixed, plan, read, 'out/state.json');
  };
  expect(check).toThrow(`INPUT_INVALID: ${told}`);
});

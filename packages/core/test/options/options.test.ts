import { describe, expect, test } from 'vitest';
import {
  choice,
  defineModule,
  flag,
  integer,
  list,
  maxSteps,
  neededList,
  neededNumber,
  neededPiece,
  number,
  numbers,
  piece,
  pieces,
  text,
} from '../../src/index.js';
import { fill } from '../../src/options/fill.js';
import { errorOf } from '../support/errors.js';

const fields = {
  share: number(0.5, 'a share', { min: 0, max: 1 }),
  length: number(1, 'a length', { above: 0, below: 10 }),
  count: integer(3, 'how many', { min: 1 }),
  name: text('x', 'a name'),
  way: choice('up', ['up', 'down'], 'which way'),
  loud: flag(false, 'whether'),
  starts: numbers('a start for each', { min: 0 }),
  samples: list([0.5, 1], 'readings', { min: 0, max: 1, least: 2 }),
  stop: piece('stop', maxSteps(), 'when to stop'),
  extra: piece('stop', null, 'another, or none'),
  stops: pieces('stop', 'several'),
};
const filled = (given?: unknown) => fill(fields, given, 'Thing');

test('defaults are filled in, given values kept, and the result is frozen', () => {
  const options = filled({ share: 1, name: 'y', starts: { a: 2 } });
  expect(options).toMatchObject({ share: 1, length: 1, count: 3, name: 'y', way: 'up', loud: false, starts: { a: 2 } });
  expect(options.samples).toEqual([0.5, 1]);
  expect(options.extra).toBeNull();
  expect(options.stops).toEqual([]);
  expect(Object.isFrozen(options)).toBe(true);
  expect(filled(undefined).share).toBe(0.5);
  expect(filled({ share: undefined }).share).toBe(0.5);
});

describe('a value out of type or range is refused, with its place and what is expected', () => {
  const cases: readonly (readonly [object, string])[] = [
    [{ share: '0.5' }, '"0.5" is not a finite number >= 0 and <= 1 (at Thing.share)'],
    [{ share: 1.01 }, '1.01 is not a finite number >= 0 and <= 1'],
    [{ share: NaN }, 'NaN is not a finite number'],
    [{ share: null }, 'null is not a finite number'],
    [{ length: 0 }, '0 is not a finite number > 0 and < 10'],
    [{ length: 10 }, '10 is not a finite number > 0 and < 10'],
    [{ length: Infinity }, 'Infinity is not a finite number'],
    [{ count: 1.5 }, '1.5 is not a whole number >= 1'],
    [{ count: 0 }, '0 is not a whole number >= 1'],
    [{ name: '' }, '"" is not a text that is not empty'],
    [{ name: 3 }, '3 is not a text'],
    [{ way: 'left' }, '"left" is not one of up, down (at Thing.way). Give one of up, down.'],
    [{ loud: 1 }, '1 is not true or false'],
    [{ starts: [1] }, 'a list of 1 is not a map from names to numbers'],
    [{ starts: { a: -1 } }, '-1 is not a finite number >= 0 (at Thing.starts.a)'],
    [{ samples: 3 }, '3 is not a list of 2 or more numbers >= 0 and <= 1 (at Thing.samples)'],
    [{ samples: Float64Array.of(1, 1) }, 'an object is not a list of 2 or more numbers'],
    [{ samples: [1] }, 'a list of 1 is not a list of 2 or more numbers'],
    [{ samples: [0, '1'] }, '"1" is not a finite number >= 0 and <= 1 (at Thing.samples[1])'],
    // eslint-disable-next-line no-sparse-arrays -- a program without types may hand one over
    [{ samples: [0, , 1] }, 'undefined is not a finite number >= 0 and <= 1 (at Thing.samples[1])'],
    [{ samples: [0, 0, 2] }, '2 is not a finite number >= 0 and <= 1 (at Thing.samples[2])'],
    [{ stop: maxSteps }, 'a function is not a piece of the slot "stop"'],
    [{ stop: null }, 'null is not a piece of the slot "stop"'],
    [{ stop: { slot: 'guard' } }, 'an object is not a piece of the slot "stop"'],
    [{ stops: maxSteps() }, 'an object is not a list of pieces of the slot "stop"'],
    [{ stops: [maxSteps(), 3] }, '3 is not a piece of the slot "stop" (at Thing.stops[1])'],
  ];
  test.each(cases)('%o', (given, told) => {
    const error = errorOf(() => filled(given));
    expect(error.code).toBe('OPTION_INVALID');
    expect(error.message).toContain(told);
  });
});

test('a list is copied and frozen unless it is frozen already', () => {
  const given = [0.25, 0.75];
  const { samples } = filled({ samples: given });
  given[0] = 0;
  expect(samples).toEqual([0.25, 0.75]);
  expect(Object.isFrozen(samples) && Object.isFrozen(filled().samples)).toBe(true);
  expect(filled({ samples }).samples).toBe(samples);
  expect(errorOf(() => filled({ samples: Object.freeze([0, 2]) })).where).toBe('Thing.samples[1]');
});

test('an option that nobody reads is refused, with the nearest name', () => {
  const error = errorOf(() => filled({ cuont: 3 }));
  expect(error).toMatchObject({ code: 'OPTION_UNKNOWN', what: 'no option "cuont"', where: 'Thing' });
  expect(error.fix).toMatch(/^Did you mean "count"\? Known: share, length, count/);
  expect(errorOf(() => filled({ somethingElse: 3 })).fix).toMatch(/^Known: share/);
  expect(errorOf(() => fill({}, { a: 1 }, 'Nothing')).fix).toBe('There are none.');
  expect(errorOf(() => filled(JSON.parse('{"__proto__": 1}'))).code).toBe('OPTION_UNKNOWN');
});

test('options that are no map are refused', () => {
  for (const given of [3, 'x', [1], null]) {
    expect(errorOf(() => filled(given))).toMatchObject({ code: 'OPTION_INVALID', where: 'Thing' });
  }
});

test('a needed option that is missing is named, with its meaning', () => {
  const needed = {
    target: neededNumber('the largest bound', { above: 0 }),
    inner: neededPiece('stop', 'the inner one'),
    weights: neededList('one for each'),
  };
  expect(errorOf(() => fill(needed, {}, 'Thing')).message).toBe(
    'OPTION_INVALID: the option "target" is needed (at Thing). It is: the largest bound.',
  );
  expect(errorOf(() => fill(needed, { target: 1 }, 'Thing')).what).toBe('the option "inner" is needed');
  expect(errorOf(() => fill(needed, { target: 0, inner: maxSteps() }, 'Thing')).code).toBe('OPTION_INVALID');
  expect(errorOf(() => fill(needed, { target: 1, inner: maxSteps() }, 'Thing')).what).toBe(
    'the option "weights" is needed',
  );
  expect(fill(needed, { target: 1, inner: maxSteps(), weights: [] }, 'Thing')).toMatchObject({
    target: 1,
    weights: [],
  });
});

test('definitions say what they are, and what they make is frozen', () => {
  const well = defineModule({
    name: 'WellModule',
    meaning: 'a parabola',
    options: { at: number(0.5, 'its lowest point') },
    eta: (input: number) => input,
    energy: (eta, { at }) => (eta - at) ** 2,
    slope: (eta, { at }) => 2 * (eta - at),
  });
  expect([well.slot, well.name, well.meaning]).toEqual(['module', 'WellModule', 'a parabola']);
  expect(well.fields.at.fallback).toBe(0.5);
  const made = well({ at: 0.25 });
  expect(made).toMatchObject({ slot: 'module', name: 'WellModule', options: { at: 0.25 } });
  expect(Object.isFrozen(made) && Object.isFrozen(well) && Object.isFrozen(made.family)).toBe(true);
});

import { expect, test } from 'vitest';
import { type System, checkEta, defineModule, defineSystem, landau, readEta, readOneEta } from '../../src/index.js';
import { codeOf, errorOf } from '../support/errors.js';

const reading = defineModule({
  name: 'ReadingModule',
  meaning: 'reads the value of its input',
  options: {},
  eta(input: { value: number }) {
    if (input.value === 13) throw new Error('unlucky');
    return input.value;
  },
  energy: () => 0,
  slope: () => 0,
});
const source = defineSystem({ modules: { x: landau(), y: reading() } });
const loose = source as unknown as System;

test('every order parameter is read off its input', () => {
  expect(readEta(source, { x: 0.25, y: { value: 1 } })).toEqual(Float64Array.of(0.25, 1));
  expect(readOneEta(loose, 'y', { value: 0.5 })).toBe(0.5);
});

test.each([
  ['a missing input', { x: 0.5 }, 'INPUT_INVALID', 'module "y" has no input (at inputs.y)'],
  ['an input of no module', { x: 0.5, y: { value: 0 }, z: 1 }, 'NAME_UNKNOWN', 'no module "z"'],
  [
    'an input that the family refuses',
    { x: 2, y: { value: 0 } },
    'INPUT_INVALID',
    'the input 2 is not a number in [0, 1] (at inputs.x)',
  ],
  [
    'an input on which the family throws',
    { x: 0, y: { value: 13 } },
    'INPUT_INVALID',
    'ReadingModule threw "unlucky" (at inputs.y)',
  ],
  ['η above 1', { x: 0, y: { value: 1.5 } }, 'INPUT_INVALID', 'ReadingModule read η = 1.5 (at inputs.y)'],
  ['η below 0', { x: 0, y: { value: -0.5 } }, 'INPUT_INVALID', 'ReadingModule read η = -0.5'],
  ['η that is no number', { x: 0, y: { value: NaN } }, 'INPUT_INVALID', 'ReadingModule read η = NaN'],
])('%s is an error that names the module', (_name, inputs, code, told) => {
  const error = errorOf(() => readEta(loose, inputs));
  expect(error.code).toBe(code);
  expect(error.message).toContain(told);
});

test('order parameters given as such are copied', () => {
  const given = Float64Array.of(0.1, 0.2);
  const checked = checkEta(source, given);
  expect(checked).toEqual(given);
  expect(checked).not.toBe(given);
  expect(checkEta(source, { y: 0.2, x: 0.1 })).toEqual(given);
  expect(codeOf(() => readOneEta(loose, 'z', 1))).toBe('NAME_UNKNOWN');
});

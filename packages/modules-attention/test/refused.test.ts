import { expect, test } from 'vitest';
import { type AttentionInput, attention } from '../src/index.js';

const two = [
  [1, 2],
  [3, 4],
];
const block = { rows: 2, columns: 2, data: Float64Array.of(1, 2, 3, 4) };
const good = { queries: two, keys: two };

test.each([
  ['no input', undefined, 'INPUT_INVALID', 'undefined is no attention', ''],
  ['no queries', { keys: two }, 'INPUT_INVALID', 'undefined is no matrix', '.queries'],
  ['a number for keys', { queries: two, keys: 3 }, 'INPUT_INVALID', '3 is no matrix', '.keys'],
  ['no rows', { queries: [], keys: two }, 'INPUT_INVALID', 'holds no rows', '.queries'],
  ['rows of nothing', { queries: [[]], keys: two }, 'INPUT_INVALID', 'holds no rows', '.queries'],
  ['a list of numbers', { queries: [1, 2], keys: two }, 'INPUT_INVALID', 'holds no rows', '.queries'],
  [
    'a ragged matrix',
    { queries: two, keys: [[1, 2], [3]] },
    'INPUT_INVALID',
    'has 1 entries, the first has 2',
    '.keys[1]',
  ],
  ['a row that is none', { queries: [[1, 2], 'ab'], keys: two }, 'INPUT_INVALID', '"ab" is no row', '.queries[1]'],
  ['a text', { queries: [[1, '2']], keys: two }, 'INPUT_INVALID', '"2" is no number', '.queries[0][1]'],
  ['NaN', { queries: [[1, NaN]], keys: two }, 'INPUT_INVALID', 'NaN is not a finite number', '.queries[0][1]'],
  ['infinity', { ...good, values: [[0], [Infinity]] }, 'INPUT_INVALID', 'Infinity is not a finite', '.values[1][0]'],
  [
    'NaN in a block',
    { queries: { ...block, data: Float64Array.of(1, 2, 3, NaN) }, keys: two },
    'INPUT_INVALID',
    'NaN',
    '.queries[1][1]',
  ],
  [
    'a block that is too short',
    { queries: { ...block, rows: 3 }, keys: two },
    'INPUT_INVALID',
    '4 entries are not 3 rows of 2',
    '.queries',
  ],
  [
    'a block of no size',
    { queries: { data: block.data }, keys: two },
    'INPUT_INVALID',
    '4 entries are not undefined rows',
    '.queries',
  ],
  [
    'keys of another dimension',
    { queries: two, keys: [[1]] },
    'INPUT_INVALID',
    'keys have 1 columns, queries 2',
    '.keys',
  ],
  ['values of another number', { ...good, values: [[1]] }, 'INPUT_INVALID', '1 values for 2 keys', '.values'],
  ['scores that overflow', { queries: [[1e200]], keys: [[1e200]] }, 'INPUT_INVALID', 'overflow', ''],
  ['a temperature too low for the entries', { ...good, temperature: 5e-324 }, 'INPUT_INVALID', 'overflow', ''],
  ['a temperature of 0', { ...good, temperature: 0 }, 'OPTION_INVALID', '0 is not a finite number > 0', '.temperature'],
  ['a temperature below 0', { ...good, temperature: -1 }, 'OPTION_INVALID', '-1 is not', '.temperature'],
  ['a temperature that is no number', { ...good, temperature: NaN }, 'OPTION_INVALID', 'NaN is not', '.temperature'],
  ['a window below 0', { ...good, before: -1 }, 'OPTION_INVALID', '-1 is not a whole number >= 0', '.before'],
  ['a broken window', { ...good, after: 0.5 }, 'OPTION_INVALID', '0.5 is not a whole number', '.after'],
  ['a mask of another shape', { ...good, mask: [[1, 1]] }, 'INPUT_INVALID', 'no mask of 2 queries and 2 keys', '.mask'],
  ['a ragged mask', { ...good, mask: [[1, 1, 1], [1]] }, 'INPUT_INVALID', 'no mask', '.mask'],
  ['a mask that is none', { ...good, mask: 'all' }, 'INPUT_INVALID', '"all" is no mask', '.mask'],
  [
    'a flag that is none',
    {
      ...good,
      mask: [
        [1, 1],
        [2, 1],
      ],
    },
    'INPUT_INVALID',
    '2 is no flag',
    '.mask[1][0]',
  ],
  [
    'a mask that hides all keys',
    {
      ...good,
      mask: [
        [1, 0],
        [0, 0],
      ],
    },
    'INPUT_INVALID',
    'query 1 sees no key',
    '.mask[1]',
  ],
  [
    'a window that shows no key',
    { queries: [[1], [2], [3]], keys: [[1]], before: 1 },
    'INPUT_INVALID',
    'query 2 sees no key',
    '',
  ],
  ['a name that nobody reads', { ...good, temprature: 1 }, 'OPTION_UNKNOWN', 'no "temprature"', '.temprature'],
])('%s is refused', (_name, input, code, what, where) => {
  const expected = { name: 'CfcError', code, where, what: expect.stringContaining(what) as string };
  expect(() => attention(input as unknown as AttentionInput)).toThrow(expect.objectContaining(expected));
});

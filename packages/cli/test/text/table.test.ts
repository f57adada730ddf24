import { expect, test } from 'vitest';
import { short } from '../../src/text/number.js';
import { table } from '../../src/text/table.js';

test('texts are aligned to the left, numbers to the right, without blanks at the end', () => {
  expect(
    table(
      ['name', 'x', 'note'],
      [
        ['a', '1.5', ''],
        ['long name', '12', 'yes'],
      ],
      [1],
    ),
  ).toBe(['name         x  note', 'a          1.5', 'long name   12  yes'].join('\n'));
});

test('numbers have six digits at most, and 0 no sign', () => {
  expect([0.1 + 0.2, -0, 1e-17, 123456789, -2.5].map(short)).toEqual(['0.3', '0', '1e-17', '123457000', '-2.5']);
});

import { expect, test } from 'vitest';
import { wrapped } from '../../src/text/wrapped.js';

test('lines are as long as the width allows, the indent included', () => {
  expect(wrapped('one two three four', 0, 9)).toBe('one two\nthree\nfour');
  expect(wrapped('one two three four', 2, 9)).toBe('one two\n  three\n  four');
});

test('a word that is longer than a line stands alone, and short text stays as it is', () => {
  expect(wrapped('a incomprehensible b', 0, 5)).toBe('a\nincomprehensible\nb');
  expect(wrapped('short', 4)).toBe('short');
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../scripts/workspace.mjs';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

test('the example of the README is the one of examples/usage', () => {
  expect(read('README.md').split('```js\n')[1]!.split('```')[0]).toBe(read('examples/usage/main.mjs'));
});

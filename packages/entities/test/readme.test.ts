import * as core from '@cfc/core';
import { expect, test } from 'vitest';
import { runExample } from '../../../scripts/readme-example.mjs';
import * as entities from '../src/index.js';

const page = new URL('../README.md', import.meta.url);

test('the example of the README prints what the README says', () => {
  const { printed, told } = runExample(page, { core, entities });
  expect(printed).not.toBe('');
  expect(printed).toBe(told);
});

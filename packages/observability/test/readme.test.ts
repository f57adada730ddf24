import { readFileSync } from 'node:fs';
import * as core from '@cfc/core';
import { expect, test } from 'vitest';
import { runExample } from '../../../scripts/readme-example.mjs';
import * as observability from '../src/index.js';

const page = new URL('../README.md', import.meta.url);

test('the example of the README prints what the README says', () => {
  const { printed, told } = runExample(page, { core, observability });
  expect(printed).not.toBe('');
  expect(printed).toBe(told);
});

test('the options of the budget tracker are all in the table', () => {
  const readme = readFileSync(page, 'utf8');
  const source = readFileSync(new URL('../src/trackers/budget-options.ts', import.meta.url), 'utf8');
  const options = [
    ...source
      .split('interface BudgetOptions')[1]!
      .split('\n}')[0]!
      .matchAll(/readonly (\w+)\?/g),
  ];
  expect(options.length).toBeGreaterThan(8);
  for (const [, name] of options) expect(readme).toContain(`\`${name}\``);
});

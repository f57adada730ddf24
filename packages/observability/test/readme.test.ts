import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = new URL('../README.md', import.meta.url);

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

import { readFileSync } from 'node:fs';
import * as core from '@cfc/core';
import { expect, test } from 'vitest';
import * as observability from '../src/index.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const block = (language: string): string => readme.split(`\`\`\`${language}\n`)[1]!.split('```')[0]!;

test('the example of the README prints what the README says', () => {
  const code = block('js').replaceAll(/import (\{[^}]+\}) from '@cfc\/(\w+)';/g, 'const $1 = $2;');
  const lines: string[] = [];
  const printer = { log: (...values: unknown[]) => void lines.push(values.join(' ')) };
  const run = new Function('core', 'observability', 'console', code) as (...given: unknown[]) => void;
  run(core, observability, printer);
  expect(lines.join('\n').trim()).toBe(block('text').trim());
});

test('the options of the budget tracker are all in the table', () => {
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

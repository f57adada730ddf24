import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../scripts/workspace.mjs';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The first fenced block of a language. */
const block = (language: string): string => readme.split(`\`\`\`${language}\n`)[1]!.split('```')[0]!;

test('the example of the README is the one that is run here', () => {
  expect(block('js')).toBe(readFileSync(join(root, 'examples/usage/main.mjs'), 'utf8'));
});

test('the example of the README prints what the README says', () => {
  const printed = execFileSync(process.execPath, ['main.mjs'], { cwd: join(root, 'examples/usage'), encoding: 'utf8' });
  expect(printed).toBe(block('text'));
});

import { readFileSync, readdirSync } from 'node:fs';
import { svgOf } from '@cfc/observability/node';
import { expect, test } from 'vitest';
import { uses } from '../src/uses.js';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const names = Object.keys(uses);
const page = read('../README.md');

test.each(names)('%s: what is claimed holds, and page and picture are those of the code', async (name) => {
  const { text, claims, picture } = uses[name]!();
  expect(Object.keys(claims).length).toBeGreaterThan(0);
  expect(claims).toEqual(Object.fromEntries(Object.keys(claims).map((claim) => [claim, true])));
  expect(page).toContain(`\n${text}\n`);
  expect(await svgOf(picture)).toBe(read(`../pictures/${name}.svg`));
});

test('every use is one file of at most 150 lines, has one picture and stands on the page', () => {
  expect(readdirSync(new URL('../pictures', import.meta.url)).sort()).toEqual(
    names.map((name) => `${name}.svg`).sort(),
  );
  for (const name of names) {
    expect(read(`../src/${name}.ts`).trimEnd().split('\n').length).toBeLessThanOrEqual(150);
    expect(page).toContain(`](src/${name}.ts)`);
    expect(page).toContain(`](pictures/${name}.svg)`);
  }
});

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { figures } from '../scripts/docs-figures.mjs';
import { brokenLinks, pages as markdownPages } from '../scripts/docs/pages.mjs';
import { pages } from '../scripts/docs-tables.mjs';
import { root } from '../scripts/workspace.mjs';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

test('the tables of commands, columns, errors and pieces are what the code says (else: pnpm docs:tables)', async () => {
  for (const [path, text] of Object.entries(await pages())) expect(read(path), path).toBe(text);
}, 60_000);

test('the figures are what the code draws (else: pnpm docs:figures)', async () => {
  for (const [path, text] of Object.entries(await figures())) expect(read(path), path).toBe(text);
}, 30_000);

test('every plugin states the version of its package', () => {
  const packages = readdirSync(join(root, 'packages')).filter((name) =>
    existsSync(join(root, `packages/${name}/src/plugin.ts`)),
  );
  expect(packages.length).toBeGreaterThan(0);
  for (const name of packages) {
    const { version } = JSON.parse(read(`packages/${name}/package.json`)) as { version: string };
    expect(read(`packages/${name}/src/plugin.ts`), name).toContain(`version: '${version}'`);
  }
});

test('every relative link and anchor in the documentation leads somewhere', () => {
  const broken = markdownPages().flatMap((page) => brokenLinks(page).map((link) => `${page}: ${link}`));
  expect(broken).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assets } from '../../src/dashboard/assets.js';

const root = join(import.meta.dirname, '../..');

test('the page has its files and those of uPlot', () => {
  const files = assets();
  expect(files.get('/')?.body.toString()).toContain('<title>cfc dashboard</title>');
  for (const name of readdirSync(join(root, 'page')).filter((name) => name.endsWith('.js'))) {
    expect(files.get(`/${name}`)?.type).toBe('text/javascript; charset=utf-8');
  }
  expect(files.get('/uplot.js')?.body.toString()).toContain('uPlot');
  expect(files.get('/uplot.css')?.type).toBe('text/css; charset=utf-8');
});

test('the page is part of what is published', () => {
  const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: string[] };
  expect(files).toContain('page');
});

test('without uPlot there is one clear error', () => {
  const { resolve } = createRequire(import.meta.url);
  expect(() => assets((file) => resolve(`no-such-package-${file}`))).toThrow(
    'PACKAGE_MISSING: charts are drawn by uplot, which is not there (at serveDashboard). Install it: npm install uplot.',
  );
});

test('what else goes wrong with it is not said to be that', () => {
  const broken = (): string => {
    throw Object.assign(new Error('not readable'), { code: 'EACCES' });
  };
  expect(() => assets(broken)).toThrow('not readable');
});

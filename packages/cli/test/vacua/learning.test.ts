import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cfc } from '../helpers/cfc.js';
import { folder } from '../helpers/folder.js';

const small = ['--max-rays', '11', '--count', '400'];

test('cfc vacua split prints sizes and a hash, and writes lists that are the same again', async () => {
  const cwd = folder();
  const ran = await cfc(['vacua', 'split', ...small, '--out', 'split.json'], cwd);
  expect(ran.code).toBe(0);
  const written = JSON.parse(readFileSync(join(cwd, 'split.json'), 'utf8')) as { sha256: string; test: string[] };
  expect(ran.stdout).toContain(`SHA-256 ${written.sha256}`);
  expect(written.test.length).toBeGreaterThan(40);
  const again = await cfc(['vacua', 'split', ...small, '--json'], cwd);
  expect(JSON.parse(again.stdout)).toEqual(written);
});

test('cfc vacua train shows the majority first, and writes a model', async () => {
  const cwd = folder();
  const ran = await cfc(
    ['vacua', 'train', ...small, '--model', 'forest', '--features', 'windows3', '--out', 'm.json'],
    cwd,
  );
  expect(ran.code).toBe(0);
  expect(ran.stdout).toMatch(/model.*\nmajority .*\nforest \(windows3\)/);
  expect(JSON.parse(readFileSync(join(cwd, 'm.json'), 'utf8'))).toMatchObject({ kind: 'forest', task: 'validity' });
  const json = await cfc(['vacua', 'train', ...small, '--model', 'logistic', '--json'], cwd);
  const { models } = JSON.parse(json.stdout) as { models: { model: string; scores: { accuracy: number } }[] };
  expect(models.map(({ model }) => model)).toEqual(['majority', 'logistic']);
  expect(models[0]!.scores.accuracy).toBe(0.5);
});

test('cfc vacua learn compares with random', async () => {
  const flags = ['--seeds', '2', '--rounds', '2', '--batch', '10', '--strategy', 'margin'];
  const ran = await cfc(['vacua', 'learn', ...small, ...flags], folder());
  expect(ran.code).toBe(0);
  expect(ran.stdout).toMatch(/^validity, 2 rounds of 10 labels\n\nstrategy .*\nrandom .*\nmargin .* of 2/);
});

test('cfc vacua run writes a report with all its figures', async () => {
  const cwd = folder();
  const size = ['--max-rays', '10', '--count', '200', '--labels', '100', '--seeds', '1'];
  const ran = await cfc(['vacua', 'run', ...size, '--out', 'report'], cwd);
  expect({ code: ran.code, error: ran.code === 0 ? '' : ran.stderr }).toEqual({ code: 0, error: '' });
  const report = readFileSync(join(cwd, 'report', 'report.md'), 'utf8');
  const shown = [...report.matchAll(/\]\((.*?\.svg)\)/g)].map(([, file]) => file!);
  expect(shown.length).toBe(9);
  expect(shown.sort()).toEqual(
    readdirSync(join(cwd, 'report'))
      .filter((file) => file.endsWith('.svg'))
      .sort(),
  );
  for (const file of shown) expect(readFileSync(join(cwd, 'report', file), 'utf8')).toMatch(/^<svg/);
  expect(existsSync(join(cwd, 'report', 'results.json'))).toBe(true);
});

test('bad flags are told before any work', async () => {
  const said = async (...argv: string[]): Promise<string> => (await cfc(['vacua', ...argv], folder())).stderr;
  expect(await said('train', '--model', 'forests')).toContain('"forests" is none of its values');
  expect(await said('train', '--task', 'h21')).toContain('the task h21 needs a list');
  expect(await said('split', ...small, '--by', 'chance')).toContain('"chance" is none of its values');
  expect(await said('learn', ...small, '--features', 'labels')).toContain('no features "labels"');
});

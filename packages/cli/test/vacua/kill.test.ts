import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { bundled } from '../helpers/bundle.js';
import { folder } from '../helpers/folder.js';
import { start as startOf } from '../helpers/process.js';

const KILLS = 3;
const size = ['--max-rays', '9', '--count', '100', '--labels', '60', '--seeds', '1'];

const bin = bundled();

const start = (argv: readonly string[], cwd: string) => {
  const started = startOf(bin(), ['vacua', ...argv], cwd);
  onTestFinished(() => void started.child.kill('SIGKILL'));
  return started;
};

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

/** Starts, and kills as soon as one more result is on the disk. Returns what it said where it did not die of that. */
async function killed(argv: readonly string[], cwd: string, journal: string): Promise<string> {
  const before = sizeOf(journal);
  const { child, ended } = start(argv, cwd);
  while (sizeOf(journal) <= before && child.exitCode === null) await setTimeout(2);
  child.kill('SIGKILL');
  const { code, stderr } = await ended;
  return code === null ? '' : `ended with ${code}: ${stderr}`;
}

test(`killed ${KILLS} times in the middle, cfc vacua run does nothing again and writes the same report to the byte`, async () => {
  const cwd = folder();
  const argv = ['run', ...size, '--workers', '1', '--out'];
  const journal = join(cwd, 'killed', 'results.jsonl');
  for (let k = 0; k < KILLS; k++) expect(await killed([...argv, 'killed'], cwd, journal)).toBe('');
  const kept = readFileSync(journal, 'utf8').split('\n').length - 1;
  const resumed = await start([...argv, 'killed'], cwd).ended;
  expect(resumed.code).toBe(0);
  expect(resumed.stderr).toMatch(/\n(\d+) of \d+ were done before\n/);
  expect(Number(/(\d+) of \d+ were/.exec(resumed.stderr)![1])).toBeGreaterThanOrEqual(kept);
  expect(kept).toBeGreaterThanOrEqual(KILLS);
  expect((await start([...argv, 'whole'], cwd).ended).code).toBe(0);
  const files = readdirSync(join(cwd, 'whole')).sort();
  expect(readdirSync(join(cwd, 'killed')).sort()).toEqual(files);
  expect(files).toContain('report.md');
  for (const file of files) {
    const [there, here] = ['killed', 'whole'].map((name) => readFileSync(join(cwd, name, file)));
    expect(there!.equals(here!), file).toBe(true);
  }
}, 240_000);

test('cfc vacua learn goes on from the curves in its folder, and without one ends the same', async () => {
  const cwd = folder();
  const learn = [
    'learn',
    '--max-rays',
    '9',
    '--count',
    '200',
    '--seeds',
    '3',
    '--rounds',
    '3',
    '--batch',
    '8',
    '--json',
  ];
  const out = [...learn, '--out', 'curves', '--workers', '1'];
  expect(await killed(out, cwd, join(cwd, 'curves', 'results.jsonl'))).toBe('');
  const [resumed, whole] = [await start(out, cwd).ended, await start([...learn, '--workers', '0'], cwd).ended];
  expect(resumed.stderr).toMatch(/^\d of 6 were done before\n/);
  expect([resumed.code, resumed.stdout]).toEqual([0, whole.stdout]);
}, 120_000);

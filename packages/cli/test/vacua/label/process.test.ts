import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { uniform } from '@cfc/core';
import { expect, onTestFinished, test } from 'vitest';
import { findRedis, freePort, startRedis } from '../../../../../scripts/redis.mjs';
import { bundled } from '../../helpers/bundle.js';
import { folder } from '../../helpers/folder.js';
import { start as startOf } from '../../helpers/process.js';

type Started = ReturnType<typeof startOf>;

const COUNT = 3000;
const KILLS = 4;
const flags = ['vacua', 'label', '--dataset', 'random', '--count', String(COUNT), '--samples', '5'];

const bin = bundled();

const start = (argv: readonly string[], cwd: string): Started => {
  const started = startOf(bin(), argv, cwd);
  onTestFinished(() => void started.child.kill('SIGKILL'));
  return started;
};

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);

/** Waits until a file has grown to `size`, or the process has ended. */
async function grown(path: string, size: number, { child }: Started): Promise<void> {
  while (sizeOf(path) < size && child.exitCode === null) await setTimeout(2);
}

const labelsIn = (cwd: string, name: string): Buffer => readFileSync(join(cwd, name, 'labels.jsonl'));

/** The labels of a run that nothing happened to. */
async function undisturbed(cwd: string): Promise<{ readonly stdout: string; readonly labels: Buffer }> {
  const { code, stdout } = await start([...flags, '--out', 'whole', '--workers', '0', '--json'], cwd).ended;
  expect(code).toBe(0);
  const labels = labelsIn(cwd, 'whole');
  const ids = labels
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => /"id":"(\d+)"/.exec(line)![1]);
  expect(ids).toEqual(Array.from({ length: COUNT }, (_, k) => String(k)));
  return { stdout, labels };
}

test(`killed ${KILLS} times at any moment, labels end up the same to the byte`, async () => {
  const cwd = folder();
  const { stdout, labels } = await undisturbed(cwd);
  const argv = [...flags, '--out', 'killed', '--workers', '2', '--json'];
  let killed = 0;
  for (let k = 0; k < KILLS; k++) {
    const run = start(argv, cwd);
    const file = join(cwd, 'killed/labels.jsonl');
    await grown(file, Math.max(sizeOf(file), 1) + (labels.length / 10) * uniform(7, 0, k), run);
    run.child.kill('SIGKILL');
    if ((await run.ended).code === null) killed++;
    expect(labels.subarray(0, sizeOf(file)).equals(readFileSync(file))).toBe(true);
  }
  expect(killed).toBeGreaterThan(KILLS / 2);
  const { code, stdout: resumed, stderr } = await start(argv, cwd).ended;
  expect([code, resumed]).toEqual([0, stdout]);
  expect(stderr).toMatch(new RegExp(`^\\d+00 of ${COUNT} were done before\n`));
  expect(labelsIn(cwd, 'killed').equals(labels)).toBe(true);
  expect(readFileSync(join(cwd, 'killed/labels.parquet'))).toEqual(readFileSync(join(cwd, 'whole/labels.parquet')));
});

test('where the disk takes no more that is one error, and the same command goes on when there is room', async () => {
  const cwd = folder();
  const argv = ['vacua', 'label', '--dataset', 'random', '--count', '400', '--workers', '0'];
  const full = spawnSync(
    'sh',
    ['-c', `trap '' XFSZ; ulimit -f 1000; exec "$0" "$@"`, process.execPath, bin(), ...argv, '--out', 'out'],
    { cwd, encoding: 'utf8' },
  );
  expect(full.stderr).toMatch(/^WRITE_FAILED: labels cannot be written: EFBIG.* Make room; .*\n$/);
  expect([full.status, full.stdout]).toEqual([1, '']);
  expect((await start([...argv, '--out', 'out'], cwd).ended).stderr).toMatch(/^\d00 of 400 were done before\n$/);
  expect((await start([...argv, '--out', 'whole'], cwd).ended).code).toBe(0);
  expect(labelsIn(cwd, 'out').equals(labelsIn(cwd, 'whole'))).toBe(true);
});

const name = 'two workers on Redis, one killed and Redis killed and restarted: every label once, the same bytes';
const redisTest = findRedis() !== undefined || process.env.CFC_NO_SKIP === '1' ? test : test.skip;
redisTest(findRedis() === undefined ? `${name} (skipped: no redis)` : name, async () => {
  const cwd = folder({ 'redis/.keep': '' });
  const { stdout, labels } = await undisturbed(cwd);
  const port = await freePort();
  let redis = await startRedis(join(cwd, 'redis'), port);
  onTestFinished(() => void redis.kill('SIGKILL'));
  const queue = ['--redis', `redis://127.0.0.1:${port}`];
  const [one, two] = [1, 2].map(() => start(['jobs', 'work', ...queue, '--workers', '1', '--lease', '2'], cwd));
  const run = start([...flags, '--out', 'queued', '--engine', 'bullmq', ...queue, '--json'], cwd);
  const file = join(cwd, 'queued/labels.jsonl');

  await grown(file, labels.length / 8, run);
  one!.child.kill('SIGKILL');
  await grown(file, labels.length / 4, run);
  redis.kill('SIGKILL');
  expect(run.child.exitCode).toBe(null);
  await setTimeout(300);
  redis = await startRedis(join(cwd, 'redis'), port);

  const { code, stdout: queued } = await run.ended;
  expect([code, queued]).toEqual([0, stdout]);
  expect(labelsIn(cwd, 'queued').equals(labels)).toBe(true);
  expect(readFileSync(join(cwd, 'queued/labels.parquet'))).toEqual(readFileSync(join(cwd, 'whole/labels.parquet')));
  two!.child.kill('SIGTERM');
  expect((await two!.ended).code).toBe(0);
  expect((await one!.ended).code).toBe(null);
});

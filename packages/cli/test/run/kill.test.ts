import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { uniform } from '@cfc/core';
import { listRuns, readTable } from '@cfc/observability/node';
import { expect, test } from 'vitest';
import { bundled } from '../helpers/bundle.js';
import { folder } from '../helpers/folder.js';
import { endless, start as startOf } from '../helpers/process.js';

const KILLS = 10;

const bin = bundled();

const start = (argv: readonly string[], cwd: string) => startOf(bin(), argv, cwd);

/** Waits until the run has written its folder, and so is on its way. */
async function underWay(child: ChildProcess, state: string): Promise<void> {
  while (!existsSync(state) && child.exitCode === null) await setTimeout(5);
}

test(`killed ${KILLS} times at any moment a run loses nothing that its checkpoint knew, and ends as if it had not been`, async () => {
  const cwd = folder({ 'long.yaml': endless(150_000) });
  const out = join(cwd, 'out');
  const state = join(out, 'state.json');
  const flags = ['run', 'long.yaml', '--out', 'out'];
  let [known, killed] = [0, 0];
  for (let k = 0; k < KILLS; k++) {
    const { child, ended } = start(k === 0 ? flags : [...flags, '--resume'], cwd);
    await underWay(child, state);
    await setTimeout(700 * uniform(5, 0, k));
    child.kill('SIGKILL');
    if ((await ended).code === null) killed++;

    const checkpoint = JSON.parse(readFileSync(state, 'utf8')) as { state: { steps: number } };
    expect(checkpoint.state.steps).toBeGreaterThanOrEqual(known);
    known = checkpoint.state.steps;
    expect(listRuns(cwd).map(({ record }) => record.run)).toEqual(['out']);
    let steps = 0;
    for await (const row of readTable(join(out, 'trace.jsonl'))) expect(row['step']).toBe(++steps);
    expect(steps).toBeGreaterThanOrEqual(known);
  }
  expect(killed).toBeGreaterThan(KILLS / 2);
  const resumed = await start([...flags, '--resume', '--json'], cwd).ended;
  const whole = await start(['run', 'long.yaml', '--json'], cwd).ended;
  expect([resumed.code, whole.code]).toEqual([0, 0]);
  expect(resumed.stdout === whole.stdout).toBe(true);
}, 120_000);

test('a folder that takes no new files in the middle of a run is told once, and changes nothing of its result', async () => {
  const cwd = folder({ 'long.yaml': endless(100_000) });
  const flags = ['run', 'long.yaml', '--json'];
  const { child, ended } = start([...flags, '--out', 'out'], cwd);
  await underWay(child, join(cwd, 'out/state.json'));
  mkdirSync(join(cwd, 'out/state.json.tmp')); // what a read-only folder does, for root too
  const { code, stdout, stderr } = await ended;
  const whole = await start(flags, cwd).ended;
  expect(code).toBe(1);
  expect(stderr.match(/WRITE_FAILED/g)).toHaveLength(1);
  expect(stderr).toContain('WRITE_FAILED: the run goes on, but its folder cannot be written to: ');
  expect(stdout === whole.stdout).toBe(true);
}, 60_000);

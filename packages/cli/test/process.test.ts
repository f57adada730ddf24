import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { bundled } from './helpers/bundle.js';
import { examples, folder } from './helpers/folder.js';
import { endless, start as startOf } from './helpers/process.js';
import { packageFiles, pluginText, wellScenario } from './helpers/third-party.js';

const bin = bundled();

/** A process of the command. */
const start = (argv: readonly string[], cwd: string) => startOf(bin(), argv, cwd);

describe('the command as a process', () => {
  test('prints the same document as the function, and nothing else on stdout', async () => {
    const { code, stdout, stderr } = await start(['run', 'quickstart.yaml', '--json'], examples).ended;
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'converged' });
  });

  test('exits 2 with one line for a bad input', async () => {
    const { code, stdout, stderr } = await start(['run', 'nowhere.yaml'], examples).ended;
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^INPUT_INVALID: .*\n$/);
  });

  test('finds a plugin that can only be imported', async () => {
    const cwd = folder({
      'well.yaml': wellScenario('cfc-plugin-well'),
      ...packageFiles('cfc-plugin-well', pluginText({})),
    });
    const { code, stdout } = await start(['run', 'well.yaml'], cwd).ended;
    expect(code).toBe(0);
    expect(stdout).toContain('cfc-plugin-well 0.1.0');
  });

  test('does not mind a reader that goes away', async () => {
    const { child, ended } = start(['schema'], examples);
    child.stdout.destroy();
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
  });
});

// Windows has no signals that a process could answer.
describe.skipIf(process.platform === 'win32')('a run that is interrupted', () => {
  test('by SIGINT, then by SIGTERM after it was resumed, finishes its step, keeps everything and exits 130', async () => {
    const cwd = folder({ 'endless.yaml': endless() });
    const out = join(cwd, 'out');
    let before = 0;
    for (const [signal, more] of [
      ['SIGINT', []],
      ['SIGTERM', ['--resume']],
    ] as const) {
      const { child, ended } = start(['run', 'endless.yaml', '--out', 'out', ...more], cwd);
      child.stdout.once('data', () => void setTimeout(100).then(() => child.kill(signal)));
      const { code, stderr } = await ended;
      expect(code).toBe(130);
      expect(stderr).toMatch(/^interrupted after step \d+\. Go on with: cfc run endless\.yaml --out out --resume\n$/);

      const { state } = JSON.parse(readFileSync(join(out, 'state.json'), 'utf8')) as { state: { steps: number } };
      expect(stderr).toContain(`after step ${state.steps}.`);
      const lines = readFileSync(join(out, 'trace.jsonl'), 'utf8').trimEnd().split('\n');
      expect(lines).toHaveLength(state.steps);
      expect(JSON.parse(lines.at(-1)!)).toMatchObject({ step: state.steps });
      expect(state.steps).toBeGreaterThan(before);
      expect(existsSync(join(out, 'state.json.tmp'))).toBe(false);
      before = state.steps;
    }
  }, 30_000);
});

describe('work in parallel', () => {
  const timeless = (text: string) =>
    (JSON.parse(text) as { rows: { wallMs: number }[] }).rows.map(({ wallMs: _, ...row }) => row);

  test('gives what one process gives, and nothing else on stdout', async () => {
    const cwd = folder();
    const flags = ['sweep', 'smallgain', '--quick', '--json', '--workers'];
    const [alone, pooled] = await Promise.all(['0', '2'].map((workers) => start([...flags, workers], cwd).ended));
    expect([pooled!.code, pooled!.stderr]).toEqual([0, '']);
    expect(timeless(pooled!.stdout)).toEqual(timeless(alone!.stdout));
  }, 60_000);

  test('does an experiment the same way on threads', async () => {
    const cwd = folder();
    const flags = ['experiment', 'landau-sweep', '--quick', '--json', '--workers'];
    const [alone, pooled] = await Promise.all(['0', '2'].map((workers) => start([...flags, workers], cwd).ended));
    expect([pooled!.code, pooled!.stderr]).toEqual([0, '']);
    expect(pooled!.stdout).toBe(alone!.stdout);
  }, 60_000);

  test.skipIf(process.platform === 'win32')(
    'killed by a signal it keeps every finished result, and the same command ends the work',
    async () => {
      const cwd = folder();
      const results = join(cwd, 'out/results.jsonl');
      const flags = ['bench', 'adapters', '--families', 'ring', '--sizes', '300', '--seeds', '12', '--out', 'out'];
      const { child, ended } = start([...flags, '--workers', '2'], cwd);
      const lines = () => (existsSync(results) ? readFileSync(results, 'utf8').split('\n').length - 1 : 0);
      while (lines() < 2 && child.exitCode === null) await setTimeout(5);
      child.kill('SIGINT');
      const { code, stdout, stderr } = await ended;
      expect([code, stdout]).toEqual([130, '']);
      expect(stderr).toBe(`interrupted after ${lines()} of 12. The same command goes on from there.\n`);
      expect(lines()).toBeGreaterThanOrEqual(2);

      const kept = readFileSync(results, 'utf8');
      const resumed = await start([...flags, '--json'], cwd).ended;
      expect(resumed.code).toBe(0);
      expect(readFileSync(results, 'utf8').startsWith(kept)).toBe(true);
      const straight = await start([...flags.slice(0, -2), '--json'], cwd).ended;
      expect(resumed.stdout).toBe(straight.stdout);
    },
    60_000,
  );
});

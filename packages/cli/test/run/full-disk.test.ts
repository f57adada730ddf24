import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listRuns, readTable } from '@cfc/observability/node';
import { bundled } from '../helpers/bundle.js';
import { cfc } from '../helpers/cfc.js';
import { examples, folder } from '../helpers/folder.js';

const bin = bundled();

const scenario = join(examples, 'homotopy.yaml');

/** The command where no file may become longer than some blocks of 512 bytes: writing fails in the middle of the run. */
function limited(blocks: number, argv: readonly string[], cwd: string) {
  const line = `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" "$@"`;
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((done) => {
    execFile('sh', ['-c', line, process.execPath, bin(), ...argv], { cwd }, (error, stdout, stderr) => {
      done({ code: error?.code ?? 0, stdout, stderr });
    });
  });
}

test('where the disk takes no more the result is the same, told once, and the exit code says so', async () => {
  const cwd = folder();
  const whole = await cfc(['run', scenario, '--json', '--out', 'whole'], cwd);
  const { code, stdout, stderr } = await limited(16, ['run', scenario, '--json', '--out', 'out'], cwd);
  expect(stderr).toMatch(
    /^WRITE_FAILED: the run goes on, but its folder cannot be written to: EFBIG.* \(at out\)\. .*\n$/,
  );
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(whole.stdout));
  for await (const row of readTable(join(cwd, 'out/trace.jsonl'))) expect(row['step']).toBeTypeOf('number');
});

test('where nothing can be written at all no step is taken', async () => {
  const { code, stdout, stderr } = await limited(0, ['run', scenario, '--out', 'out'], folder());
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^WRITE_FAILED: the file cannot be written: EFBIG.*\n$/);
});

test('two processes write two runs into one folder, and only one of two gets the same directory', async () => {
  const cwd = folder();
  const run = (out: string) => limited(1_000_000, ['run', scenario, '--out', out], cwd);
  const ran = await Promise.all([run('runs/a'), run('runs/b'), run('runs/c'), run('runs/c')]);
  expect(ran.map(({ code }) => code).sort()).toEqual([0, 0, 0, 2]);
  expect(ran.find(({ code }) => code === 2)?.stderr).toContain('INPUT_INVALID: the folder holds a run already');
  const runs = listRuns(join(cwd, 'runs'));
  expect(runs.map(({ record, status }) => [record.run, status]).sort()).toEqual([
    ['a', 'finished'],
    ['b', 'finished'],
    ['c', 'finished'],
  ]);
  const results = runs.map(({ path }) => readFileSync(join(path, 'result.json'), 'utf8'));
  expect(new Set(results).size).toBe(1);
  expect(runs[0]!.record).toMatchObject({ seed: 3, scenario: { file: scenario } });
});

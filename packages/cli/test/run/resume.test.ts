import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cfc, interruptedAfter } from '../helpers/cfc.js';
import { examples, folder } from '../helpers/folder.js';
import { packageFiles, pluginText, wellScenario } from '../helpers/third-party.js';

const files = ['result.json', 'trace.jsonl', 'state.json'];
const contents = (out: string) => files.map((name) => readFileSync(join(out, name), 'utf8'));

/** Noise, a schedule, an adapter and a guard: everything that has a state of its own. */
const scenario = join(examples, 'homotopy.yaml');

const run = (cwd: string, out: string, ...more: string[]) => cfc(['run', scenario, '--out', out, ...more], cwd);
const interrupted = (cwd: string, steps: number, ...more: string[]) =>
  cfc(['run', scenario, '--out', 'out', ...more], cwd, interruptedAfter(steps));

describe('cfc run --resume', () => {
  test.each([[[0]], [[1]], [[13]], [[7, 20, 1]]])(
    'interrupted after %j steps it ends in the same bits',
    async (pauses) => {
      const cwd = folder();
      await run(cwd, 'whole');
      for (const [k, steps] of pauses.entries()) {
        const { code, stderr } = await interrupted(cwd, steps, ...(k === 0 ? [] : ['--resume']));
        expect(code).toBe(130);
        expect(stderr).toMatch(/^interrupted after step \d+\. Go on with: cfc run .* --out out --resume\n$/);
        expect(existsSync(join(cwd, 'out/result.json'))).toBe(false);
      }
      const { code } = await run(cwd, 'out', '--resume');
      expect(code).toBe(0);
      expect(contents(join(cwd, 'out'))).toEqual(contents(join(cwd, 'whole')));
    },
  );

  test('lines written after the last checkpoint of a killed run are taken again', async () => {
    const cwd = folder();
    await run(cwd, 'whole');
    await interrupted(cwd, 9);
    appendFileSync(join(cwd, 'out/trace.jsonl'), '{"step":10,"accepted":true}\n{"step":11,"acc');
    await run(cwd, 'out', '--resume');
    expect(contents(join(cwd, 'out'))).toEqual(contents(join(cwd, 'whole')));
  });

  test('a run that has ended is printed again', async () => {
    const cwd = folder();
    const { stdout } = await run(cwd, 'out', '--json');
    const before = contents(join(cwd, 'out'));
    const again = await run(cwd, 'out', '--json', '--resume');
    expect(again).toEqual({ code: 0, stdout, stderr: '' });
    expect(contents(join(cwd, 'out'))).toEqual(before);
  });
});

/** Runs a copy of a scenario for three steps, hands the folder to `change`, and resumes. */
async function resumedAfter(change: (cwd: string) => void, text = readFileSync(scenario, 'utf8'), more = {}) {
  const cwd = folder({ 'scenario.yaml': text, ...more });
  await cfc(['run', 'scenario.yaml', '--out', 'out'], cwd, interruptedAfter(3));
  change(cwd);
  return cfc(['run', 'scenario.yaml', '--out', 'out', '--resume'], cwd);
}

describe('a run is not resumed', () => {
  const edited = (from: string, to: string) => (cwd: string) => {
    const path = join(cwd, 'scenario.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
  };

  test('where the scenario has changed', async () => {
    const { code, stdout, stderr } = await resumedAfter(edited('seed: 3', 'seed: 4'));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^INPUT_INVALID: the scenario, or the version of a plugin, has changed since .*\n$/);
  });

  test('where a plugin has another version', async () => {
    const text = wellScenario('cfc-plugin-well');
    const { code } = await resumedAfter(
      (cwd) => {
        const other = pluginText({}).replace('0.1.0', '0.2.0');
        writeFileSync(join(cwd, 'node_modules/cfc-plugin-well/other.js'), other);
        edited('cfc-plugin-well', './node_modules/cfc-plugin-well/other.js')(cwd);
      },
      text,
      packageFiles('cfc-plugin-well', pluginText({})),
    );
    expect(code).toBe(2);
  });

  test('but a comment changes nothing', async () => {
    expect((await resumedAfter(edited('cfc: 1', 'cfc: 1 # edited'))).code).toBe(0);
  });

  test.each([
    ['there is no checkpoint', '', 'there is no run to resume'],
    ['the checkpoint is cut off', '{"fingerprint":"', 'not a checkpoint'],
    ['the checkpoint is something else', '{"name":"x"}', 'not a checkpoint'],
  ])('where %s', async (_, text, what) => {
    const cwd = folder(text === '' ? {} : { 'out/state.json': text });
    const { code, stderr } = await run(cwd, 'out', '--resume');
    expect(code).toBe(2);
    expect(stderr).toMatch(new RegExp(`^INPUT_INVALID: ${what} \\(at .*state\\.json\\)\\. .*\\n$`));
  });

  test('where the trace is shorter than its checkpoint says', async () => {
    const { code, stderr } = await resumedAfter((cwd) => writeFileSync(join(cwd, 'out/trace.jsonl'), ''));
    expect(code).toBe(2);
    expect(stderr).toMatch(/^INPUT_INVALID: the trace has 0 bytes, its checkpoint knows \d+ .*\n$/);
  });

  test('without a folder', async () => {
    const { code, stderr } = await cfc(['run', scenario, '--resume'], folder());
    expect(code).toBe(2);
    expect(stderr).toMatch(/^OPTION_INVALID: there is no folder to resume from \(at --resume\)\. .*\n$/);
  });
});

test.each(files)('a folder that holds %s already is not written to', async (name) => {
  const cwd = folder({ [`out/${name}`]: 'mine' });
  const { code, stderr } = await run(cwd, 'out');
  expect(code).toBe(2);
  expect(stderr).toMatch(/^INPUT_INVALID: the folder holds a run already: .* \(at --out .*\)\. .*\n$/);
  expect(readFileSync(join(cwd, 'out', name), 'utf8')).toBe('mine');
});

test('a folder that cannot be made is an error', async () => {
  const { code, stderr } = await run(folder({ out: 'a file' }), 'out');
  expect(code).toBe(2);
  expect(stderr).toMatch(/^INPUT_INVALID: the folder cannot be used: .*\n$/);
});

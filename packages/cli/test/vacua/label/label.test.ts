import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Label, labeller, stabilities } from '@cfc/vacua';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { labelRows } from '../../../src/vacua/label/label-rows.js';
import { labelProgress } from '../../../src/vacua/label/label-text.js';
import { cfc, interruptedAfter } from '../../helpers/cfc.js';
import { folder } from '../../helpers/folder.js';

const label = (cwd: string, ...flags: string[]) => cfc(['vacua', 'label', ...flags], cwd);
const random = ['--dataset', 'random', '--count', '250', '--samples', '2'];
const read = (cwd: string, file: string): Buffer => readFileSync(join(cwd, file));
const labelsOf = (cwd: string): Label[] =>
  read(cwd, 'out/labels.jsonl')
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Label);

const shape = z.strictObject({
  dataset: z.string(),
  labels: z.int(),
  samples: z.int(),
  hash: z.string().length(64),
  classes: z.strictObject(Object.fromEntries(stabilities.map((name) => [name, z.int()]))),
});

describe('cfc vacua label', () => {
  test('writes the labels that the library gives, in the order of the geometries', async () => {
    const cwd = folder();
    const { code, stdout, stderr } = await label(cwd, ...random, '--seed', '4', '--out', 'out');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^250 labels of random, 2 draws each\nConfiguration [0-9a-f]{64}\n\nclass +labels +share\n/);
    expect(stdout).toContain('\n\nWritten: out (labels.jsonl, labels.parquet)\n');
    const labels = labelsOf(cwd);
    expect(labels.map(({ id }) => id)).toEqual(Array.from({ length: 250 }, (_, k) => String(k)));
    const own = labeller({ seed: 4 });
    for (const { id, moduli, ...rest } of labels.slice(0, 20)) {
      expect(moduli).toBeGreaterThanOrEqual(2);
      expect(moduli).toBeLessThanOrEqual(32);
      const expected: unknown = JSON.parse(JSON.stringify(own('random', id, 2, { moduli })));
      expect({ id, moduli, ...rest }).toEqual(expected);
    }
    expect(new Set(labels.map(({ moduli }) => moduli)).size).toBeGreaterThan(25);
  });

  test('the rows of the Parquet file are the labels without their draws', async () => {
    const cwd = folder();
    await label(cwd, ...random, '--out', 'out');
    const rows: unknown[] = [];
    for await (const row of labelRows(join(cwd, 'out/labels.jsonl'))) rows.push(row);
    expect(rows).toEqual(
      labelsOf(cwd).map(({ dataset, id, moduli, stability, shares }) => ({
        dataset,
        id,
        moduli,
        stability,
        ...shares,
      })),
    );
    expect(read(cwd, 'out/labels.parquet').toString('latin1')).toMatch(/^PAR1[^]*PAR1$/);
  });

  test('--json prints one document, which counts the classes', async () => {
    const cwd = folder();
    const { stdout } = await label(cwd, ...random, '--out', 'out', '--json');
    const { classes, ...head } = shape.parse(JSON.parse(stdout));
    expect(head).toMatchObject({ dataset: 'random', labels: 250, samples: 2 });
    for (const name of stabilities) {
      expect(classes[name]).toBe(labelsOf(cwd).filter(({ stability }) => stability === name).length);
    }
    expect((await label(cwd, ...random, '--json')).stdout).toBe(stdout); // without a folder too
    const again = await label(cwd, ...random, '--out', 'out', '--json');
    expect(again).toEqual({ code: 0, stdout, stderr: '250 of 250 were done before\n' });
  });

  test('interrupted it exits 130, and the same command ends with the same bytes, whatever stands behind the checkpoint', async () => {
    const [cwd, whole] = [folder(), folder()];
    const { stdout } = await label(whole, ...random, '--out', 'out');
    const broken = await cfc(['vacua', 'label', ...random, '--out', 'out'], cwd, lateInterrupt());
    expect(broken).toMatchObject({ code: 130, stdout: '' });
    expect(broken.stderr).toBe('interrupted after 200 of 250. The same command goes on from there.\n');
    writeFileSync(join(cwd, 'out/labels.jsonl'), '{"dataset":"ran', { flag: 'a' });
    const resumed = await label(cwd, ...random, '--out', 'out');
    expect(resumed).toEqual({ code: 0, stdout, stderr: '200 of 250 were done before\n' });
    for (const file of ['labels.jsonl', 'labels.parquet', 'checkpoint.json']) {
      expect(read(cwd, `out/${file}`).equals(read(whole, `out/${file}`))).toBe(true);
    }
  });

  test.each([
    [['--samples', '3'], 'samples 2, not 3'],
    [['--seed', '9'], 'options {}, not {"seed":9}'],
    [['--count', '251'], 'count 250, not 251'],
  ])('another configuration (%j) in the same folder is one clear error, and nothing is touched', async (more, told) => {
    const cwd = folder();
    await label(cwd, ...random, '--out', 'out');
    const before = read(cwd, 'out/labels.jsonl');
    const { code, stdout, stderr } = await label(cwd, ...random, ...more, '--out', 'out');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^INPUT_INVALID: it holds labels of another configuration: [^\n]+\n$/);
    expect(stderr).toContain(told);
    expect(read(cwd, 'out/labels.jsonl').equals(before)).toBe(true);
  });

  test('files that are not of a labelling are refused and left as they are', async () => {
    const foreign = folder({ 'out/labels.jsonl': 'mine\n' });
    expect((await label(foreign, ...random, '--out', 'out')).stderr).toContain('labels.jsonl without a checkpoint');
    expect(read(foreign, 'out/labels.jsonl').toString()).toBe('mine\n');
    const odd = folder({ 'out/checkpoint.json': '{}' });
    expect((await label(odd, ...random, '--out', 'out')).stderr).toContain('INPUT_INVALID: not a checkpoint of labels');
    const cut = folder();
    await label(cut, ...random, '--out', 'out');
    truncateSync(join(cut, 'out/labels.jsonl'), 100);
    expect((await label(cut, ...random, '--out', 'out')).stderr).toContain('shorter than its checkpoint says');
  });

  test('labels Hodge pairs of a list and toric bases under their ids', async () => {
    const cwd = folder({ 'pairs.txt': '1 101 -200\n40 3 74\n#spec=2\n' });
    expect((await label(cwd, '--dataset', 'spec', '--file', 'pairs.txt', '--samples', '1', '--out', 'out')).code).toBe(
      0,
    );
    expect(labelsOf(cwd).map(({ dataset, id, moduli }) => [dataset, id, moduli])).toEqual([
      ['spec', '1,101', 2],
      ['spec', '40,3', 32],
    ]);
    const bases = folder();
    expect((await label(bases, '--dataset', 'bases', '--count', '3', '--samples', '1', '--out', 'out')).code).toBe(0);
    expect(labelsOf(bases)[0]).toMatchObject({ dataset: 'bases', id: '1,1,1', moduli: 2 });
  });

  test('geometry sets parameters where it is asked to: c2, intersection numbers, the Euler number', async () => {
    // The quintic's neighbour P1 x P3 with one polynomial of degrees (2, 4).
    const entry =
      'Num : 1\nNumPs : 2\nNumPol : 1\nEta : -168\nH11 : 2\nH21 : 86\nC2 : {24, 44}\nRedun : {0, 0}\n{2}\n{4}\n';
    const cwd = folder({ 'list.txt': `${entry}\n` });
    const flags = ['--dataset', 'cicy', '--file', 'list.txt', '--samples', '2'];
    const ran = await label(cwd, ...flags, '--geometry', 'c2', 'intersections', 'euler', '--out', 'out');
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    const numbers = { c2: [24, 44], intersections: [[0, 1, 1, 4] as const, [1, 1, 1, 2] as const], euler: -168 };
    const own: unknown = JSON.parse(JSON.stringify(labeller({})('cicy', '1', 2, { moduli: 2, ...numbers })));
    expect(labelsOf(cwd)).toEqual([own]);
    await label(cwd, ...flags, '--out', 'drawn');
    expect(readFileSync(join(cwd, 'drawn/labels.jsonl'), 'utf8')).not.toBe(
      readFileSync(join(cwd, 'out/labels.jsonl'), 'utf8'),
    );
    const pairs = folder({ 'pairs.txt': '1 101 -200\n#spec=1\n' });
    const spec = ['--dataset', 'spec', '--file', 'pairs.txt', '--samples', '1', '--geometry', 'euler', '--out', 'out'];
    expect((await label(pairs, ...spec)).code).toBe(0);
    const one: unknown = JSON.parse(JSON.stringify(labeller({})('spec', '1,101', 1, { moduli: 2, euler: -200 })));
    expect(labelsOf(pairs)).toEqual([one]);
  });

  test.each([
    [['--dataset', 'radnom', '--count', '5'], '"radnom" is none of its values (at --dataset). Did you mean "random"?'],
    [['--dataset', 'random'], 'there is no end of random geometries (at --count)'],
    [[...random, '--geometry', 'euler'], 'the data set random has no euler (at --geometry)'],
    [['--dataset', 'bases', '--geometry', 'c2'], 'the data set bases has no c2 (at --geometry). Give euler.'],
    [['--dataset', 'bases', '--geometry', 'c3'], '"c3" is none of its values (at --geometry)'],
    [['--dataset', 'cicy'], 'the data set cicy is read from a file (at --file)'],
    [[...random, '--file', 'a'], 'the data set random needs no file (at --file)'],
    [[...random, '--count', '0'], '"0" is not a whole number of at least 1 (at --count)'],
    [[...random, '--samples', '0'], '"0" is not a whole number from 1 to 1000 (at --samples)'],
    [[...random, '--workers', '-1'], '"-1" is not a whole number from 0 to 256 (at --workers)'],
    [[...random, '--engine', 'bull'], '"bull" is none of its values (at --engine)'],
    [[...random, '--engine', 'bullmq'], 'bullmq needs a queue (at --engine)'],
    [[...random, '--engine', 'bullmq', '--redis', 'x'], 'not a URL of Redis (at --redis)'],
    [[...random, '--engine', 'bullmq', '--redis', 'redis://x', '--workers', '2'], 'is of the pool (at --workers)'],
    [[...random, '--redis', 'redis://x'], 'goes with --engine bullmq (at --redis)'],
    [[...random, '--out', ' '], 'the name of the folder is empty (at --out)'],
  ])('%j is refused before any work starts', async (flags, told) => {
    const cwd = folder();
    const { code, stdout, stderr } = await label(cwd, '--out', 'out', ...flags);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^OPTION_INVALID: .*\n$/);
    expect(stderr).toContain(told);
    expect(existsSync(join(cwd, 'out/labels.parquet'))).toBe(false);
  });

  test('tells how fast it is and how long it will take', () => {
    expect(labelProgress(3210, 270_659, 3100)).toBe('3210 of 270659 labels, 3100/s, 1 min 27 s left');
    expect(labelProgress(90, 100, 7)).toBe('90 of 100 labels, 7/s, 2 s left');
  });
});

/** Interrupts after two batches of labels; the geometries before them are read without. */
function lateInterrupt() {
  let calls = 0;
  const { interruptible } = interruptedAfter(2);
  return { interruptible: () => (calls++ === 0 ? new AbortController().signal : interruptible()) };
}

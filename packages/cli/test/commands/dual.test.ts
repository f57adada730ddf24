import { appendFileSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDual, dualColumns, readDualConfig, traceRow } from '@cfc/dual';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cfc, interruptedAfter } from '../helpers/cfc.js';
import { folder } from '../helpers/folder.js';

const sample = fileURLToPath(new URL('../../../../examples/dual-replay', import.meta.url));
const textOf = (name: string): string => readFileSync(join(sample, name), 'utf8');
const samples = Object.fromEntries(readdirSync(sample).map((name) => [name, textOf(name)]));
const replay = (cwd: string, config: string, ...more: string[]) =>
  cfc(['dual', 'replay', config, 'losses.csv', ...more], cwd);
const rowsOf = (cwd: string, out: string) =>
  readFileSync(join(cwd, out, 'trace.jsonl'), 'utf8')
    .trimEnd()
    .split('\n');
const bits = (cwd: string, out: string) =>
  ['trace.jsonl', 'state.json', 'result.json'].map((name) => readFileSync(join(cwd, out, name), 'utf8'));

/** Losses of one constraint k: y of every row. */
const losses = (values: readonly (number | string)[], names = 'k,task') =>
  `${names}\n${values.map((value) => `${value},1\n`).join('')}`;
const config = (more = '') => `losses: { k: { target: 0, normalizer: none, eta_lambda: 0.1${more} } }\n`;

describe('cfc dual replay', () => {
  test('hands the losses to the engine, row by row', async () => {
    const cwd = folder(samples);
    expect((await replay(cwd, 'levels.yaml', '--out', 'run')).code).toBe(0);
    const { config: read } = readDualConfig(parse(textOf('levels.yaml')));
    const dual = createDual(read);
    const [head, ...lines] = textOf('losses.csv')
      .trimEnd()
      .split('\n')
      .map((line) => line.split(','));
    const rows = lines.map((cells) => {
      const row = Object.fromEntries(head!.map((name, k) => [name, Number(cells[k])]));
      const values = Object.fromEntries(Object.keys(read.constraints).map((name) => [name, row[name]!]));
      return JSON.stringify(traceRow(dual.step({ values, task: row['task']!, ease: { cfs: row['ease:cfs']! } })));
    });
    expect(rowsOf(cwd, 'run')).toEqual(rows);
  });

  test('every column of a trace is in the table of columns', async () => {
    const cwd = folder(samples);
    await replay(cwd, 'levels.yaml', '--out', 'run');
    const known = (name: string): boolean =>
      dualColumns.some(
        (one) => one.name === name || (one.name.endsWith('*') && name.startsWith(one.name.slice(0, -1))),
      );
    const names = Object.keys(JSON.parse(rowsOf(cwd, 'run')[0]!) as object);
    expect(names.filter((name) => !known(name))).toEqual([]);
  });

  test('warns of what does not do what one may hope for, and of columns that nobody reads', async () => {
    const cwd = folder({ ...samples, 'more.csv': textOf('losses.csv').replace('ease:cfs', 'epoch') });
    const { code, stderr } = await cfc(['dual', 'replay', 'config.yaml', 'more.csv'], cwd);
    expect(code).toBe(0);
    expect(stderr.split('\n').filter((line) => line.startsWith('warning: ')).length).toBe(4);
    expect(stderr).toContain('PCGrad over task and constraints breaks dual ascent');
    expect(stderr).toContain('not read of more.csv: epoch\n');
    expect((await replay(cwd, 'levels.yaml')).stderr).toBe('');
  });

  test('--json prints one document, with the trace', async () => {
    const { stdout } = await replay(folder(samples), 'levels.yaml', '--json');
    const document = JSON.parse(stdout) as {
      steps: number;
      trace: unknown[];
      constraints: Record<string, { reasons: object }>;
    };
    expect(document).toMatchObject({ outcome: 'finished', steps: 240 });
    expect(document.trace.length).toBe(240);
    expect(document.constraints['cfs']!.reasons).toEqual({ update: 240 });
  });

  test.each(['levels.yaml', 'config.yaml'])('%s interrupted and gone on with ends in the same bits', async (file) => {
    const cwd = folder(samples);
    await replay(cwd, file, '--out', 'whole');
    for (const [k, rows] of [0, 7, 100, 1].entries()) {
      const more = k === 0 ? [] : ['--resume'];
      const argv = ['dual', 'replay', file, 'losses.csv', '--out', 'out', ...more];
      const { code, stderr } = await cfc(argv, cwd, interruptedAfter(rows));
      expect(code).toBe(130);
      expect(stderr).toMatch(/interrupted after row \d+\. Go on with: cfc dual replay .* --out out --resume\n$/);
      expect(existsSync(join(cwd, 'out/result.json'))).toBe(false);
    }
    appendFileSync(join(cwd, 'out/trace.jsonl'), '{"step":109}\n{"st');
    expect((await replay(cwd, file, '--out', 'out', '--resume')).code).toBe(0);
    expect(bits(cwd, 'out')).toEqual(bits(cwd, 'whole'));
    const again = await replay(cwd, file, '--out', 'out', '--resume');
    expect(again.stdout).toContain('240 rows replayed');
    expect(bits(cwd, 'out')).toEqual(bits(cwd, 'whole'));
  });

  test.each([
    ['configuration', 'levels.yaml', '0.15', '0.16'],
    ['table of losses', 'losses.csv', '\n240,', '\n241,'],
  ])('is not gone on with where the %s has changed', async (_, file, from, to) => {
    const cwd = folder(samples);
    await cfc(['dual', 'replay', 'levels.yaml', 'losses.csv', '--out', 'out'], cwd, interruptedAfter(5));
    writeFileSync(join(cwd, file), textOf(file).replace(from, to));
    const { code, stderr } = await replay(cwd, 'levels.yaml', '--out', 'out', '--resume');
    expect([code, stderr]).toEqual([2, expect.stringContaining('has changed since this run was begun') as string]);
  });

  test('missing losses and JSON lines are taken, cosines and risks passed on', async () => {
    const lines = [{ k: 1, risk: 0.5, 'cosine:a:b': 0.1 }, { k: null }, { task: 3 }].map((row) => JSON.stringify(row));
    const cwd = folder({ 'c.yaml': config(), 'v.jsonl': `${lines.join('\n')}\n` });
    await cfc(['dual', 'replay', 'c.yaml', 'v.jsonl', '--out', 'out'], cwd);
    const rows = rowsOf(cwd, 'out').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows.map((row) => row['reason:k'])).toEqual(['update', 'missing', 'missing']);
    expect(rows[0]).toMatchObject({ risk: 0.5, 'cosine:a:b': 0.1, 'lambda:k': 0.1 });
    expect(rows[2]).toMatchObject({ task: 3, 'lambda:k': 0.1 });
  });

  test.each<[string, Record<string, string>, string, string]>([
    ['no configuration', {}, 'INPUT_INVALID: no such file (at c.yaml). Give the path of a configuration file', ''],
    ['an empty one', { 'c.yaml': '' }, 'INPUT_INVALID: the file is empty (at c.yaml). Begin it with losses', ''],
    ['a slip in it', { 'c.yaml': config(', wieght: 1') }, 'OPTION_UNKNOWN: no key "wieght" (at losses.k)', '"weight"'],
    ['no table', { 'c.yaml': config() }, 'INPUT_INVALID: no such file', 'v.csv'],
    [
      'a table without rows',
      { 'c.yaml': config(), 'v.csv': 'k\n' },
      'INPUT_INVALID: the table has no rows (at v.csv)',
      '',
    ],
    [
      'no column',
      { 'c.yaml': config(), 'v.csv': losses([1], 'kk,task') },
      'INPUT_INVALID: no column for the constraint "k"',
      'Did you mean "kk"?',
    ],
    [
      'a text for a loss',
      { 'c.yaml': config(), 'v.csv': losses([1, 'high']) },
      'INPUT_INVALID: "high" is not a number (at v.csv, row 2, column k)',
      '',
    ],
    [
      'a row of more cells than the heading',
      { 'c.yaml': config(), 'v.csv': 'k,task\n1,"1\n2"\n1,1,7\n' },
      'INPUT_INVALID: 3 cells under a heading of 2 (at ',
      'v.csv, line 4)',
    ],
  ])('refuses %s before any work', async (_, files, start, told) => {
    const cwd = folder(files);
    const { code, stdout, stderr } = await cfc(['dual', 'replay', 'c.yaml', 'v.csv', '--out', 'out'], cwd);
    expect([code, stdout, stderr.split('\n').length]).toEqual([2, '', 2]);
    expect(stderr.slice(0, start.length)).toBe(start);
    expect(stderr).toContain(told);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });
});

/** A run of one constraint whose loss stays at 1: it cannot be met. */
async function stuck(more = ''): Promise<string> {
  const cwd = folder({ 'c.yaml': config(more), 'v.csv': losses(Array.from({ length: 200 }, () => 1)) });
  await cfc(['dual', 'replay', 'c.yaml', 'v.csv', '--out', 'run'], cwd);
  return cwd;
}

describe('cfc dual doctor', () => {
  test('refuses the configuration of other constraints, and names them', async () => {
    const cwd = await stuck();
    writeFileSync(join(cwd, 'other.yaml'), 'losses: { j: { target: 0 } }\n');
    const { code, stdout, stderr } = await cfc(['dual', 'doctor', 'run', '--config', 'other.yaml'], cwd);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(
      'INPUT_INVALID: constraints of the trace alone: k; of the configuration alone: j (at other.yaml)',
    );
  });

  test('says what it found, by which numbers, and what to change', async () => {
    const { code, stdout } = await cfc(['dual', 'doctor', 'run'], await stuck());
    expect(code).toBe(0);
    expect(stdout).toMatch(/^never-satisfied: k\n {2}k is satisfied in 0% of the last 100 steps/);
    expect(stdout).toMatch(/\n {2}evidence: violation 1, before 1, satisfied 0/);
    expect(stdout).toContain('  - Make sure that the gradient of the raw loss');
    expect(stdout).toMatch(/\n1 finding in 200 steps of 1 constraint\.\n$/);
  });

  test('reads the configuration of the run, or another one, or a bare trace', async () => {
    const cwd = await stuck(', leak: 0.1');
    const found = async (...argv: string[]) => {
      const { stdout } = await cfc(['dual', 'doctor', ...argv, '--json'], cwd);
      return (JSON.parse(stdout) as { findings: { pattern: string; todo: string[] }[] }).findings[0]!;
    };
    expect((await found('run')).todo[0]).toContain('Set leak to 0');
    expect(await found('run/trace.jsonl')).toEqual(await found('run'));
    writeFileSync(join(cwd, 'other.yaml'), 'losses: { k: { target: 0, normalizer: rank } }\n');
    expect((await found('run', '--config', 'other.yaml')).pattern).toBe('never-satisfied');
  });

  test('finds nothing in a healthy run', async () => {
    const cwd = folder(samples);
    await replay(cwd, 'levels.yaml', '--out', 'run');
    expect((await cfc(['dual', 'doctor', 'run'], cwd)).stdout).toBe('Nothing found in 240 steps of 5 constraints.\n');
  });

  test('refuses what is no trace of multipliers', async () => {
    const cwd = folder({ 't.csv': 'step,energy\n1,2\n', 'dir/note.txt': '' });
    for (const [path, told] of [
      ['t.csv', 'no column lambda:*'],
      ['dir', 'no table'],
      ['nowhere', 'no such file or folder'],
    ]) {
      const { code, stderr } = await cfc(['dual', 'doctor', path!], cwd);
      expect([code, stderr]).toEqual([2, expect.stringContaining(told!) as string]);
    }
  });
});

describe('cfc dual gate', () => {
  test('exits with 0 where a candidate holds up to its baseline, with 1 where not, with 2 for bad input', async () => {
    const good = losses(Array.from({ length: 100 }, (_, t) => -0.1 - t / 1000));
    const bad = losses(Array.from({ length: 100 }, (_, t) => (t % 2 === 0 ? 0.5 : -0.5)));
    const cwd = folder({ 'c.yaml': config(), 'good.csv': good, 'bad.csv': bad });
    for (const name of ['good', 'bad']) await cfc(['dual', 'replay', 'c.yaml', `${name}.csv`, '--out', name], cwd);
    const same = await cfc(['dual', 'gate', 'good', 'good/trace.jsonl'], cwd);
    expect(same.code).toBe(0);
    expect(same.stdout).toMatch(/\nPassed\.\n$/);
    const worse = await cfc(['dual', 'gate', 'good', 'bad'], cwd);
    expect([worse.code, worse.stderr]).toEqual([1, '']);
    expect(worse.stdout).toContain('fails  k is satisfied in 50% of the rows, 100% before; at least 95% is asked');
    expect(worse.stdout).toMatch(/\nNot passed: 2 of 4 conditions fail\.\n$/);
    const json = await cfc(['dual', 'gate', 'good', 'bad', '--json'], cwd);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({
      passed: false,
      risk: { of: 'infeasibility' },
      task: { before: 1, after: 1 },
    });
    expect(
      (await cfc(['dual', 'gate', 'good', 'bad', '--slip', '1', '--satisfaction', '0.4', '--risk', '1'], cwd)).code,
    ).toBe(0);
    for (const argv of [
      ['good', 'nowhere'],
      ['good', 'bad', '--slip', 'much'],
      ['good', 'bad', '--satisfaction', '2'],
      ['good'],
    ]) {
      expect((await cfc(['dual', 'gate', ...argv], cwd)).code).toBe(2);
    }
  });
});

describe('cfc dual report', () => {
  test('is one page with findings, alerts, the gate and figures, that fetches and runs nothing', async () => {
    const cwd = folder(samples);
    for (const name of ['config', 'levels']) await replay(cwd, `${name}.yaml`, '--out', name);
    const { code, stdout } = await cfc(['dual', 'report', 'levels', '--base', 'config'], cwd);
    expect([code, stdout]).toEqual([0, 'Written: levels/report.html\n']);
    const page = readFileSync(join(cwd, 'levels/report.html'), 'utf8');
    expect(page).toContain('Alert: build was satisfied in');
    expect(page).toContain('cfs is judged by raw losses against 0.1, by normalised losses against 0 before');
    expect(page).toContain('<dd>not passed');
    expect(page.match(/<svg /g)!.length).toBe(5); // no cosines were recorded
    expect(/<script|<link|<iframe|\b(src|href)="(?!#)|url\((?!#)|@import/.exec(page)).toBeNull();
  });

  test('tells what the doctor found; cfc report gives the same page', async () => {
    const cwd = await stuck();
    await cfc(['dual', 'report', 'run', '--out', 'page.html'], cwd);
    const page = readFileSync(join(cwd, 'page.html'), 'utf8');
    expect(page).toContain('k is satisfied in 0% of the last 100 steps');
    expect(page).not.toMatch(/NaN|undefined/);
    await cfc(['report', 'run'], cwd);
    expect(readFileSync(join(cwd, 'run/report.html'), 'utf8')).toBe(page);
  });

  test('takes a table too, and puts the page beside it', async () => {
    const cwd = await stuck();
    renameSync(join(cwd, 'run/trace.jsonl'), join(cwd, 'kept.jsonl'));
    expect((await cfc(['dual', 'report', 'kept.jsonl'], cwd)).stdout).toBe('Written: kept.html\n');
    expect(readFileSync(join(cwd, 'kept.html'), 'utf8')).toContain('k is satisfied in 0% of the last 100 steps');
  });

  test('where the page cannot be written, one line says so', async () => {
    const cwd = await stuck();
    for (const argv of [
      ['dual', 'report', 'run'],
      ['report', 'run'],
      ['plot', 'run', 'dual-lambda'],
    ]) {
      const { code, stderr } = await cfc([...argv, '--out', 'none/page'], cwd);
      expect([code, stderr.split('\n').length]).toEqual([1, 2]);
      expect(stderr).toMatch(/^WRITE_FAILED: the file cannot be written: ENOENT.*\(at none\/page\)/);
    }
  });
});

test('cfc dual without a command, or with an unknown one, says which there are', async () => {
  expect((await cfc(['dual'], folder())).stderr).toContain('Name one: replay, doctor, report, gate.');
  expect((await cfc(['dual', 'docter'], folder())).stderr).toContain('Did you mean "doctor"?');
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { adviceOf, type Row } from '../../src/index.js';
import { openRun, reportOf, rowsOf } from '../../src/node.js';
import { gapOf } from '../../src/report/gap.js';
import { identityOf } from '../../src/report/parse.js';
import { stagesTable } from '../../src/report/stages-table.js';
import { runOf, sampleRows } from '../helpers/sample-run.js';

const rows = sampleRows();

function folder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'cfc-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  return root;
}

describe('the report', () => {
  test('tells outcome, energies, terms and figures in one file that fetches and runs nothing', async () => {
    const page = await reportOf(runOf(rows), { start: 1, minimum: 0.0999 });
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain('Converged after 40 steps, 40 accepted: the projected gradient is 1e-10, at most 1e-9.');
    expect(page).toContain('<dd>0.0001<p>computed: ');
    expect(page).toContain('<td>coup:QuadraticCoupling</td>');
    expect(page.match(/<svg /g)!.length).toBe(11);
    expect(/<script|<link|<iframe|\b(src|href)="(?!#)|url\((?!#)|@import/.exec(page)).toBeNull();
    expect(page).toContain('default-src &#39;none&#39;');
    expect(page).toContain('prefers-color-scheme: dark');
  });

  test('tells the stages of a run', () => {
    const row = (step: number, unitEnergy: number, weight: number) => ({
      step,
      unitEnergy,
      'weight:coup:A': weight,
      accepted: step !== 4,
      backtracks: step === 1 ? null : 2,
      contraction_margin: 0.1 * step,
    });
    const rows = [row(1, 9, 0.5), row(2, 8, 1), row(3, 4, 1), row(4, 4, 1), row(5, 0.2, 1), row(6, 0, 1)];
    expect(stagesTable(rows)).toEqual([
      ['weights still moving', '1', '9', '9', '0', '–', '0.1'],
      ['to 90% of the fall', '2 to 5', '8', '0.2', '1', '8', '0.2'],
      ['the rest', '6', '0', '0', '0', '2', '0.6'],
    ]);
    const staged = rows.map((one, k) => ({ ...one, stage: k < 2 ? 0 : 1 }));
    expect(stagesTable(staged).map(([stage, steps]) => [stage, steps])).toEqual([
      ['0', '1 to 2'],
      ['1', '3 to 6'],
    ]);
    expect(stagesTable([])).toEqual([]);
  });

  test('is the same twice', async () => {
    expect(await reportOf(runOf(rows))).toBe(await reportOf(runOf(rows)));
  });

  test('shows every text of the files as text', async () => {
    const evil = '<script>alert("x")</script><img src=x onerror=alert(1)>\'';
    const named = sampleRows((i) => `${evil}${i}`).map((row) => ({
      ...row,
      warnings: evil,
      reason: evil,
      accepted: false,
      [`energy:${evil}`]: 1,
    }));
    const record = {
      scenario: { file: evil, tree: { [evil]: evil } },
      fingerprint: evil,
      versions: { [evil]: evil },
      started: evil,
      machine: { [evil]: evil },
      git: { commit: evil, dirty: true },
    };
    const result = {
      ...runOf([]).result!,
      outcome: evil,
      reason: evil,
      evaluations: { [evil]: 1 },
      weights: { [evil]: 3 },
    };
    const page = await reportOf(runOf(named, { name: evil, directory: evil, identity: identityOf(record), result }));
    expect(/<script|<img/i.exec(page)).toBeNull();
    expect(page.split('&lt;script&gt;').length).toBeGreaterThan(12);
  });

  test('does without rows, identity and result', async () => {
    const page = await reportOf(runOf([], { result: null }));
    expect(page).toContain('Not ended: 0 steps so far');
    expect(page).not.toMatch(/NaN|undefined|null/);
  });
});

describe('the advice', () => {
  const about = (some: readonly Row[], more = {}) => adviceOf(runOf(some, more)).map(({ what }) => what);

  test('is silent about a run without blemish', () => {
    expect(about([{ step: 1, accepted: true, contraction_margin: 0.5, margin_warn: 0, backtracks: 1 }])).toEqual([]);
  });

  test.each<[string, Row, string]>([
    ['a margin below 0', { contraction_margin: -0.25 }, 'down to -0.25: stability is not certified'],
    ['a margin nearly used up', { contraction_margin: 1e-7, margin_warn: 1 }, 'nearly used up'],
    [
      'a refused step',
      { accepted: false, reason: 'the energy would rise' },
      '1 of 1 step refused: the energy would rise.',
    ],
    ['many backtracks', { backtracks: 9 }, '9 points were tried in vain'],
    ['a warning of a piece', { warnings: 'no bound' }, 'no bound (in 1 step, first 1)'],
  ])('tells of %s', (_, row, told) => {
    const all = about([{ step: 1, ...row }]);
    expect(all.length).toBe(1);
    expect(all[0]).toContain(told);
  });

  test('tells of weights away from the base that the scenario sets', () => {
    const weights = { 'coup:A': 0.5, 'coup:B': 2 };
    const identity = identityOf({ scenario: { tree: { weights: { 'coup:A': 0.5 } } } });
    const result = { ...runOf([]).result!, weights };
    expect(about([], { result, identity })).toEqual(['Weights did not end at their base: coup:B 2 (base 1).']);
  });

  test('tells of runs that did not converge, or have not ended', () => {
    const result = { ...runOf([]).result!, outcome: 'stopped', reason: '200 steps were taken' };
    expect(about([], { result })).toEqual(['Not converged: 200 steps were taken.']);
    expect(about([], { result: null })[0]).toContain('no result');
  });
});

describe('the gap', () => {
  const energies = (values: readonly number[]) => {
    const some = values.map((unitEnergy, k) => ({ step: k + 1, accepted: true, unitEnergy }));
    return runOf(some, { result: null });
  };

  test('is computed where the minimum is known', () => {
    expect(gapOf(runOf(rows), { minimum: 0.075 })).toEqual({
      value: expect.closeTo(0.025, 12) as number,
      how: 'computed',
    });
  });

  test('is estimated exactly for a geometric tail', () => {
    const run = energies(Array.from({ length: 60 }, (_, k) => 3 + 0.9 ** k));
    expect(gapOf(run, {})).toEqual({ value: expect.closeTo(0.9 ** 59, 9) as number, how: 'estimated' });
  });

  test('is unknown where the tail does not shrink, is short, or weights are away from their base', () => {
    expect(gapOf(energies(Array.from({ length: 60 }, (_, k) => -k)), {})).toBeNull();
    expect(gapOf(energies([3, 2]), {})).toBeNull();
    expect(gapOf(energies([]), {})).toBeNull();
    const run = energies(Array.from({ length: 60 }, (_, k) => 3 + 0.9 ** k));
    expect(gapOf({ ...run, rows: run.rows.map((row) => ({ ...row, 'weight:coup:A': 2 })) }, {})).toBeNull();
  });
});

describe('opening a run', () => {
  test('reads what is there; a last line without an end is no row yet', async () => {
    const directory = folder({
      'run.json': JSON.stringify({ run: 'mine', seed: 7 }),
      'trace.jsonl': '{"step":1}\n{"step":2}\n{"ste',
    });
    const run = await openRun(directory);
    expect(run).toMatchObject({ name: 'mine', rows: [{ step: 1 }, { step: 2 }], result: null });
    expect(run.identity!.seed).toBe(7);
  });

  test('takes documents of any shape', async () => {
    const directory = folder({ 'run.json': '[1, null]', 'result.json': '{"outcome":5}' });
    expect(await openRun(directory)).toMatchObject({ rows: [], result: null, identity: { seed: null, versions: {} } });
  });

  test('is refused where there is no run, or a broken file', async () => {
    await expect(openRun(folder({}))).rejects.toThrow('INPUT_INVALID: no run');
    await expect(openRun('/nowhere/at/all')).rejects.toThrow('INPUT_INVALID: no such folder');
    await expect(openRun(folder({ 'run.json': '{' }))).rejects.toThrow('INPUT_INVALID: no JSON');
    await expect(openRun(folder({ 'trace.jsonl': '{"step":1}\nnonsense\n' }))).rejects.toThrow('trace.jsonl, line 2');
  });

  test('tables of sweeps are read with their types', async () => {
    const directory = folder({ 'sweep.csv': 'scenario,unitDeltaF90\ndense,12\ndense,\n' });
    expect([...(await rowsOf(directory))].map((row) => ({ ...row }))).toEqual([
      { scenario: 'dense', unitDeltaF90: 12 },
      { scenario: 'dense', unitDeltaF90: null },
    ]);
  });
});

import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type DashboardOptions, serveDashboard } from '../../src/node.js';
import { ask, events } from './support/ask.js';
import { appendRows, folder, lines, rowOf, writeRun } from './support/runs.js';

const token = 'a-token-of-a-test-0123';

interface Table {
  readonly state: { readonly rows: number; readonly exact: boolean; readonly version: number };
  readonly columns: readonly string[];
  readonly series: { readonly x: readonly number[]; readonly y: Readonly<Record<string, readonly (number | null)[]>> };
  readonly tail: readonly Record<string, unknown>[];
}

async function serve(options: DashboardOptions) {
  const dashboard = await serveDashboard({ token, ...options });
  onTestFinished(() => dashboard.close());
  const table = async (query: string): Promise<Table> =>
    JSON.parse((await ask(dashboard.port, `/${token}/table?${query}`)).body) as Table;
  const heard = <T>(kind: string, run: string | null, enough: (data: T) => boolean): Promise<T> =>
    events(dashboard.port, `/${token}/events${run === null ? '' : `?run=${run}`}`, kind, enough);
  return { ...dashboard, table, heard };
}

describe('a table', () => {
  test('holds the series of all numbers, and the last rows as they stand', async () => {
    const root = folder();
    writeRun(root, 'a', 30);
    const { table } = await serve({ root });
    const { state, series, tail, columns } = await table('run=a&tail=2');
    expect(state).toMatchObject({ rows: 30, exact: true });
    expect(series.x).toEqual(Array.from({ length: 30 }, (_, k) => k + 1));
    expect(series.y.energy).toEqual(series.x.map((step) => rowOf(step).energy));
    expect(series.y.accepted!.slice(5, 8)).toEqual([1, 0, 1]);
    expect(columns).not.toContain('reason');
    expect(tail).toEqual([rowOf(29), rowOf(30)]);
  });

  test('is decimated to the points asked for, of the columns asked for, and keeps a spike', async () => {
    const root = folder();
    const run = writeRun(root, 'a', 5000);
    appendFileSync(join(run, 'trace.jsonl'), '{"step":5001,"energy":99}\n');
    appendRows(run, 5002, 6000);
    const { table, heard } = await serve({ root });
    await heard<Table['state']>('table', 'a', ({ rows }) => rows === 6000);
    const { series } = await table(`run=a&points=100&columns=${encodeURIComponent('["energy","no such"]')}`);
    expect(series.x.length).toBeLessThanOrEqual(100);
    expect(Object.keys(series.y)).toEqual(['energy']);
    expect(Math.max(...series.y.energy!.map((value) => value ?? 0))).toBe(99);
    const near = await table('run=a&points=400&from=4990&to=5010');
    expect(near.series.x).toEqual(Array.from({ length: 21 }, (_, k) => 4990 + k));
    expect(near.series.y.energy![11]).toBe(99);
  });

  test('of a long file is sampled at first, then read whole', async () => {
    const file = join(folder(), 'long.jsonl');
    const block = `${'#'.padEnd(700, ' ')}`;
    const row = (step: number): string =>
      `${JSON.stringify({ step, energy: step % 5000 === 0 ? 7 : 0, note: block })}\n`;
    writeFileSync(file, Array.from({ length: 20_000 }, (_, k) => row(k + 1)).join(''));
    const { table, heard } = await serve({ watch: file });
    const first = await table('run=file:');
    expect(first.state).toMatchObject({ exact: false });
    expect([first.series.x[0], first.series.x.at(-1)]).toEqual([1, 20_000]);
    await heard<Table['state']>('table', 'file:', ({ exact, rows }) => exact && rows === 20_000);
    const { series } = await table('run=file:&points=200');
    expect(series.y.energy!.filter((value) => value === 7).length).toBeGreaterThanOrEqual(4);
    const zoomed = await table('run=file:&points=400&from=12340&to=12360');
    expect(zoomed.series.x).toEqual(Array.from({ length: 21 }, (_, k) => 12_340 + k));
  });

  test('passes over broken lines, and does not take a line without an end for a row', async () => {
    const file = join(folder(), 'broken.jsonl');
    writeFileSync(file, '{"step":1,"energy":1}\nnot a row\n[1]\n{"step":2,"energy":null}\n{"step":3,"ener');
    const { table } = await serve({ watch: file });
    const { state, series } = await table('run=file:');
    expect([state.rows, series.x, series.y.energy]).toEqual([2, [1, 2], [1, null]]);
  });

  test('may be CSV, without a step too', async () => {
    const file = join(folder(), 't.csv');
    writeFileSync(file, 'a,"b ""x""",c\n1,true,"text, with a comma"\n2.5,,\n');
    const { table } = await serve({ watch: file });
    const { series, tail } = await table('run=file:');
    expect(series).toEqual({ x: [1, 2], y: { a: [1, 2.5], 'b "x"': [1, null] } });
    expect(tail[0]).toEqual({ a: 1, 'b "x"': true, c: 'text, with a comma' });
  });
});

describe('events', () => {
  test('tell of rows that are appended', async () => {
    const root = folder();
    const run = writeRun(root, 'a', 10, false);
    const { heard, table } = await serve({ root });
    const more = heard<Table['state']>('table', 'a', ({ rows }) => rows === 15);
    await heard<Table['state']>('table', 'a', ({ rows }) => rows === 10);
    appendRows(run, 11, 15);
    expect((await more).version).toBeGreaterThan(1);
    expect((await table('run=a')).series.x.at(-1)).toBe(15);
  });

  test('tell of runs that come and end', async () => {
    const root = folder();
    const { heard } = await serve({ root });
    type Runs = readonly { readonly key: string; readonly status: string }[];
    const ended = heard<Runs>('runs', null, (runs) => runs.some(({ status }) => status === 'finished'));
    await heard<Runs>('runs', null, (runs) => runs.length === 0);
    const run = writeRun(root, 'late', 2, false);
    await heard<Runs>('runs', null, (runs) => runs.some(({ status }) => status === 'running'));
    writeFileSync(join(run, 'result.json'), '{}');
    expect(await ended).toMatchObject([{ key: 'late', status: 'finished' }]);
  });

  test('begin anew when a file is cut off or written again', async () => {
    const file = join(folder(), 't.jsonl');
    writeFileSync(file, lines(1, 20));
    const { heard, table } = await serve({ watch: file });
    const again = heard<Table['state']>('table', 'file:', ({ rows }) => rows === 5);
    await heard<Table['state']>('table', 'file:', ({ rows }) => rows === 20);
    writeFileSync(file, lines(101, 105));
    await again;
    expect((await table('run=file:')).series.x).toEqual([101, 102, 103, 104, 105]);
  });

  test('a reader who comes to another server at the same address hears all', async () => {
    const root = folder();
    writeRun(root, 'a', 4);
    const first = await serve({ root });
    await first.close();
    const second = await serve({ root, port: first.port });
    expect(second.url).toBe(first.url);
    await second.heard<Table['state']>('table', 'a', ({ rows }) => rows === 4);
  });
});

test.each([
  [{}, 'OPTION_INVALID: there is nothing to show'],
  [{ root: '/no/such/folder' }, 'INPUT_INVALID: no such file or folder (at /no/such/folder)'],
  [{ watch: import.meta.filename }, 'INPUT_INVALID: not a table'],
  [{ root: '.', port: -1 }, 'OPTION_INVALID: -1 is no port (at port)'],
  [{ root: '.', token: 'short' }, 'OPTION_INVALID: the token is short or odd'],
])('refuses %j', async (options, message) => {
  await expect(serveDashboard(options)).rejects.toThrow(message);
});

test('says so when the port is taken', async () => {
  const { port } = await serve({ root: '.' });
  await expect(serveDashboard({ root: '.', port })).rejects.toThrow('OPTION_INVALID: the port cannot be had');
});

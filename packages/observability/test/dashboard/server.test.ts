import { appendFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { csvWriter, type DashboardOptions, serveDashboard, type Writer } from '../../src/node.js';
import { ask, events } from './support/ask.js';
import { appendRows, folder, lines, rowOf, writeRun } from './support/runs.js';

const token = 'a-token-of-a-test-0123';

interface Table {
  readonly state: { readonly rows: number; readonly broken: number; readonly exact: boolean; readonly version: number };
  readonly columns: readonly string[];
  readonly series: { readonly x: readonly number[]; readonly y: Readonly<Record<string, readonly (number | null)[]>> };
  readonly summary: Readonly<Record<string, Readonly<Record<string, number>>>>;
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

  test('counts broken lines and passes over them, and does not take a line without an end for a row', async () => {
    const file = join(folder(), 'broken.jsonl');
    writeFileSync(file, '{"step":1,"energy":1}\nnot a row\n[1]\n{"step":2,"energy":null}\n{"step":3,"ener');
    const { table } = await serve({ watch: file });
    const { state, series } = await table('run=file:');
    expect([state.rows, state.broken, series.x, series.y.energy]).toEqual([2, 2, [1, 2], [1, null]]);
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

describe('a table of several parts', () => {
  const written = (file: string): Writer => {
    const writer = csvWriter(file);
    for (let step = 1; step <= 30; step++)
      writer({ step, energy: -step, reason: step % 3 === 0 ? 'one\n"two",\n3' : null });
    return writer;
  };

  test('is one, also of records with line breaks inside of quotes', async () => {
    const root = folder();
    mkdirSync(join(root, 'a'));
    const writer = written(join(root, 'a', 'trace.csv'));
    writer({ step: 31, late: 7 });
    writer.close();
    const { table } = await serve({ root });
    const { state, series, columns, tail, summary } = await table('run=a');
    expect(state).toMatchObject({ rows: 31, broken: 0, exact: true });
    expect(columns).toEqual(['step', 'energy', 'late']);
    expect(series.x).toEqual(Array.from({ length: 31 }, (_, k) => k + 1));
    expect(series.y.late).toEqual([...Array<null>(30).fill(null), 7]);
    expect(tail.slice(-2)).toEqual([
      { step: 30, energy: -30, reason: 'one\n"two",\n3' },
      { step: 31, energy: null, reason: null, late: 7 },
    ]);
    expect(summary.energy).toEqual({ last: -30, least: -30, leastAt: 30, most: -1, mostAt: 1 });
  });

  test('is followed from one part to the next, row by row', async () => {
    const file = join(folder(), 'trace.csv');
    const writer = csvWriter(file);
    const { heard, table } = await serve({ watch: file });
    for (let step = 1; step <= 6; step++) {
      writer({ step, [`from ${Math.ceil(step / 2)}`]: step, reason: 'a\nb' });
      writer.flush();
      await heard<Table['state']>('table', 'file:', ({ rows }) => rows === step);
    }
    writer.close();
    const { columns, series, tail } = await table('run=file:');
    expect(columns).toEqual(['step', 'from 1', 'from 2', 'from 3']);
    expect(series.y['from 2']).toEqual([null, null, 3, 4, null, null]);
    expect(tail.at(-1)).toEqual({ step: 6, 'from 1': null, 'from 2': null, 'from 3': 6, reason: 'a\nb' });
  });

  test('does not go on with a link, wherever it leads', async () => {
    const [place, elsewhere] = [folder(), folder()];
    written(join(place, 'trace.csv')).close();
    writeFileSync(join(elsewhere, 'secret.csv'), 'step,secret\n31,1\n');
    symlinkSync(join(elsewhere, 'secret.csv'), join(place, 'trace.2.csv'));
    const { table, port } = await serve({ watch: join(place, 'trace.csv') });
    expect((await table('run=file:')).columns).toEqual(['step', 'energy']);
    for (const path of ['metrics', 'export?run=file:&format=csv']) {
      expect((await ask(port, `/${token}/${path}`)).body).not.toContain('secret');
    }
  });

  test('is zoomed into from the middle of a part', async () => {
    const file = join(folder(), 'long.csv');
    const writer = csvWriter(file);
    for (let step = 1; step <= 9000; step++) {
      writer({
        step,
        energy: step,
        ...(step > 6000 ? { late: -step } : {}),
        reason: step % 5 === 0 ? 'a,\n"b"\n' : 'c',
      });
    }
    writer.close();
    const { heard, table } = await serve({ watch: file });
    await heard<Table['state']>('table', 'file:', ({ rows }) => rows === 9000);
    for (const from of [2990, 5990, 8970]) {
      const { series } = await table(`run=file:&points=400&from=${from}&to=${from + 20}`);
      const expected = Array.from({ length: 21 }, (_, k) => from + k);
      expect([series.x, series.y.energy]).toEqual([expected, expected]);
    }
  });

  test('that is long is sampled in all parts, and its last row is found from the end', async () => {
    const file = join(folder(), 'long.csv');
    const writer = csvWriter(file);
    const block = ` ${'x,"\n'.repeat(200)} `;
    for (let step = 1; step <= 16_000; step++) {
      writer({ step, ...(step > 8000 ? { late: step } : {}), note: step % 2 === 0 ? block : '#'.repeat(800) });
    }
    writer.close();
    const { table, heard, port } = await serve({ watch: file });
    expect((await ask(port, `/${token}/metrics`)).body).toContain('cfc_step{run="long"} 16000\n');
    const { state, series, tail } = await table('run=file:');
    expect(state.exact).toBe(false);
    expect([series.x[0], series.x.at(-1)]).toEqual([1, 16_000]);
    expect(series.x.every((x, k) => k === 0 || x > series.x[k - 1]!)).toBe(true);
    expect(tail.map(({ step }) => step)).toEqual(Array.from({ length: 20 }, (_, k) => 15_981 + k));
    expect(tail.at(-1)).toEqual({ step: 16_000, late: 16_000, note: block });
    await heard<Table['state']>('table', 'file:', ({ exact, rows }) => exact && rows === 16_000);
  });
});

describe('the last rows for Prometheus', () => {
  test('are those of every run, by the names of their folders', async () => {
    const root = folder();
    writeRun(root, 'a', 12);
    writeRun(root, 'b "x"', 700);
    writeFileSync(join(writeRun(root, 'empty', 1), 'trace.jsonl'), '');
    const { port } = await serve({ root });
    const { status, headers, body } = await ask(port, `/${token}/metrics`);
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    expect(body).toContain('# TYPE cfc_step gauge\ncfc_step{run="a"} 12\ncfc_step{run="b \\"x\\""} 700\n');
    expect(body).toContain(
      `cfc_energy_coup{run="a",name="QuadraticCoupling"} ${rowOf(12)['energy:coup:QuadraticCoupling']}\n`,
    );
    expect(body).not.toContain('empty');
  });

  test('are the last complete ones, with all that a table may hold', async () => {
    const [texts, numbers] = [folder(), folder()];
    writeFileSync(join(texts, 't.csv'), `a,b\n${'1,"x\n2,y\n"\n'.repeat(9000)}3,"one\n""two"""\n4,"not yet\n5,6\n`);
    writeFileSync(join(numbers, 't.jsonl'), `{"a":1}\n{"a":2}\n{"a":3`);
    for (const [file, value] of [
      [join(texts, 't.csv'), 3],
      [join(numbers, 't.jsonl'), 2],
    ] as const) {
      const { port } = await serve({ watch: file });
      expect((await ask(port, `/${token}/metrics`)).body).toBe(`# TYPE cfc_a gauge\ncfc_a{run="t"} ${value}\n`);
    }
  });
});

describe('an export', () => {
  const rows = [
    { step: 1, energy: 0.5 },
    { step: 2, late: 'a,\n"b"' },
  ];
  const name = "<a> ü's";

  test.each([
    ['csv', 'step,energy,late\n1,0.5,\n2,,"a,\n""b"""\n', 'text/csv; charset=utf-8'],
    ['jsonl', rows.map((row) => `${JSON.stringify(row)}\n`).join(''), 'application/x-ndjson; charset=utf-8'],
  ])('as %s is the whole table as one file', async (format, text, type) => {
    const root = folder();
    const run = writeRun(root, name, 1);
    writeFileSync(join(run, 'trace.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    const { port } = await serve({ root });
    const { status, headers, body } = await ask(
      port,
      `/${token}/export?run=${encodeURIComponent(name)}&format=${format}`,
    );
    expect([status, body, headers['content-type']]).toEqual([200, text, type]);
    expect(headers['content-disposition']).toBe(`attachment; filename*=UTF-8''_a_%20%C3%BC%27s.${format}`);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  test('of a long table comes whole', async () => {
    const root = folder();
    writeRun(root, 'a', 20_000);
    const { port } = await serve({ root });
    const { body } = await ask(port, `/${token}/export?run=a&format=jsonl`);
    expect(body).toBe(lines(1, 20_000));
  });

  test.each(['run=a&format=exe', 'run=a&format=toString', 'run=a', 'run=none&format=csv', 'format=csv'])(
    'of nothing, or as something else (%s), is not found',
    async (query) => {
      const root = folder();
      writeRun(root, 'a', 1);
      const { port } = await serve({ root });
      expect((await ask(port, `/${token}/export?${query}`)).status).toBe(404);
    },
  );
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
  [{ root: import.meta.filename }, 'INPUT_INVALID: a file, not a folder'],
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

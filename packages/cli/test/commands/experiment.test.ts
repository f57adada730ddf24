import { appendFileSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { experiments } from '@cfc/experiments';
import { csvParse } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cfc, interruptedAfter } from '../helpers/cfc.js';
import { folder } from '../helpers/folder.js';

const document = z.strictObject({
  name: z.string(),
  title: z.string(),
  question: z.string(),
  scope: z.enum(['quick', 'full']),
  claims: z
    .array(
      z.strictObject({
        expected: z.string(),
        seen: z.string(),
        verdict: z.enum(['confirmed', 'partly confirmed', 'refuted']),
      }),
    )
    .min(1),
  table: z.strictObject({ headings: z.array(z.string()), rows: z.array(z.array(z.string())) }),
  figure: z.record(z.string(), z.unknown()),
  rows: z.array(z.record(z.string(), z.union([z.number(), z.string(), z.null()]))),
});
const shape = z.strictObject({ experiments: z.array(document) });

const experiment = (cwd: string, ...flags: string[]) => cfc(['experiment', ...flags], cwd);
const sweep = (cwd: string, ...flags: string[]) => experiment(cwd, 'landau-sweep', '--quick', ...flags);
const lines = (path: string): string[] => readFileSync(path, 'utf8').trimEnd().split('\n');
const cells = (name: string): number => experiments.get(name)!.cells('quick').length;

describe('cfc experiment', () => {
  test('without a name lists all of them with their titles', async () => {
    const { code, stdout, stderr } = await experiment(folder());
    expect([code, stderr]).toEqual([0, '']);
    const [heading, ...rows] = stdout.trimEnd().split('\n');
    expect(heading).toMatch(/^experiment +title$/);
    expect(rows.map((row) => row.split(/ {2,}/))).toEqual(
      [...experiments.values()].map((one) => [one.name, one.title]),
    );
  });

  test('--json prints exactly one document, with the rows', async () => {
    const { code, stdout, stderr } = await sweep(folder(), '--json');
    expect([code, stderr]).toEqual([0, '']);
    const { experiments: documents } = shape.parse(JSON.parse(stdout));
    expect(documents.map(({ name, scope }) => [name, scope])).toEqual([['landau-sweep', 'quick']]);
    const { rows, table } = documents[0]!;
    expect(rows.length).toBeGreaterThan(100);
    for (const row of table.rows) expect(row).toHaveLength(table.headings.length);
  });

  test('people get the question, the table and every claim with its verdict, in lines that fit', async () => {
    const { stdout } = await sweep(folder());
    const { title, question } = experiments.get('landau-sweep')!;
    const flat = stdout.replace(/\s+/g, ' ');
    expect(stdout.startsWith(`${title}\n\n`)).toBe(true);
    expect(flat).toContain(question);
    expect(stdout.match(/^expected {3}\S/gm)).toHaveLength(3);
    expect(stdout.match(/^seen {7}\S/gm)).toHaveLength(3);
    expect(stdout.match(/^verdict {4}(confirmed|partly confirmed|refuted)$/gm)).toHaveLength(3);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110);
  });

  test('--out writes a page, a figure and a CSV file with the rows of --json', async () => {
    const cwd = folder();
    const { stdout } = await sweep(cwd, '--out', 'out');
    expect(stdout).toContain('Written: out (landau-sweep.md, landau-sweep.svg, landau-sweep.csv, results.jsonl)');
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual([
      'landau-sweep.csv',
      'landau-sweep.md',
      'landau-sweep.svg',
      'results.jsonl',
    ]);
    const { stdout: text } = await sweep(cwd, '--out', 'out', '--json');
    const [{ rows, title, claims } = document.parse({})] = shape.parse(JSON.parse(text)).experiments;
    const table = csvParse(readFileSync(join(cwd, 'out/landau-sweep.csv'), 'utf8'));
    expect(table.columns).toEqual(Object.keys(rows[0]!));
    expect(table.map((one) => ({ ...one }))).toEqual(
      rows.map((one) => Object.fromEntries(Object.entries(one).map(([name, value]) => [name, String(value ?? '')]))),
    );
    const page = readFileSync(join(cwd, 'out/landau-sweep.md'), 'utf8');
    expect(page.startsWith(`# ${title}\n`)).toBe(true);
    expect(page).toContain('(landau-sweep.svg)');
    expect(page).toContain('Made by `cfc experiment landau-sweep --quick --out DIR`');
    for (const { verdict } of claims) expect(page).toContain(`| ${verdict} |`);
    expect(readFileSync(join(cwd, 'out/landau-sweep.svg'), 'utf8')).toMatch(/^<svg/);
  });

  test('the document is the same without a journal, with a new one, and from a full one', async () => {
    const cwd = folder();
    const texts = [
      await sweep(cwd, '--json'),
      await sweep(cwd, '--json', '--out', 'out'),
      await sweep(cwd, '--json', '--out', 'out'),
    ].map(({ stdout }) => stdout);
    expect(new Set(texts).size).toBe(1);
  });

  test('finished cells are not measured again', async () => {
    const cwd = folder();
    await sweep(cwd, '--out', 'out');
    const first = readFileSync(join(cwd, 'out/results.jsonl'), 'utf8');
    const again = await sweep(cwd, '--out', 'out');
    const all = cells('landau-sweep');
    expect(again.stderr).toBe(`${all} of ${all} were done before\n`);
    expect(readFileSync(join(cwd, 'out/results.jsonl'), 'utf8')).toBe(first);
  });

  test('interrupted it keeps what is done, exits 130, and ends as if nothing had happened', async () => {
    const cwd = folder();
    const results = join(cwd, 'out/results.jsonl');
    const all = cells('landau-sweep');
    const argv = ['experiment', 'landau-sweep', '--quick', '--out', 'out'];
    const broken = await cfc(argv, cwd, interruptedAfter(3));
    expect(broken).toMatchObject({ code: 130, stdout: '' });
    expect(broken.stderr).toBe(`interrupted after 3 of ${all}. The same command goes on from there.\n`);
    expect(existsSync(join(cwd, 'out/landau-sweep.md'))).toBe(false);
    const kept = lines(results);
    appendFileSync(results, '{"key":"half a li');
    const { code, stderr } = await cfc(argv, cwd);
    expect([code, stderr]).toEqual([0, `3 of ${all} were done before\n`]);
    expect(lines(results).slice(0, 3)).toEqual(kept);

    const whole = folder();
    await cfc(argv, whole);
    for (const file of ['landau-sweep.md', 'landau-sweep.csv', 'landau-sweep.svg']) {
      expect(readFileSync(join(cwd, 'out', file), 'utf8')).toBe(readFileSync(join(whole, 'out', file), 'utf8'));
    }
  });

  test('all asks for the cells of every experiment', async () => {
    const { code, stderr } = await cfc(['experiment', 'all', '--quick'], folder(), interruptedAfter(2));
    const all = [...experiments.keys()].reduce((sum, name) => sum + cells(name), 0);
    expect([code, stderr]).toEqual([130, `interrupted after 2 of ${all}.\n`]);
  });

  test.each([
    [
      ['landua-sweep'],
      'NAME_UNKNOWN',
      'no experiment "landua-sweep" (at cfc experiment). Did you mean "landau-sweep"?',
    ],
    [['everything'], 'NAME_UNKNOWN', 'no experiment "everything" (at cfc experiment). Known: landau-sweep, '],
    [['landau-sweep', 'all'], 'INPUT_INVALID', "too many arguments for 'experiment'"],
    [['landau-sweep', '--workers', '-1'], 'OPTION_INVALID', '"-1" is not a whole number from 0 to 256 (at --workers)'],
    [['landau-sweep', '--out', ' '], 'OPTION_INVALID', 'the name of the folder is empty (at --out)'],
    [['landau-sweep', '--quik'], 'OPTION_UNKNOWN', "unknown option '--quik'"],
  ])('%j is refused before any work starts', async (argv, code, told) => {
    const cwd = folder();
    const ran = await experiment(cwd, '--out', 'out', ...argv);
    expect([ran.code, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toMatch(new RegExp(`^${code}: .*\\n$`));
    expect(ran.stderr).toContain(told);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });
});

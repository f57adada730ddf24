import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cfc, interruptedAfter } from '../helpers/cfc.js';
import { folder } from '../helpers/folder.js';

const row = z.strictObject({
  scenario: z.enum(['baseline', 'dense']),
  size: z.int(),
  steps: z.int(),
  variant: z.enum(['seed', 'budget']),
  rho: z.number(),
  change: z.number(),
  deltaF90: z.int().nullable(),
  energyFinal: z.number(),
  unitEnergyFinal: z.number(),
  unitDeltaF90: z.int().nullable(),
  gapToMinimum: z.number(),
  backtracks: z.int(),
  accepted: z.int(),
  wallMs: z.number(),
});
const shape = z.strictObject({ rows: z.array(row) });

const sweep = (cwd: string, ...flags: string[]) => cfc(['sweep', 'smallgain', ...flags], cwd);
const lines = (path: string): string[] => readFileSync(path, 'utf8').trimEnd().split('\n');

describe('cfc sweep smallgain', () => {
  test('--json prints exactly one document: the quick grid over both scenarios and variants', async () => {
    const { code, stdout, stderr } = await sweep(folder(), '--quick', '--json');
    expect([code, stderr]).toEqual([0, '']);
    const { rows } = shape.parse(JSON.parse(stdout));
    expect(rows).toHaveLength(2 * 2 * 2 * 2);
    expect(new Set(rows.map(({ rho, change }) => `${rho} ${change}`))).toEqual(
      new Set(['0.7 0.1', '0.7 0.2', '0.9 0.1', '0.9 0.2']),
    );
  });

  test('the grid is what the flags say, apart by spaces or commas', async () => {
    const flags = ['--rhos', '0.3', '0.6', '--dws', '0.1,0.4', '--variants', 'budget', '--scenarios', 'dense'];
    const { stdout } = await sweep(folder(), ...flags, '--size', '5', '--steps', '9', '--json');
    const { rows } = shape.parse(JSON.parse(stdout));
    expect(rows.map(({ rho, change }) => [rho, change])).toEqual([
      [0.3, 0.1],
      [0.3, 0.4],
      [0.6, 0.1],
      [0.6, 0.4],
    ]);
    for (const one of rows) expect(one).toMatchObject({ scenario: 'dense', size: 5, steps: 9, variant: 'budget' });
  });

  test('people get a table, and --out a CSV file with the same rows and a figure', async () => {
    const cwd = folder();
    const { code, stdout } = await sweep(cwd, '--quick', '--out', 'out');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^scenario +gates +variant +ρ +change +ΔF90 /);
    expect(stdout).toContain('Written: out (sweep.csv, sweep.svg, results.jsonl)');
    const { rows } = shape.parse(JSON.parse((await sweep(cwd, '--quick', '--out', 'out', '--json')).stdout));
    const table = csvParse(readFileSync(join(cwd, 'out/sweep.csv'), 'utf8'));
    expect(table.columns).toEqual(Object.keys(row.shape));
    expect(table.map((one) => ({ ...one }))).toEqual(
      rows.map((one) => Object.fromEntries(Object.entries(one).map(([name, value]) => [name, String(value ?? '')]))),
    );
    const figure = readFileSync(join(cwd, 'out/sweep.svg'), 'utf8');
    expect(figure).toMatch(/^<svg/);
    expect(figure).toContain('dense (16), budget');
  });

  test('finished cells are not run again: neither the same grid nor a larger one', async () => {
    const cwd = folder();
    const results = join(cwd, 'out/results.jsonl');
    const small = ['--rhos', '0.7', '--dws', '0.1', '--out', 'out'];
    await sweep(cwd, ...small);
    const first = lines(results);
    expect(first).toHaveLength(4);
    const again = await sweep(cwd, ...small, '--json');
    expect(again.stderr).toBe('4 of 4 were done before\n');
    const larger = await sweep(cwd, '--quick', '--out', 'out');
    expect(larger.stderr).toContain('4 of 16 were done before\n');
    const after = lines(results);
    expect(after).toHaveLength(16);
    expect(after.slice(0, 4)).toEqual(first);
  });

  test('interrupted it keeps what is done, exits 130, and ends as if nothing had happened', async () => {
    const cwd = folder();
    const results = join(cwd, 'out/results.jsonl');
    const broken = await cfc(['sweep', 'smallgain', '--quick', '--out', 'out'], cwd, interruptedAfter(5));
    expect(broken).toMatchObject({ code: 130, stdout: '' });
    expect(broken.stderr).toBe('interrupted after 5 of 16. The same command goes on from there.\n');
    expect(existsSync(join(cwd, 'out/sweep.csv'))).toBe(false);
    const kept = lines(results);
    appendFileSync(results, '{"key":"half a li');
    const { code, stderr } = await sweep(cwd, '--quick', '--out', 'out');
    expect([code, stderr]).toEqual([0, '5 of 16 were done before\n']);
    expect(lines(results).slice(0, 5)).toEqual(kept);

    const timeless = (text: string) => csvParse(text).map(({ wallMs: _, ...one }) => one);
    const whole = folder();
    await sweep(whole, '--quick', '--out', 'out');
    const [resumed, straight] = [cwd, whole].map((one) => timeless(readFileSync(join(one, 'out/sweep.csv'), 'utf8')));
    expect(resumed).toEqual(straight);
  });

  test.each([
    [['--rhos', '1'], '"1" is not a number above 0 and below 1 (at --rhos)'],
    [['--rhos', 'some'], '"some" is not a number above 0 and below 1 (at --rhos)'],
    [['--rhos', ','], 'there is no value (at --rhos)'],
    [['--dws', '0'], '"0" is not a number above 0, at most 1 (at --dws)'],
    [['--variants', 'sede'], '"sede" is none of its values (at --variants). Did you mean "seed"?'],
    [['--scenarios', 'dnese'], '"dnese" is none of its values (at --scenarios). Did you mean "dense"?'],
    [['--size', '2'], '"2" is not a whole number from 3 to 100000 (at --size)'],
    [['--steps', '0'], '"0" is not a whole number of at least 1 (at --steps)'],
    [['--workers', '-1'], '"-1" is not a whole number from 0 to 256 (at --workers)'],
    [['--out', ' '], 'the name of the folder is empty (at --out)'],
  ])('%j is refused before any work starts', async (flags, told) => {
    const cwd = folder();
    const { code, stdout, stderr } = await sweep(cwd, '--out', 'out', ...flags);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^OPTION_INVALID: .*\n$/);
    expect(stderr).toContain(told);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  test('another adapter is refused', async () => {
    const { code, stderr } = await cfc(['sweep', 'agm'], folder());
    expect(code).toBe(2);
    expect(stderr).toContain('smallgain');
  });
});

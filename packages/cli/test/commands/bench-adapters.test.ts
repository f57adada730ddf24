import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contestants } from '../../src/bench/adapters/contestants.js';
import { familyNames } from '../../src/bench/graphs/families.js';
import { cfc } from '../helpers/cfc.js';
import { folder } from '../helpers/folder.js';

const shape = z.strictObject({
  steps: z.int(),
  seeds: z.int(),
  rows: z.array(
    z.strictObject({
      family: z.string(),
      size: z.int(),
      adapter: z.string(),
      unitDeltaF90: z.number().nullable(),
      gapToMinimum: z.number(),
      shareLeft: z.number(),
      steps: z.number(),
    }),
  ),
});

const bench = (cwd: string, ...flags: string[]) => cfc(['bench', 'adapters', ...flags], cwd);
const small = ['--sizes', '20', '--seeds', '2', '--steps', '15'];

describe('cfc bench adapters', () => {
  test('--json prints exactly one document: a row for each family, size and adapter', async () => {
    const { code, stdout, stderr } = await bench(tmpdir(), ...small, '--json');
    expect([code, stderr]).toEqual([0, '']);
    const { rows, ...head } = shape.parse(JSON.parse(stdout));
    expect(head).toEqual({ steps: 15, seeds: 2 });
    const expected = familyNames.flatMap((family) => contestants.map(({ name }) => [family, 20, name]));
    expect(rows.map(({ family, size, adapter }) => [family, size, adapter])).toEqual(expected);
  });

  test('families and sizes are those asked for', async () => {
    const flags = ['--families', 'star', 'grid', '--sizes', '10,12', '--seeds', '1', '--steps', '5'];
    const { rows } = shape.parse(JSON.parse((await bench(tmpdir(), ...flags, '--json')).stdout));
    expect([...new Set(rows.map(({ family, size }) => `${family} ${size}`))]).toEqual([
      'star 10',
      'star 12',
      'grid 10',
      'grid 12',
    ]);
  });

  test('people get a table, and how to read it', async () => {
    const { code, stdout } = await bench(tmpdir(), ...small);
    expect(code).toBe(0);
    expect(stdout).toContain('medians over 2 seeds, at most 15 steps\ngraph ');
    expect(stdout).toContain('All energies are taken at unit weights.');
    for (const { name, meaning } of contestants) expect(stdout).toMatch(new RegExp(`^ {2}${name} +${meaning}$`, 'm'));
  });

  test('with --out finished graphs are not run again', async () => {
    const cwd = folder();
    const first = await bench(cwd, ...small, '--out', 'out', '--json');
    const results = readFileSync(join(cwd, 'out/results.jsonl'), 'utf8');
    const again = await bench(cwd, ...small, '--out', 'out', '--json');
    expect(again.stderr).toBe('12 of 12 were done before\n');
    expect(again.stdout).toBe(first.stdout);
    expect(readFileSync(join(cwd, 'out/results.jsonl'), 'utf8')).toBe(results);
  });

  test.each([
    [['--families', 'rnig'], '"rnig" is none of its values (at --families). Did you mean "ring"?'],
    [['--sizes', '5'], '"5" is not a whole number from 6 to 100000 (at --sizes)'],
    [['--sizes', '10.5'], '"10.5" is not a whole number from 6 to 100000 (at --sizes)'],
    [['--seeds', '0'], '"0" is not a whole number from 1 to 10000 (at --seeds)'],
    [['--steps', 'x'], '"x" is not a whole number of at least 1 (at --steps)'],
  ])('%j is refused', async (flags, told) => {
    const { code, stdout, stderr } = await bench(tmpdir(), ...flags);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^OPTION_INVALID: .*\n$/);
    expect(stderr).toContain(told);
  });
});

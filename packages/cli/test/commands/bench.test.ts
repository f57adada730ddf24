import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { presets } from '../../src/bench/presets.js';
import { cfc } from '../helpers/cfc.js';

const row = z.strictObject({
  preset: z.string(),
  deltaF90: z.int().nullable(),
  energyFinal: z.number(),
  unitEnergyFinal: z.number(),
  unitDeltaF90: z.int().nullable(),
  gapToMinimum: z.number(),
  backtracks: z.int(),
  accepted: z.int(),
  wallMs: z.number(),
});
const shape = z.strictObject({ scenario: z.string(), size: z.int(), steps: z.int(), rows: z.array(row) });

const bench = (...flags: string[]) => cfc(['bench', 'df90', ...flags], tmpdir());
const documentOf = async (...flags: string[]) => shape.parse(JSON.parse((await bench('--json', ...flags)).stdout));

describe('cfc bench df90', () => {
  test('--json prints exactly one document, of the baseline unless another is asked for', async () => {
    const document = await documentOf();
    expect(document).toMatchObject({ scenario: 'baseline', size: 2, steps: 60 });
    expect(document.rows.map(({ preset }) => preset)).toEqual(presets.map(({ name }) => name));
  });

  test('size and steps are those asked for', async () => {
    const document = await documentOf('--scenario', 'dense', '--size', '5', '--steps', '7');
    expect(document).toMatchObject({ scenario: 'dense', size: 5, steps: 7 });
    expect(document.rows.find(({ preset }) => preset === 'analytic')?.accepted).toBe(7);
  });

  test('people get both tables, and how to read them', async () => {
    const { code, stdout } = await bench();
    expect(code).toBe(0);
    expect(stdout).toContain('baseline (2 gates), 60 steps');
    expect(stdout).toContain('dense (16 gates), 60 steps');
    expect(stdout).toContain('compare the unit-weight columns');
    expect(stdout).toContain('counts the start energy as the first entry for\nprox, prox_star, admm,');
    for (const { name, meaning } of presets) expect(stdout).toMatch(new RegExp(`^ {2}${name} +${meaning}$`, 'm'));
  });

  test('--help says what every preset is', async () => {
    const { code, stdout } = await bench('--help');
    expect(code).toBe(0);
    for (const { name, meaning } of presets) expect(stdout).toMatch(new RegExp(`^ {2}${name} +${meaning}$`, 'm'));
  });

  test('no preset ends below the true minimum', async () => {
    for (const { gapToMinimum } of (await documentOf('--steps', '2000')).rows) {
      expect(gapToMinimum).toBeGreaterThan(-1e-15);
    }
  });

  test.each([
    [['--size', '2', '--scenario', 'dense'], '"2" is not a whole number from 3 to 100000 (at --size)'],
    [['--size', '3', '--scenario', 'baseline'], 'baseline has 2 gates, not 3 (at --size)'],
    [['--size', '8', '--json'], 'baseline has 2 gates, not 8 (at --size). Leave --size out, or add --scenario dense.'],
    [['--size', 'many'], '"many" is not a whole number from 3 to 100000 (at --size)'],
    [['--size', '4.5'], '"4.5" is not a whole number from 3 to 100000 (at --size)'],
    [['--size', ''], '"" is not a whole number'],
    [['--steps', '0'], '"0" is not a whole number of at least 1 (at --steps)'],
    [['--steps', 'NaN'], '"NaN" is not a whole number of at least 1 (at --steps)'],
    [['--scenario', 'dnese'], '"dnese" is none of its values (at --scenario). Did you mean "dense"?'],
  ])('%j is refused', async (flags, told) => {
    const { code, stdout, stderr } = await bench(...flags);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^OPTION_INVALID: .*\n$/);
    expect(stderr).toContain(told);
  });
});

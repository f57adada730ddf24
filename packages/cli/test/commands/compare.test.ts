import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cfc } from '../helpers/cfc.js';
import { folder } from '../helpers/folder.js';
import { ran } from '../helpers/run-folder.js';

const shape = z.strictObject({
  comparable: z.boolean(),
  notes: z.array(z.string()),
  differences: z.array(z.strictObject({ what: z.string(), values: z.array(z.string().nullable()) })),
  runs: z.array(
    z.strictObject({
      run: z.string(),
      directory: z.string(),
      outcome: z.string().nullable(),
      steps: z.int(),
      accepted: z.int(),
      evaluations: z.record(z.string(), z.int()),
      first: z.number().nullable(),
      unitEnergy: z.number().nullable(),
    }),
  ),
});

describe('cfc compare', () => {
  test('of the same scenario twice: nothing differs', async () => {
    const cwd = folder();
    await ran(cwd, 'a', 'quickstart.yaml');
    await ran(cwd, 'b', 'quickstart.yaml');
    const { code, stdout } = await cfc(['compare', 'a', 'b'], cwd);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Nothing differs in what ran\.\n\nrun +outcome +steps/);
    expect(stdout).toMatch(/ unit-weight energy after step 1 +at end\n/);
    const document = shape.parse(JSON.parse((await cfc(['compare', 'a', 'b', '--json'], cwd)).stdout));
    expect(document).toMatchObject({ comparable: true, differences: [] });
    expect(document.runs.map(({ directory, unitEnergy }) => [directory, unitEnergy])).toEqual([
      ['a', document.runs[0]!.unitEnergy],
      ['b', document.runs[0]!.unitEnergy],
    ]);
  });

  test('of other systems: says so before all else', async () => {
    const cwd = folder();
    await ran(cwd, 'a', 'quickstart.yaml');
    await ran(cwd, 'b', 'homotopy.yaml');
    const { stdout } = await cfc(['compare', 'a', 'b'], cwd);
    expect(stdout).toMatch(/^Not comparable: the systems differ \(/);
    expect(stdout).not.toContain('Lowest');
  });

  test('one run is not enough', async () => {
    const cwd = folder();
    await ran(cwd, 'a', 'quickstart.yaml');
    expect(await cfc(['compare', 'a'], cwd)).toMatchObject({ code: 2, stdout: '' });
  });
});

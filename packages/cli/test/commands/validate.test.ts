import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cfc } from '../helpers/cfc.js';
import { folder } from '../helpers/folder.js';
import { ran } from '../helpers/run-folder.js';

const shape = z.strictObject({
  ok: z.boolean(),
  steps: z.int(),
  nonPositive: z.number().nullable(),
  share: z.number(),
  skewness: z.strictObject({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  claims: z.array(z.strictObject({ claim: z.string(), ok: z.boolean(), seen: z.string() })),
});

const climbing = Array.from({ length: 30 }, (_, k) => `{"step":${k + 1},"accepted":true,"change":${0.8 ** k}}\n`).join(
  '',
);

describe('cfc validate', () => {
  test('a relaxation holds: exit code 0', async () => {
    const cwd = folder();
    await ran(cwd, 'run', 'quickstart.yaml');
    const { code, stdout, stderr } = await cfc(['validate', 'run'], cwd);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').map((line) => line.slice(0, 5))).toEqual(['holds', 'holds', '']);
    const document = shape.parse(JSON.parse((await cfc(['validate', 'run', '--json'], cwd)).stdout));
    expect(document).toMatchObject({ ok: true, steps: 64, nonPositive: 1, share: 0.95 });
  });

  test('a climb fails: exit code 1, and nothing on stderr', async () => {
    const cwd = folder({ 'run/trace.jsonl': climbing });
    const { code, stdout, stderr } = await cfc(['validate', 'run', '--json'], cwd);
    expect([code, stderr, shape.parse(JSON.parse(stdout)).ok]).toEqual([1, '', false]);
    expect((await cfc(['validate', 'run'], cwd)).stdout).toMatch(/^fails {2}at least 95% /);
  });

  test.each(['0', '1.5', 'x', ''])('--share %j is refused', async (share) => {
    const { code, stderr } = await cfc(['validate', 'run', '--share', share], folder({ 'run/trace.jsonl': climbing }));
    expect([code, stderr]).toEqual([2, expect.stringContaining('is not a number above 0, at most 1 (at --share)')]);
  });
});

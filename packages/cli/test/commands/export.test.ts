import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { cfc } from '../helpers/cfc.js';
import { examples, folder } from '../helpers/folder.js';

/** A folder with a finished run `run`. */
async function withRun(): Promise<string> {
  const cwd = folder();
  await cfc(['run', join(examples, 'homotopy.yaml'), '--out', 'run'], cwd);
  return cwd;
}

const rowsOf = (path: string) =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('cfc export', () => {
  test('writes every format beside the trace', async () => {
    const cwd = await withRun();
    for (const [format, name] of [
      ['csv', 'export.csv'],
      ['jsonl', 'export.jsonl'],
      ['parquet', 'export.parquet'],
      ['tensorboard', 'export.tfevents'],
    ] as const) {
      const ran = await cfc(['export', 'run', '--format', format], cwd);
      expect(ran).toEqual({ code: 0, stdout: `Written: ${join('run', name)}\n`, stderr: '' });
      expect(existsSync(join(cwd, 'run', name))).toBe(true);
    }
    const rows = rowsOf(join(cwd, 'run/trace.jsonl'));
    expect(rowsOf(join(cwd, 'run/export.jsonl'))).toEqual(rows);
    const csv = csvParse(readFileSync(join(cwd, 'run/export.csv'), 'utf8'));
    expect(csv.map((row) => row['energy'])).toEqual(rows.map((row) => String(row['energy'])));
    expect(new Set(csv.columns)).toEqual(new Set(rows.flatMap((row) => Object.keys(row))));
    expect(readFileSync(join(cwd, 'run/export.parquet'), 'latin1')).toMatch(/^PAR1[^]*PAR1$/);
  });

  test('says what is wrong, and leaves the run alone', async () => {
    const cwd = await withRun();
    const said = async (...argv: string[]) => {
      const { code, stderr } = await cfc(['export', ...argv], cwd);
      expect(code).toBe(2);
      return stderr;
    };
    expect(await said('nowhere', '--format', 'csv')).toContain('INPUT_INVALID: no run with a trace');
    expect(await said('run', '--format', 'xls')).toContain('OPTION_INVALID: "xls" is none of its values');
    expect(await said('run', '--format', 'csv', '--out', 'run/trace.jsonl')).toContain('OPTION_INVALID');
    const { code, stderr } = await cfc(['export', 'run', '--format', 'csv', '--out', 'no/x.csv'], cwd);
    expect([code, stderr.split(':')[0]]).toEqual([1, 'WRITE_FAILED']);
  });
});

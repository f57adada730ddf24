import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cfc } from '../helpers/cfc.js';
import { folder } from '../helpers/folder.js';
import { ran } from '../helpers/run-folder.js';

const shape = z.strictObject({
  figures: z.array(
    z.strictObject({
      name: z.string(),
      title: z.string(),
      available: z.boolean(),
      missing: z.array(z.string()),
      recordedBy: z.string(),
    }),
  ),
});

describe('cfc plot', () => {
  test('writes a figure of a run, the same bytes every time', async () => {
    const cwd = folder();
    await ran(cwd, 'run', 'quickstart.yaml', '--columns', 'etas');
    for (const name of ['energy', 'terms', 'weights', 'eta', 'histogram']) {
      const first = await cfc(['plot', 'run', name], cwd);
      expect(first).toEqual({ code: 0, stdout: `Written: ${name}.svg\n`, stderr: '' });
      const svg = readFileSync(join(cwd, `${name}.svg`), 'utf8');
      expect(svg).toMatch(/^<svg /);
      await cfc(['plot', 'run', name, '--out', 'again.svg'], cwd);
      expect(readFileSync(join(cwd, 'again.svg'), 'utf8')).toBe(svg);
    }
  });

  test('without a name tells which figures there are, and what the others lack', async () => {
    const cwd = folder();
    await ran(cwd, 'run', 'quickstart.yaml');
    const { stdout } = await cfc(['plot', 'run'], cwd);
    expect(stdout).toMatch(/^figure +shows\nenergy +Energy and ΔF\n/);
    expect(stdout).toMatch(/\neta +eta:\* +cfc run --out DIR --columns etas/);
    const { figures } = shape.parse(JSON.parse((await cfc(['plot', 'run', '--json'], cwd)).stdout));
    expect(figures.filter(({ available }) => available).map(({ name }) => name)).toEqual([
      'energy',
      'terms',
      'weights',
      'histogram',
    ]);
  });

  test('--spec prints the Vega-Lite specification', async () => {
    const cwd = folder();
    await ran(cwd, 'run', 'quickstart.yaml');
    const { stdout } = await cfc(['plot', 'run', 'weights', '--spec'], cwd);
    expect(JSON.parse(stdout)).toMatchObject({ $schema: 'https://vega.github.io/schema/vega-lite/v6.json' });
  });

  test('draws the front of a sweep', async () => {
    const cwd = folder();
    await cfc(
      ['sweep', 'smallgain', '--quick', '--steps', '20', '--scenarios', 'baseline', '--workers', '0', '--out', 's'],
      cwd,
    );
    expect(await cfc(['plot', 's', 'pareto'], cwd)).toMatchObject({ code: 0, stdout: 'Written: pareto.svg\n' });
  });

  test('what cannot be drawn is refused in one line', async () => {
    const cwd = folder({ 'empty/note.txt': '' });
    await ran(cwd, 'run', 'quickstart.yaml');
    writeFileSync(join(cwd, 'file'), '');
    const told = async (...argv: string[]) => {
      const { code, stdout, stderr } = await cfc(['plot', ...argv], cwd);
      expect([code, stdout, stderr.split('\n').length]).toEqual([2, '', 2]);
      return stderr;
    };
    expect(await told('run', 'eta')).toContain(
      'no numbers in the column eta:* (at figure eta). Record them by cfc run --out DIR --columns etas',
    );
    expect(await told('run', 'enrgy')).toContain('Did you mean "energy"?');
    expect(await told('nowhere', 'energy')).toContain('no such folder');
    expect(await told('empty', 'energy')).toContain('no table');
  });
});

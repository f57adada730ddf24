import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cfc } from '../helpers/cfc.js';
import { folder } from '../helpers/folder.js';
import { ran } from '../helpers/run-folder.js';

describe('cfc report', () => {
  test('writes one page with outcome, energies, computed gap and figures', async () => {
    const cwd = folder();
    await ran(cwd, 'run', 'quickstart.yaml');
    expect(await cfc(['report', 'run'], cwd)).toEqual({ code: 0, stdout: 'Written: run/report.html\n', stderr: '' });
    const page = readFileSync(join(cwd, 'run/report.html'), 'utf8');
    expect(page).toContain('Converged after 64 steps, 64 accepted');
    expect(page).toContain('<dd>0.106698<p>unit-weight energy where it began');
    expect(page).toContain('<dd>0.062054<p>unit-weight energy');
    expect(page).toMatch(/<dd>\S+<p>computed: /);
    expect(page).toContain('Nothing: it converged without warnings');
    expect(page.match(/<svg /g)!.length).toBe(4);
  });

  test('of a run with an adapter tells that its weights are away from their base', async () => {
    const cwd = folder();
    await ran(cwd, 'run', 'homotopy.yaml');
    await cfc(['report', 'run', '--out', 'page.html'], cwd);
    expect(readFileSync(join(cwd, 'page.html'), 'utf8')).toContain('Weights did not end at their base: ');
  });

  test('shows a run named <script> as text, and loads no plugin that a run file names', async () => {
    const cwd = folder({ 'evil.mjs': 'globalThis.loaded = true;' });
    await ran(cwd, 'run', 'quickstart.yaml');
    const scenario = { file: 's', tree: { cfc: 1, plugins: ['./evil.mjs'], modules: {} } };
    writeFileSync(join(cwd, 'run/run.json'), JSON.stringify({ run: '<script>alert(1)</script>', scenario }));
    await cfc(['report', 'run'], cwd);
    const page = readFileSync(join(cwd, 'run/report.html'), 'utf8');
    expect(page).toContain('<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>');
    expect(/<script/i.exec(page)).toBeNull();
    expect(page).toContain('estimated: ');
    expect('loaded' in globalThis).toBe(false);
  });

  test('a folder without a run is refused', async () => {
    const { code, stderr } = await cfc(['report', '.'], folder());
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^INPUT_INVALID: no run: .*\n$/)]);
  });
});

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cfc, type Ran } from '../helpers/cfc.js';
import { examples, folder } from '../helpers/folder.js';

beforeEach(() => {
  vi.stubEnv('XDG_STATE_HOME', folder());
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** Runs the command until `look` has seen its address. */
async function served(argv: readonly string[], cwd: string, look: (url: string) => Promise<void>): Promise<Ran> {
  const controller = new AbortController();
  let looked: Promise<void> = Promise.resolve();
  let printed = '';
  const write = (text: string): void => {
    printed += text;
    looked = look(printed.split('\n')[0]!).finally(() => controller.abort());
  };
  const ran = await cfc(['dashboard', ...argv], cwd, { stdout: { write }, interruptible: () => controller.signal });
  await looked;
  return { ...ran, stdout: printed };
}

interface Table {
  readonly state: { readonly rows: number };
  readonly columns: readonly string[];
}

describe('cfc dashboard', () => {
  test('serves the rows that cfc run wrote, and ends when it is interrupted', async () => {
    const cwd = folder();
    expect((await cfc(['run', join(examples, 'quickstart.yaml'), '--out', 'first'], cwd)).code).toBe(0);
    const { code, stderr } = await served(['.', '--port', '0', '--no-open'], cwd, async (url) => {
      expect(await (await fetch(url)).text()).toContain('<title>cfc dashboard</title>');
      const { state, columns } = (await (await fetch(`${url}table?run=first`)).json()) as Table;
      expect(state.rows).toBe(64);
      expect(columns).toEqual(
        expect.arrayContaining(['energy', 'unitEnergy', 'change', 'energy:local:EnergyGatingModule']),
      );
    });
    expect([code, stderr]).toEqual([0, '']);
  });

  test('watches a file, and keeps its token for the next time, for the user alone', async () => {
    const cwd = folder({ 'mine.csv': 'loss\n1\n2\n' });
    const urls: string[] = [];
    const argv = ['--watch', 'mine.csv', '--port', '0', '--no-open'];
    for (let k = 0; k < 2; k++) {
      await served(argv, cwd, async (url) => {
        urls.push(url);
        const { state } = (await (await fetch(`${url}table?run=file:`)).json()) as Table;
        expect(state.rows).toBe(2);
      });
    }
    const [first, second] = urls.map((url) => new URL(url).pathname);
    expect(first).toMatch(/^\/[\w-]{32}\/$/);
    expect(second).toBe(first);
    expect(statSync(join(process.env.XDG_STATE_HOME!, 'cfc', 'dashboard-token')).mode & 0o077).toBe(0);
  });

  test.each([
    [[], 'OPTION_INVALID: there is nothing to show'],
    [['none'], 'INPUT_INVALID: no such file or folder'],
    [['a.txt'], 'INPUT_INVALID: a file, not a folder'],
    [['.', '--port', '99999'], 'OPTION_INVALID: "99999" is not a whole number from 0 to 65535 (at --port)'],
    [['--watch', 'a.txt'], 'INPUT_INVALID: not a table'],
  ])('%j is refused', async (argv, message) => {
    const { code, stderr } = await cfc(['dashboard', ...argv], folder({ 'a.txt': '' }));
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

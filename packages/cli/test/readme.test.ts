import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cfc } from './helpers/cfc.js';
import { examples, folder } from './helpers/folder.js';

const textOf = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The command lines that a page shows, with what it says they print. */
const samplesOf = (page: string) =>
  [...page.matchAll(/^```console\n\$ cfc (.*)\n([^]*?)\n```$/gm)].map(([, line, output]) => [line!, output!] as const);

/** The first fenced block of a language. */
const block = (page: string, language: string): string => page.split(`\`\`\`${language}\n`)[1]!.split('```')[0]!;

/** Without what differs between machines and versions: times, versions, widths of columns, last digits. */
const settled = (text: string) =>
  text
    .trimEnd()
    .replace(/-?\d+\.\d{7,}/g, (digits) => Number(digits).toPrecision(6))
    .replace(/\d+\.\d$/gm, 'ms')
    .replace(/\d+\.\d+\.\d+/g, 'version')
    .replace(/ +/g, ' ');

async function printsWhatItSays(line: string, output: string, cwd: string): Promise<void> {
  const { stdout, stderr } = await cfc(line.split(' '), cwd);
  const printed = settled(stdout + stderr);
  const [head, tail] = settled(output).split('\n...');
  expect(printed.slice(0, head!.length)).toBe(head);
  if (tail === undefined) expect(printed).toBe(head);
  else expect(printed.slice(printed.length - tail.length)).toBe(tail);
}

describe('the README', () => {
  const readme = textOf('../README.md');
  const samples = samplesOf(readme);
  // the samples follow each other: what one writes, the next ones read
  const cwd = mkdtempSync(join(tmpdir(), 'cfc-test-'));
  cpSync(examples, cwd, { recursive: true });
  cpSync(join(examples, '../dual-replay'), cwd, { recursive: true });
  afterAll(() => rmSync(cwd, { recursive: true, force: true }));

  test('names every command', async () => {
    const { stdout } = await cfc(['--help'], cwd);
    const names = [...stdout.split('Commands:')[1]!.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(15);
    for (const name of names.filter((one) => one !== 'help')) expect(readme).toContain(`cfc ${name}`);
  });

  test('shows what these commands print', () => {
    const shown = new Set(samples.map(([line]) => line.split(' ')[0]));
    expect([...shown]).toEqual([
      'run',
      'evaluate',
      'bench',
      'sweep',
      'experiment',
      'export',
      'plot',
      'report',
      'validate',
      'dual',
      'vacua',
      'plugins',
    ]);
  });

  test.each(samples)('says of cfc %s what it prints', async (line, output) => {
    await printsWhatItSays(line, output, cwd);
  });

  test('shows the sample scenario', () => {
    expect(readme).toContain(textOf('../../../examples/scenarios/quickstart.yaml').trimEnd());
  });
});

describe('docs/scenarios.md', () => {
  const page = textOf('../../../docs/scenarios.md');
  const sample = block(page, 'yaml');

  test('shows a scenario with every key, and what it prints', async () => {
    const tree = parse(sample) as { relax: object };
    const rows = [...page.matchAll(/^\| `(\w+)` +\| /gm)].map(([, key]) => key!);
    for (const key of Object.keys(tree)) expect(rows).toContain(key);
    expect(Object.keys(tree)).toEqual(['cfc', 'plugins', 'modules', 'couplings', 'signals', 'weights', 'relax']);
    expect(Object.keys(tree.relax)).toEqual(['method', 'guard', 'stop', 'schedule', 'adapter', 'seed']);
    const [[line, output] = ['', '']] = samplesOf(page);
    await printsWhatItSays(line, output, folder({ 'every-key.yaml': sample }));
  });

  test('shows the errors that faults in it lead to', async () => {
    const faults = [
      ['cost: 0.05', 'cost: -1'],
      ["'coup:DirectedHingeCoupling'", "'coup:DirectedHinge'"],
      [', start: 0.9', ''],
    ] as const;
    const told: string[] = [];
    for (const [right, wrong] of faults) {
      const cwd = folder({ 's.yaml': sample.replace(right, wrong) });
      told.push((await cfc(['run', 's.yaml'], cwd)).stderr);
    }
    expect(told.join('')).toBe(block(page, 'text'));
  });

  test('says what is done where relax is left out', async () => {
    const bare = join(folder({ 's.yaml': '{ cfc: 1, modules: { m: { use: LandauModule, start: 0.5 } } }' }), 's.yaml');
    const { stdout } = await cfc(['run', bare], folder());
    expect(stdout).toContain('\nAuto, guard Monotone, stop AnyOf (GradientBelow, MaxSteps), seed 0\n');
    expect(stdout).toContain('at most 1e-9');
  });
});

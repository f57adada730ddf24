import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cfc } from './helpers/cfc.js';
import { folder } from './helpers/folder.js';

const textOf = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The first fenced block of a language. */
const block = (page: string, language: string): string => page.split(`\`\`\`${language}\n`)[1]!.split('```')[0]!;

describe('the README', () => {
  const readme = textOf('../README.md');
  test('names every command', async () => {
    const { stdout } = await cfc(['--help'], folder());
    const names = [...stdout.split('Commands:')[1]!.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(15);
    for (const name of names.filter((one) => one !== 'help')) expect(readme).toContain(`cfc ${name}`);
  });

  test('shows what these commands print', () => {
    const shown = new Set([...readme.matchAll(/^```console\n\$ cfc (\w+)/gm)].map(([, name]) => name));
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

  test('shows the sample scenario', () => {
    expect(readme).toContain(textOf('../../../examples/scenarios/quickstart.yaml').trimEnd());
  });
});

describe('docs/scenarios.md', () => {
  const page = textOf('../../../docs/scenarios.md');
  const sample = block(page, 'yaml');

  test('shows a scenario with every key', () => {
    const tree = parse(sample) as { relax: object };
    const rows = [...page.matchAll(/^\| `(\w+)` +\| /gm)].map(([, key]) => key!);
    for (const key of Object.keys(tree)) expect(rows).toContain(key);
    expect(Object.keys(tree)).toEqual(['cfc', 'plugins', 'modules', 'couplings', 'signals', 'weights', 'relax']);
    expect(Object.keys(tree.relax)).toEqual(['method', 'guard', 'stop', 'schedule', 'adapter', 'seed']);
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

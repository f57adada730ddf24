import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../scripts/workspace.mjs';

/*
 * docs/plugins.md as its reader follows it, with links to the built core and command in place of installing them: the package that
 * the command makes, then every file that the page shows for doing it by hand.
 */
const page = readFileSync(join(root, 'docs/plugins.md'), 'utf8');
const files = [...page.matchAll(/^`([\w.]+)`:\n\n```\w+\n([^]*?)```$/gm)].map(
  ([, name, text]) => [name!, text!] as const,
);

const folder = mkdtempSync(join(tmpdir(), 'cfc guide '));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const run = (cwd: string, command: string, ...args: string[]): string =>
  execFileSync(command, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** The tools of this workspace; without what vitest tells its own processes. */
const { VITEST: _, FORCE_COLOR: __, PATH: path = '', ...rest } = process.env;
const tools = join(folder, 'bin');
const env = { ...rest, NO_COLOR: '1', PATH: [tools, join(root, 'node_modules/.bin'), path].join(delimiter) };

/** Without the gradient that is left at the end, which is rounding. */
const settled = (text: string): string => text.replace(/gradient is [^,]+,/, 'gradient is small,');

/** What the page says that a command prints. */
const printed = (command: string): string => page.split(`\`\`\`console\n$ ${command}\n`)[1]!.split('```')[0]!;

/** A package in node_modules, as a link. */
function link(target: string, ...path: string[]): void {
  mkdirSync(join(...path, '..'), { recursive: true });
  symlinkSync(target, join(...path), 'junction');
}

describe('the package that the command makes', () => {
  const place = join(folder, 'cfc-plugin-mine');
  const npm = (...args: string[]): string => run(place, 'npm', ...args);
  const command = join(root, 'packages/cli/dist/bin.js');

  beforeAll(() => {
    mkdirSync(tools);
    writeFileSync(join(tools, 'cfc'), `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`, { mode: 0o755 });
    const [, script, name] = /^node (packages\/create-cfc-plugin\/\S+) (\S+) \.\.\/cfc-plugin-mine /m.exec(page)!;
    expect(page).toContain(`npm create cfc-plugin ${name}\n`);
    run(folder, process.execPath, join(root, script!), name!, place);
    link(join(root, 'packages/core'), place, 'node_modules/@cfc/core');
    link(join(root, 'node_modules/vitest'), place, 'node_modules/vitest');
  });

  test('is made of the files that the page names', () => {
    const named = [...page.matchAll(/^\| `((?:src|test)\/\S*|[\w.]+\.\w+)` +\|/gm)].map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(3);
    for (const name of named) expect(existsSync(join(place, name)), name).toBe(true);
  });

  test('passes its tests', () => {
    expect(npm('test')).toMatch(/Tests {2}9 passed \(9\)/);
  });

  test('runs in its scenario, by its name, as the page says', () => {
    expect(settled(npm('run', '--silent', 'demo'))).toBe(settled(printed('npm run --silent demo')));
  });

  test('is checked and shown by the command as the page says', () => {
    for (const [, line] of page.matchAll(/`npx cfc ([^`]*cfc-plugin-mine|doctor)`/g)) {
      expect(run(place, 'cfc', ...line!.split(' '))).toMatch(
        line === 'doctor' ? /^0 problems/m : /^MineModule \(module/,
      );
    }
  });
});

describe('the package that is made by hand', () => {
  const place = join(folder, 'by hand');
  const node = (...args: string[]): string => run(place, process.execPath, ...args);
  const cfc = (...args: string[]): string => node(join(root, 'packages/cli/dist/bin.js'), ...args);

  beforeAll(() => {
    mkdirSync(place);
    for (const [name, text] of files) writeFileSync(join(place, name), text);
    link(join(root, 'packages/core'), place, 'node_modules/@cfc/core');
  });

  test('the guide shows a whole plugin', () => {
    expect(files.map(([name]) => name)).toEqual([
      'package.json',
      'index.js',
      'index.test.js',
      'scenario.yaml',
      'other.mjs',
      'prefixed.yaml',
    ]);
  });

  test('its tests pass', () => {
    expect(node('--test')).toMatch(/pass 2\n[^]*fail 0\n/);
  });

  test('its scenario prints what the guide says', () => {
    expect(settled(cfc('run', 'scenario.yaml'))).toBe(settled(printed('npx cfc run scenario.yaml')));
  });

  test('elsewhere the plugin is found by the name of its package', () => {
    link(place, place, 'elsewhere/node_modules/cfc-plugin-share');
    const [, named] = /^```yaml\n(plugins: .*)\n```$/m.exec(page)!;
    const text = files.find(([name]) => name === 'scenario.yaml')![1].replace("plugins: ['./index.js']", named!);
    writeFileSync(join(place, 'elsewhere', 'scenario.yaml'), text);
    expect(cfc('run', join('elsewhere', 'scenario.yaml'))).toContain('cfc-plugin-share 0.1.0');
  });

  test('its pieces can be loaded under other names', () => {
    expect(JSON.parse(cfc('run', 'prefixed.yaml', '--json'))).toMatchObject({
      outcome: 'converged',
      weights: { 'local:ShareModule': 2 },
    });
  });

  test('the options are shown as users will see them', () => {
    expect(page).toContain('`cfc plugins ShareModule --plugin cfc-plugin-share`');
    expect(cfc('plugins', 'ShareModule', '--plugin', 'cfc-plugin-share')).toContain(
      'strength  number  1        [0, ∞)',
    );
  });
});

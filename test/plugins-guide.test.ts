import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../scripts/workspace.mjs';

/*
 * docs/plugins.md as its reader follows it: every file that it shows, in a folder of its own, with the built core.
 */
const page = readFileSync(join(root, 'docs/plugins.md'), 'utf8');
const files = [...page.matchAll(/^`([\w.]+)`:\n\n```\w+\n([^]*?)```$/gm)].map(
  ([, name, text]) => [name!, text!] as const,
);

let place = '';
const node = (...args: string[]): string =>
  execFileSync(process.execPath, args, { cwd: place, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const cfc = (...args: string[]): string => node(join(root, 'packages/cli/dist/bin.js'), ...args);

/** Without the gradient that is left at the end, which is rounding. */
const settled = (text: string): string => text.replace(/gradient is [^,]+,/, 'gradient is small,');

/** A package in node_modules, as a link. */
function link(target: string, ...path: string[]): void {
  mkdirSync(join(place, ...path, '..'), { recursive: true });
  symlinkSync(target, join(place, ...path), 'junction');
}

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'cfc-guide-'));
  for (const [name, text] of files) writeFileSync(join(place, name), text);
  link(join(root, 'packages/core'), 'node_modules/@cfc/core');
});

afterAll(() => {
  rmSync(place, { recursive: true, force: true });
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
  const [, output] = /\$ npx cfc run scenario\.yaml\n([^]*?)```/.exec(page)!;
  expect(settled(cfc('run', 'scenario.yaml'))).toBe(settled(output!));
});

test('elsewhere the plugin is found by the name of its package', () => {
  link(place, 'elsewhere', 'node_modules', 'cfc-plugin-share');
  const text = files.find(([name]) => name === 'scenario.yaml')![1].replace('./index.js', 'cfc-plugin-share');
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
  expect(cfc('plugins', 'ShareModule', '--plugin', './index.js')).toContain('strength  number  1        [0, ∞)');
});

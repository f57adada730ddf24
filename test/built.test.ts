import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../scripts/workspace.mjs';

/*
 * The packages as a stranger gets them: packed, installed into an empty folder without a network, imported in each style.
 */
const manifest = (name: string): { name: string; dependencies?: Record<string, string> } =>
  JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')) as { name: string };

let place = '';
const run = (command: string, args: readonly string[], cwd = place): string =>
  execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
const node = (code: string): string => run(process.execPath, ['--input-type=module', '--eval', code]).trim();

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'cfc built '));
  writeFileSync(join(place, 'package.json'), '{ "private": true }');
  for (const name of ['core', 'modules-gating']) {
    run(join(root, 'node_modules/.bin/pnpm'), ['pack', '--pack-destination', place], join(root, 'packages', name));
  }
  const tarballs = readdirSync(place).filter((file) => file.endsWith('.tgz'));
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', ...tarballs.map((file) => `./${file}`)]);
}, 120_000);

afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});

test('a selective install is the packages asked for and nothing else', () => {
  expect(readdirSync(join(place, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['@cfc']);
  expect(readdirSync(join(place, 'node_modules/@cfc')).sort()).toEqual(['core', 'modules-gating']);
});

test('the core has no runtime dependency', () => {
  expect(manifest('core').dependencies ?? {}).toEqual({});
});

test('the built packages work by import', () => {
  const code = `
    import { createRegistry, corePlugin } from '@cfc/core';
    import { checkModule } from '@cfc/core/testing';
    import { gatingPlugin, energyGating } from '@cfc/modules-gating';
    const registry = createRegistry([corePlugin, gatingPlugin]);
    checkModule(energyGating);
    console.log(registry.make.EnergyGatingModule({ cost: 0.2 }).options.cost);`;
  expect(node(code)).toBe('0.2');
});

test('the built packages work by require, with one identity', () => {
  const code = `
    import { createRequire } from 'node:module';
    import * as imported from '@cfc/core';
    const required = createRequire(import.meta.url)('@cfc/core');
    console.log(required.CfcError === imported.CfcError);`;
  expect(node(code)).toBe('true');
});

test('declarations come with every package and check in a strict project', () => {
  const use = `import { energyGating } from '@cfc/modules-gating';
    export const cost: number = energyGating({ cost: 0.2 }).options.cost;
    // @ts-expect-error no such option
    energyGating({ price: 0.2 });\n`;
  writeFileSync(join(place, 'use.ts'), use);
  const flags = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext', '--target', 'es2022'];
  expect(run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...flags, 'use.ts'])).toBe('');
});

test('no package ships its tests', () => {
  for (const name of ['core', 'modules-gating']) {
    expect(readdirSync(join(place, 'node_modules/@cfc', name))).not.toContain('test');
  }
});

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
    timeout: 60_000,
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

test('the built threads work, and do not keep a process alive that does not stop them', () => {
  const code = `
    import { compile, couplingColumns, defineSystem, landau, moduleColumns, quadratic } from '@cfc/core';
    import { startThreads } from '@cfc/core/threads';
    const count = 40_000;
    const a = Int32Array.from({ length: count - 1 }, (_, k) => k);
    const source = defineSystem({
      modules: [moduleColumns(landau, { count })],
      couplings: [couplingColumns(quadratic, { a, b: a.map((k) => k + 1) })],
    });
    const energies = [];
    for (const threads of [1, 3]) {
      const system = compile(source, { threads: await startThreads({ threads }) });
      const eta = system.vector().map((_, i) => (i % 10) / 10);
      for (let k = 0; k < 100; k++) energies.push(system.gradient(eta, system.unit, system.vector()));
    }
    console.log(new Set(energies).size, energies.length);`;
  expect(node(code)).toBe('1 200');
});

test('the main entry asks nothing of Node', () => {
  const dist = join(place, 'node_modules/@cfc/core/dist');
  const text = (file: string): string => readFileSync(join(dist, file), 'utf8');
  const reached = new Set(['index.js']);
  for (const file of reached) {
    for (const [, next] of text(file).matchAll(/from ['"]\.\/([^'"]+)['"]/g)) reached.add(next!);
  }
  expect(reached.size).toBeGreaterThan(1);
  for (const file of reached) expect(text(file), file).not.toMatch(/worker_threads|getBuiltinModule|node:/);
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

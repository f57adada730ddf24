import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { create, folder } from './helpers/create.js';

/*
 * What is made, against the sources of the workspace's core. scripts/check-create-plugin.mjs does the same with packed packages.
 */
const root = fileURLToPath(new URL('../../..', import.meta.url));
const tool = (path: string): string => join(root, 'node_modules', path);
const core = '@cfc/source';

/** Without what the outer vitest tells its own processes. */
const { VITEST: _, FORCE_COLOR: __, ...rest } = process.env;
const env = { ...rest, NO_COLOR: '1' };

function run(cwd: string, ...args: readonly string[]): string {
  try {
    return execFileSync(process.execPath, args, {
      cwd,
      encoding: 'utf8',
      stdio: 'pipe',
      env,
    });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${stdout}\n${stderr}`, { cause: error });
  }
}

/** A generated plugin with links to the core and to vitest of this workspace. */
function made(...argv: readonly string[]): string {
  const place = join(folder(), 'cfc-plugin-mine');
  expect(create([argv[0]!, place, ...argv.slice(1)], dirname(place)).code).toBe(0);
  for (const [name, target] of [
    ['@cfc/core', join(root, 'packages/core')],
    ['vitest', tool('vitest')],
  ] as const) {
    mkdirSync(dirname(join(place, 'node_modules', name)), { recursive: true });
    symlinkSync(target, join(place, 'node_modules', name), 'junction');
  }
  return place;
}

test('it type-checks and passes its own tests', () => {
  const place = made('@you/cfc-plugin-mine', '--module', 'EnergyWell');
  const tsc = (config: string): string =>
    run(place, tool('typescript/bin/tsc'), '-p', config, '--customConditions', core);
  expect(tsc('tsconfig.json')).toBe('');
  const config = `export default { ssr: { resolve: { conditions: ['${core}', 'node', 'import', 'default'] } } };`;
  writeFileSync(join(place, 'vitest.config.mjs'), config);
  const flags = ['--no-isolate', '--no-file-parallelism'];
  expect(run(place, tool('vitest/vitest.mjs'), 'run', ...flags)).toMatch(/Tests {2}9 passed \(9\)/);
});

test('after its first version the plugin states what the manifest states', () => {
  const place = made('cfc-plugin-mine');
  const manifest = readFileSync(join(place, 'package.json'), 'utf8');
  writeFileSync(join(place, 'package.json'), manifest.replace('"version": "0.0.0"', '"version": "0.1.0"'));
  run(place, 'scripts/sync-version.mjs');
  expect(readFileSync(join(place, 'src/plugin.ts'), 'utf8')).toContain("version: '0.1.0'");
});

test('it asks for a core, a compiler and a test runner that this workspace has', () => {
  type Manifest = Readonly<Record<string, Readonly<Record<string, string>>>> & { readonly version: string };
  const read = (path: string): Manifest => JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const { peerDependencies, devDependencies } = read(join(made('cfc-plugin-mine'), 'package.json'));
  const ours = read(join(root, 'package.json')).devDependencies!;
  const { version } = read(join(root, 'packages/core/package.json'));
  expect(peerDependencies).toEqual({ '@cfc/core': `^${version.split('.')[0]}.0.0` });
  for (const name of ['typescript', 'vitest', '@changesets/cli']) expect(devDependencies![name]).toBe(`^${ours[name]}`);
});

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { cfc } from '../helpers/cfc.js';
import { folder } from '../helpers/folder.js';
import { packageFiles, pluginText, wellScenario } from '../helpers/third-party.js';

/* A scenario reaches the packages and files that it names, and nothing by other ways. */

const mark = (place: string): string =>
  `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(place)}, '');`;

test.each([
  ['an absolute path', (file: string) => file],
  ['a URL of a file', (file: string) => pathToFileURL(file).href],
  ['a URL with the code in it', () => 'data:text/javascript,globalThis.reached=1'],
  ['a URL of a server', () => 'http://127.0.0.1:9/x.js'],
  ['the same, secured', () => 'https://127.0.0.1:9/x.js'],
  ['a module of Node', () => 'node:child_process'],
  ['the same by its old name', () => 'fs/promises'],
  ['an import of the package that the scenario lies in', () => '#internal'],
  ['a package, and out of it again', () => 'cfc-plugin-well/../../x.mjs'],
  ['the same, encoded', () => 'cfc-plugin-well/%2e%2e/%2e%2e/x.mjs'],
  ['the same with the slashes of Windows', () => 'cfc-plugin-well\\..\\..\\x.mjs'],
  ['a drive', () => 'C:/x.mjs'],
  ['a path with an encoded slash', () => './a%2f..%2fx.mjs'],
  ['a path with a query', () => './x.mjs?1'],
  ['nothing', () => ''],
])('%s is refused before anything is loaded', async (_, nameOf) => {
  const cwd = folder(packageFiles('cfc-plugin-well', pluginText({})));
  const reached = join(cwd, 'reached');
  writeFileSync(join(cwd, 'x.mjs'), `${mark(reached)}\n${pluginText({})}`);
  writeFileSync(join(cwd, 'package.json'), JSON.stringify({ type: 'module', imports: { '#internal': './x.mjs' } }));
  const name = nameOf(join(cwd, 'x.mjs'));
  writeFileSync(join(cwd, 's.json'), JSON.stringify({ cfc: 1, plugins: [name], modules: {} }));
  const { code, stderr } = await cfc(['run', 's.json'], cwd);
  expect([code, stderr]).toEqual([
    2,
    `INPUT_INVALID: "${name}" is neither a package nor a relative path (at plugins). Name a package, or a file by a path that begins with a dot.\n`,
  ]);
  expect(globalThis).not.toHaveProperty('reached');
  const { existsSync } = await import('node:fs');
  expect(existsSync(reached)).toBe(false);
});

test('a path upwards is a path that the scenario names: it leads from the folder of the scenario', async () => {
  const cwd = folder({ 'a/b/well.yaml': wellScenario('../../well.mjs'), 'well.mjs': pluginText({}) });
  expect(await cfc(['evaluate', 'a/b/well.yaml'], cwd)).toMatchObject({ code: 0, stderr: '' });
});

test('a link is followed as Node follows it', async () => {
  const cwd = folder({ 'in/well.yaml': wellScenario('./link.mjs') });
  const other = folder({ 'well.mjs': pluginText({}) });
  mkdirSync(join(cwd, 'in'), { recursive: true });
  symlinkSync(join(other, 'well.mjs'), join(cwd, 'in/link.mjs'));
  expect(await cfc(['evaluate', 'in/well.yaml'], cwd)).toMatchObject({ code: 0, stderr: '' });
});

test('validate, plot and report load no plugin that a run names', async () => {
  const cwd = folder({ 'run/trace.jsonl': '{"step":1,"energy":1}\n{"step":2,"energy":0.5}\n' });
  const reached = join(cwd, 'reached');
  writeFileSync(join(cwd, 'x.mjs'), `${mark(reached)}\n${pluginText({})}`);
  const tree = { cfc: 1, plugins: ['./x.mjs'], modules: {} };
  const identity = { run: 'run', scenario: { file: 's.yaml', tree }, started: '2026-01-01T00:00:00.000Z', seed: 0 };
  writeFileSync(join(cwd, 'run/run.json'), JSON.stringify(identity));
  for (const command of ['validate', 'plot', 'report']) await cfc([command, 'run'], cwd);
  const { existsSync } = await import('node:fs');
  expect(existsSync(reached)).toBe(false);
});

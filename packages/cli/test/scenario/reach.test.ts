import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cfc } from '../helpers/cfc.js';
import { folder } from '../helpers/folder.js';
import { pluginText } from '../helpers/third-party.js';

/* A scenario is one file: nothing in it but a plugin's name leads to another one. Plugins' names: test/plugins/confined.test.ts. */

const opened: string[] = [];
const places: readonly [object, readonly string[]][] = [
  [fs, ['readFile', 'readFileSync', 'open', 'openSync', 'createReadStream', 'readdirSync', 'readdir']],
  [fs.promises, ['readFile', 'open', 'readdir']],
];

beforeEach(() => {
  opened.length = 0;
  for (const [place, names] of places) {
    for (const name of names) {
      const real = (place as Record<string, (...given: unknown[]) => unknown>)[name]!;
      vi.spyOn(place as Record<string, typeof real>, name).mockImplementation(function (this: unknown, ...given) {
        opened.push(String(given[0]));
        return real.apply(this, given);
      });
    }
  }
  syncBuiltinESMExports();
});
afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

const secret = 'cfc: 1\nmodules: { swordfish: { use: LandauModule, start: 0.5 } }\n';
const mark = 'globalThis.reached = true;\n';
const good = 'a: { use: LandauModule, start: 0.5 }';

test.each<[string, (path: string) => string]>([
  ['a module that is used', (path) => `modules: { a: { use: '${path}', start: 0.5 } }`],
  ['a coupling that is used', (path) => `modules: { ${good} }\ncouplings: [{ use: '${path}', between: [a, a] }]`],
  ['a method that is used', (path) => `modules: { ${good} }\nrelax: { method: { use: '${path}' } }`],
  [
    'a piece inside of another',
    (path) => `modules: { ${good} }\nrelax: { stop: { use: AnyOf, with: { of: [{ use: '${path}' }] } } }`,
  ],
  ['a reference at the top', (path) => `$ref: '${path}'\nmodules: { ${good} }`],
  ['a reference for all modules', (path) => `modules: { $ref: '${path}' }`],
  ['a reference for a module', (path) => `modules: { a: { $ref: '${path}' } }`],
  ['a reference for options', (path) => `modules: { a: { use: LandauModule, start: 0.5, with: { $ref: '${path}' } } }`],
  [
    'a reference for an option',
    (path) => `modules: { a: { use: LandauModule, start: 0.5, with: { a: { $ref: '${path}' } } } }`,
  ],
  ['a file to include', (path) => `modules: !include '${path}'`],
  ['a key to include', (path) => `include: '${path}'\nmodules: { ${good} }`],
  ['a scenario to extend', (path) => `extends: '${path}'\nmodules: { ${good} }`],
  ['an alias of another file', (path) => `modules: *${path.replaceAll(/[^a-z]/g, '-')}`],
  [
    'the path of an input',
    (path) =>
      `plugins: ['@cfc/modules-sequence']\nmodules: { a: { use: SequenceConsistencyModule, input: '${path}' } }`,
  ],
  ['a number in a file', (path) => `modules: { ${good} }\nsignals: { s: '${path}' }`],
  [
    'a policy in a file',
    (path) =>
      `plugins: ['@cfc/gspo']\nmodules: { ${good} }\nrelax: { adapter: { use: GspoWeights, with: { policy: '${path}' } } }`,
  ],
])('%s is refused, and no other file is opened', async (_, textOf) => {
  const place = folder({ 'here/none': '', 'away/secret.yaml': secret, 'away/x.mjs': mark + pluginText({}) });
  const cwd = join(place, 'here');
  for (const file of ['away/secret.yaml', 'away/x.mjs']) {
    for (const path of [`../${file}`, join(place, file), pathToFileURL(join(place, file)).href]) {
      fs.writeFileSync(join(cwd, 's.yaml'), `cfc: 1\n${textOf(path)}\n`);
      opened.length = 0;
      const { code, stdout, stderr } = await cfc(['run', 's.yaml'], cwd);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^[A-Z_]+: [^\n]*\n$/);
      expect(stderr).not.toMatch(/swordfish|WellModule/);
      const files = opened.filter((name) => !name.endsWith('package.json')); // where the packages of plugins are looked for
      expect(files.filter((name) => name.startsWith(place) || name.includes('away'))).toEqual([join(cwd, 's.yaml')]);
      expect(globalThis).not.toHaveProperty('reached');
    }
  }
});

test('the one that it names is: what lies beside it, by its path', async () => {
  const cwd = folder({
    'x.mjs': mark + pluginText({}),
    's.yaml': 'cfc: 1\nplugins: [./x.mjs]\nmodules: { a: { use: WellModule, start: 1 } }',
  });
  expect(await cfc(['evaluate', 's.yaml'], cwd)).toMatchObject({ code: 0, stderr: '' });
  expect(globalThis).toHaveProperty('reached');
  Reflect.deleteProperty(globalThis, 'reached');
});

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { version } from '../../src/version.js';
import { cfc } from '../helpers/cfc.js';
import { folder } from '../helpers/folder.js';
import { installed, link, project } from '../helpers/packages.js';
import { pluginText, wellScenario } from '../helpers/third-party.js';

const shape = z.strictObject({
  ok: z.boolean(),
  problems: z.number(),
  notes: z.number(),
  findings: z.array(
    z.strictObject({
      level: z.enum(['ok', 'note', 'problem']),
      topic: z.enum(['node', 'core', 'plugin', 'package', 'engine']),
      what: z.string(),
      fix: z.string().nullable(),
    }),
  ),
});

/** What the doctor says, one text a finding; the exit code is held against it. */
async function said(cwd: string, ...argv: string[]): Promise<readonly string[]> {
  const { code, stdout, stderr } = await cfc(['doctor', ...argv, '--json'], cwd);
  expect(stderr).toBe('');
  const document = shape.parse(JSON.parse(stdout));
  const count = (level: string): number => document.findings.filter((one) => one.level === level).length;
  expect(document).toMatchObject({ ok: code === 0, problems: count('problem'), notes: count('note') });
  expect(code).toBe(count('problem') === 0 ? 0 : 1);
  for (const { level, fix } of document.findings) expect(fix === null).toBe(level === 'ok');
  return document.findings.map(({ level, what, fix }) => `${level}: ${what}${fix === null ? '' : ` > ${fix}`}`);
}

const peer = { peerDependencies: { '@cfc/core': '^1.0.0' } };
const core = (at: string, below = '.') => installed({ name: '@cfc/core', version: at }, '', below);
const lone = (name: string, more: object = {}, text = pluginText({ name })) =>
  installed({ name, ...peer, ...more }, text);
const well = (more: object = {}, text?: string) => ({ ...core('1.0.0'), ...lone('cfc-plugin-well', more, text) });

describe('cfc doctor', () => {
  test('finds nothing wrong in an empty folder', async () => {
    const all = await said(folder());
    expect(all.filter((one) => one.startsWith('problem'))).toEqual([]);
    expect(all).toContainEqual(expect.stringMatching(/^ok: Node\.js \d+\.\d+\.\d+, >=20\.19 is needed$/));
    expect(all).toContain('ok: the kernels run in WebAssembly with SIMD');
    expect(all).toContain(`ok: one @cfc/core, ${version()}`);
  });

  test('prints a line for each finding, what to do below it, and a sum', async () => {
    const cwd = folder({
      ...project('cfc-plugin-old'),
      ...core(version()),
      ...lone('cfc-plugin-old', {}, pluginText({ name: 'cfc-plugin-old', api: 99 })),
    });
    const { code, stdout, stderr } = await cfc(['doctor'], cwd);
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain(
      '\nproblem  cfc-plugin-old: the plugin "cfc-plugin-old" speaks contract 99, this core speaks 1\n' +
        '         Install a version of the plugin that matches this core.\n',
    );
    expect(stdout).toMatch(/\n\n1 problem, \d+ notes?\.\n$/);
  });

  test('refuses a scenario that it cannot read, and an unknown flag', async () => {
    expect(await cfc(['doctor', 'nowhere.yaml'], folder())).toEqual({
      code: 2,
      stdout: '',
      stderr: 'INPUT_INVALID: no such file (at nowhere.yaml). Give the path of a scenario file, YAML or JSON.\n',
    });
    expect((await cfc(['doctor', '--fix'], folder())).stderr).toMatch(/^OPTION_UNKNOWN: unknown option '--fix'/);
  });
});

describe('a plugin', () => {
  test('that keeps the contract is told of, by the version it states', async () => {
    const cwd = folder({ ...project('cfc-plugin-well'), ...well() });
    expect(await said(cwd)).toContain('ok: cfc-plugin-well: 0.1.0, contract 1, 1 piece');
  });

  test.each([
    ['throws', 'throw new Error("it is broken");', 'it is broken'],
    ['throws what is no error', 'throw null;', 'null'],
    [
      'throws later',
      'setTimeout(() => { throw new Error("late"); }); await new Promise((r) => setTimeout(r, 1e6));',
      'late',
    ],
    ['is no JavaScript', 'export const = 1;', "Unexpected token '='"],
    ['imports what is not there', 'import "nowhere";', "Cannot find package 'nowhere'"],
    ['ends the process', 'process.exit(3);', 'it ends the thread that loads it, with exit code 3'],
    ['waits for ever', 'await new Promise(() => {});', 'it ends the thread that loads it, with exit code'],
    [
      'rejects something',
      'Promise.reject(new Error("astray")); await new Promise((r) => setTimeout(r, 1e6));',
      'astray',
    ],
    [
      'has a name that throws',
      'export const p = { get name() { throw new Error("no"); }, api: 1, provides: [] };',
      'no',
    ],
  ])('that %s when it is loaded is a problem', async (_, text, fault) => {
    const cwd = folder({ ...project('cfc-plugin-well'), ...well({}, text) });
    expect(await said(cwd)).toContainEqual(
      expect.stringMatching(
        new RegExp(`^problem: cfc-plugin-well: it cannot be loaded: ${fault}.* > Repair it, or install`),
      ),
    );
  });

  test.each([
    ['exports none', 'export const answer = 42;', 'it exports no plugin'],
    ['speaks another contract', pluginText({ api: 2 }), 'speaks contract 2, this core speaks 1'],
    [
      'has a contract that is no number',
      'export const p = { name: "cfc-plugin-well", api: () => 1, provides: [] };',
      'speaks contract',
    ],
    ['provides no list', 'export const p = { name: "cfc-plugin-well", api: 1, provides: 1 };', 'is not a plugin'],
    [
      'provides what is no definition',
      'export const p = { name: "cfc-plugin-well", api: 1, provides: [1] };',
      'which is no definition',
    ],
    ['has no name', 'export const p = { name: 1, api: 1, provides: [] };', 'is not a plugin'],
  ])('that %s is a problem', async (_, text, fault) => {
    const cwd = folder({ ...project('cfc-plugin-well'), ...well({}, text) });
    expect(await said(cwd)).toContainEqual(expect.stringMatching(new RegExp(`^problem: cfc-plugin-well: .*${fault}`)));
  });

  test('that prints while it is loaded does not get between', async () => {
    const cwd = folder({ ...project('cfc-plugin-well'), ...well({}, `console.log('loud');\n${pluginText({})}`) });
    expect(await said(cwd)).toContain('ok: cfc-plugin-well: 0.1.0, contract 1, 1 piece');
  });

  test('that is not installed, or not built, is a problem', async () => {
    const none = await said(folder(project('@you/cfc-plugin-well')));
    expect(none).toContainEqual(
      expect.stringContaining('@you/cfc-plugin-well: it cannot be loaded: it is not installed'),
    );
    const own = JSON.stringify({ name: 'cfc-plugin-mine', type: 'module', exports: { '.': './dist/index.js' } });
    expect(await said(folder({ 'package.json': own }))).toContainEqual(expect.stringContaining('is it built?'));
  });

  test('whose version is not that of its manifest is a problem', async () => {
    const cwd = folder({ ...project('cfc-plugin-well'), ...well({ version: '0.2.0' }) });
    expect(await said(cwd)).toContainEqual(
      expect.stringContaining('problem: cfc-plugin-well: its manifest says version 0.2.0, its plugin 0.1.0 > '),
    );
  });

  test('with a name that is not that of its package is worth a note', async () => {
    const cwd = folder({ ...project('cfc-plugin-well'), ...well({}, pluginText({ name: 'other' })) });
    expect(await said(cwd)).toContainEqual(
      expect.stringContaining('note: cfc-plugin-well: its plugins are called other'),
    );
  });

  test.each([
    [
      'made for another core',
      { peerDependencies: { '@cfc/core': '^2.0.0' } },
      'problem: cfc-plugin-well: it is made for @cfc/core ^2.0.0, and',
    ],
    [
      'with a core of its own',
      { peerDependencies: {}, dependencies: { '@cfc/core': '^1.0.0' } },
      'note: cfc-plugin-well: it brings a @cfc/core',
    ],
    ['that names no core', { peerDependencies: {} }, 'note: cfc-plugin-well: its manifest does not say which core'],
  ])('%s is told of', async (_, more, told) => {
    const cwd = folder({ ...project('cfc-plugin-well'), ...well(more) });
    expect(await said(cwd)).toContainEqual(expect.stringContaining(told));
  });

  test('whose built files have a package.json of their own is known by the one with a name', async () => {
    const cwd = folder({
      ...project('cfc-plugin-well'),
      ...well({ exports: './dist/index.js' }),
      'node_modules/cfc-plugin-well/dist/package.json': '{ "type": "module" }',
      'node_modules/cfc-plugin-well/dist/index.js': pluginText({}),
    });
    expect(await said(cwd)).toContain('ok: cfc-plugin-well: 0.1.0, contract 1, 1 piece');
  });

  test('that finds no core is a problem', async () => {
    const cwd = folder({ ...project('cfc-plugin-well'), ...lone('cfc-plugin-well') });
    expect(await said(cwd)).toContainEqual(expect.stringContaining('cfc-plugin-well: it finds no @cfc/core'));
  });

  test('of ours is known by its keyword', async () => {
    const text = pluginText({ name: '@cfc/modules-well' });
    const ours = { name: '@cfc/modules-well', ...peer };
    const plain = { name: '@cfc/plain' };
    const cwd = folder({
      ...project('@cfc/modules-well', '@cfc/plain'),
      ...core('1.0.0'),
      ...installed({ ...ours, keywords: ['cfc-plugin'] }, text),
      ...installed(plain, 'throw 1'),
    });
    const all = await said(cwd);
    expect(all).toContain('ok: @cfc/modules-well: 0.1.0, contract 1, 1 piece');
    expect(all.join()).not.toContain('@cfc/plain');
  });

  test('is looked at where a scenario or --plugin names it, and a project that is one itself', async () => {
    const cwd = folder({
      'package.json': JSON.stringify({
        name: 'cfc-plugin-mine',
        version: '0.1.0',
        type: 'module',
        exports: './mine.js',
        ...peer,
      }),
      'mine.js': pluginText({ name: 'cfc-plugin-mine', piece: 'MineModule' }),
      'in/s.yaml': wellScenario('./well.mjs'),
      'in/well.mjs': pluginText({}),
      'more.mjs': pluginText({ name: 'more', piece: 'MoreModule' }),
      ...core('1.0.0'),
    });
    const all = await said(cwd, 'in/s.yaml', '--plugin', './more.mjs', './nowhere.mjs');
    for (const name of ['cfc-plugin-mine', './well.mjs', './more.mjs'])
      expect(all).toContain(`ok: ${name}: 0.1.0, contract 1, 1 piece`);
    expect(all).toContainEqual(
      expect.stringContaining('problem: ./nowhere.mjs: it cannot be loaded: there is no such file'),
    );
  });
});

describe('two plugins with a piece of one name', () => {
  const two = () => ({
    ...project('cfc-plugin-a', 'cfc-plugin-b'),
    ...core('1.0.0'),
    ...lone('cfc-plugin-a'),
    ...lone('cfc-plugin-b'),
  });
  const told = '"WellModule" is provided by "cfc-plugin-a" and by "cfc-plugin-b"';

  test('are worth a note where they only lie in one project', async () => {
    expect(await said(folder(two()))).toContainEqual(expect.stringContaining(`note: this project: ${told} > `));
  });

  test('are a problem where one scenario names both', async () => {
    const scenario = JSON.stringify({ cfc: 1, plugins: ['cfc-plugin-a', 'cfc-plugin-b'], modules: {} });
    const all = await said(folder({ ...two(), 's.json': scenario }), 's.json');
    expect(all).toContainEqual(expect.stringContaining(`problem: s.json: ${told} > `));
  });
});

describe('copies of the core', () => {
  test('of one version are worth a note, of two a problem', async () => {
    for (const [mine, level] of [
      [version(), 'note'],
      ['1.9.0', 'problem'],
    ] as const) {
      const all = await said(folder({ ...project('@cfc/core'), ...core(mine) }));
      const there = join('node_modules', '@cfc', 'core').replaceAll('\\', '\\\\');
      expect(all).toContainEqual(
        expect.stringMatching(
          new RegExp(`^${level}: 2 copies of @cfc/core: ${mine} at ${there} \\(this project\\); ${version()} at `),
        ),
      );
    }
  });

  test('are found from linked plugins, and one that is linked twice is one', async () => {
    const elsewhere = folder({
      ...core('1.0.0'),
      ...core('1.5.0', 'a'),
      'a/package.json': JSON.stringify({
        name: 'cfc-plugin-a',
        version: '0.1.0',
        type: 'module',
        exports: './index.js',
        ...peer,
      }),
      'a/index.js': pluginText({ name: 'cfc-plugin-a' }),
    });
    const cwd = folder(project('cfc-plugin-a', '@cfc/core'));
    link(join(elsewhere, 'node_modules/@cfc/core'), join(cwd, 'node_modules/@cfc/core'));
    link(join(elsewhere, 'a'), join(cwd, 'node_modules/cfc-plugin-a'));
    const [found] = (await said(cwd)).filter((one) => one.includes('copies of @cfc/core'));
    expect(found).toMatch(
      /^problem: 3 copies of @cfc\/core: 1\.0\.0 at .+ \(this project\); .+; 1\.5\.0 at .+ \(cfc-plugin-a\) > /,
    );
  });
});

describe('packages', () => {
  const optional = {
    name: '@cfc/plain',
    peerDependencies: { bullmq: '^6.7.0', 'left-over': '>=2 <3', 'there-is': '^1.0.0', 'too-old': '^2.0.0' },
    peerDependenciesMeta: Object.fromEntries(
      ['bullmq', 'left-over', 'there-is', 'too-old'].map((name) => [name, { optional: true }]),
    ),
  };

  test('that are optional and not there are worth a note that says what needs them', async () => {
    const cwd = folder({
      ...project('@cfc/plain'),
      ...installed(optional),
      ...installed({ name: 'there-is', version: '1.2.0' }),
      ...installed({ name: 'too-old', version: '1.0.0' }),
    });
    const all = await said(cwd);
    expect(all).toContain('note: left-over is not installed; needed by @cfc/plain > npm install "left-over@>=2 <3"');
    expect(all).toContain('problem: too-old is 1.0.0, and @cfc/plain asks for ^2.0.0 > npm install "too-old@^2.0.0"');
    expect(all).toContainEqual(expect.stringMatching(/^ok: optional packages that are there: .*there-is 1\.2\.0/));
  });

  test.each([
    ['no JSON', '{ "name": '],
    ['no object', '[]'],
    ['nothing', ''],
  ])('of a project whose package.json is %s are a problem, not a crash', async (_, text) => {
    expect(await said(folder({ 'package.json': text }))).toContainEqual(
      expect.stringContaining('problem: the package.json of this project is no JSON object'),
    );
  });

  test('with nonsense in their manifest do no harm', async () => {
    const nonsense = { dependencies: ['a'], peerDependencies: 3, peerDependenciesMeta: { a: 1 }, keywords: 'x' };
    const cwd = folder({ ...project('cfc-plugin-well'), ...well(nonsense) });
    expect(await said(cwd)).toContain('ok: cfc-plugin-well: 0.1.0, contract 1, 1 piece');
  });
});

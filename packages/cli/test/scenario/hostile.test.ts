import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cfc } from '../helpers/cfc.js';
import { folder } from '../helpers/folder.js';

/* Files that try a reader of YAML: one clear error each, and nothing of the language is changed. */

const deep = (text: string): string => text.repeat(20_000);
const modules = 'modules: { a: { use: LandauModule, start: 0.5 } }';
const laughs = [
  'a: &a [x, x, x, x, x, x, x, x]',
  ...'bcdefgh'.split('').map((name, k) => {
    const before = `*${'abcdefg'[k]}`;
    return `${name}: &${name} [${Array(8).fill(before).join(', ')}]`;
  }),
].join('\n');

async function refused(content: string | Uint8Array, name = 's.yaml'): Promise<string> {
  const cwd = folder();
  writeFileSync(join(cwd, name), content);
  const { code, stdout, stderr } = await cfc(['evaluate', name], cwd);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^[A-Z_]+: [^\n]*\n$/);
  expect({}).not.toHaveProperty('polluted');
  return stderr;
}

test.each([
  [
    'aliases that multiply',
    laughs,
    'INPUT_INVALID: its aliases make a small file large (at s.yaml). Write the values out',
  ],
  ['lists in lists in lists', deep('['), 'not YAML: it is nested too deeply (at s.yaml, line 1'],
  ['maps in maps in maps', deep('{a: '), 'not YAML: it is nested too deeply (at s.yaml, line 1'],
  ['lists of lists in blocks', deep('- '), 'not YAML: it is nested too deeply (at s.yaml, line 1'],
  [
    'a merge key',
    `cfc: 1\nx: &x { a: 1 }\nmodules: { <<: *x }`,
    'not YAML: merge keys are not read (at s.yaml, line 3, column 12)',
  ],
  ['a key that is a list', `cfc: 1\n? [a, b]\n: 1`, 'not YAML: a key is not a text (at s.yaml, line 2, column 3)'],
  [
    'a number and a text that are one key',
    `cfc: 1\n1: a\n"1": b`,
    'INPUT_INVALID: the key "1" comes twice in one map (at s.yaml, line 3, column 1). Leave one of them out.',
  ],
  [
    'a key twice, deep inside',
    `cfc: 1\nmodules: { a: { use: x, use: y } }`,
    'INPUT_INVALID: the key "use" comes twice in one map (at s.yaml, line 2, column 25)',
  ],
  ['bytes', 'cfc: !!binary aGk=', 'not YAML: Unresolved tag'],
  ['a date', 'cfc: !!timestamp 2001-01-01', 'not YAML: Unresolved tag'],
  ['a set', 'cfc: !!set { x, y }', 'not YAML: Unresolved tag'],
  ['code', 'cfc: !!js/function "function () {}"', 'not YAML: Unresolved tag'],
  ['a tag of its own', 'cfc: !mine 1', 'not YAML: Unresolved tag'],
  [
    'another version of YAML',
    `%YAML 1.1\n---\ncfc: 1\n${modules}`,
    'not YAML: version 1.1 is not read (at s.yaml). Write YAML 1.2',
  ],
  [
    'a seed that is no number any more',
    `cfc: 1\n${modules}\nrelax: { seed: 1e999 }`,
    'OPTION_INVALID: Infinity is not a whole number >= 0',
  ],
  [
    'a seed that doubles cannot hold',
    `cfc: 1\n${modules}\nrelax: { seed: 99999999999999999999999 }`,
    'OPTION_INVALID: 1e+23 is not',
  ],
  [
    'an infinite start',
    'cfc: 1\nmodules: { a: { use: LandauModule, start: .inf } }',
    'INPUT_INVALID: Infinity is not a number in [0, 1]',
  ],
  [
    'an option that is not a number',
    'cfc: 1\nmodules: { a: { use: LandauModule, start: 0, with: { a: .nan } } }',
    'INPUT_INVALID: the number is NaN',
  ],
])('%s: one error', async (_, text, told) => {
  expect(await refused(text)).toContain(told);
});

test.each([
  ['bytes of another encoding', Uint8Array.from([...Buffer.from('cfc: 1 # caf'), 0xe9, 0x0a])],
  ['UTF-16', Buffer.from(`\ufeffcfc: 1\n${modules}`, 'utf16le')],
])('%s: not in UTF-8', async (_, bytes) => {
  expect(await refused(bytes)).toBe(
    'INPUT_INVALID: a file that is not in UTF-8 (at s.yaml). Give the path of a scenario file, YAML or JSON.\n',
  );
});

test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
  'the key %s does nothing',
  async (key) => {
    const inner = `{ ${key}: { polluted: 1 }, use: LandauModule, start: 0.5 }`;
    expect(await refused(`cfc: 1\n${modules}\n${key}: { polluted: 1 }`)).toContain(`OPTION_UNKNOWN: no key "${key}"`);
    expect(await refused(`cfc: 1\nmodules: { a: ${inner} }`)).toContain(`OPTION_UNKNOWN: no key "${key}"`);
    expect(await refused(`cfc: 1\nmodules: { a: { use: LandauModule, start: 0.5, with: { ${key}: 1 } } }`)).toContain(
      `OPTION_UNKNOWN: no option "${key}"`,
    );
    expect(await refused(`cfc: 1\nmodules: { a: { use: ${key}, start: 0.5 } }`)).toContain(
      `NAME_UNKNOWN: no kind of module "${key}"`,
    );
    expect(await refused(JSON.stringify({ cfc: 1 }).replace('}', `,"${key}":{"polluted":1}}`), 's.json')).toContain(
      'OPTION_UNKNOWN',
    );
  },
);

describe('what is only unusual is read', () => {
  test.each([
    ['a byte-order mark', `\ufeffcfc: 1\n${modules}\n`],
    ['the line ends of Windows', `cfc: 1\r\n${modules}\r\n`],
    ['an anchor that is used once', `cfc: 1\nmodules: { a: &a { use: LandauModule, start: 0.5 }, b: *a }`],
    ['YAML 1.2 by its name', `%YAML 1.2\n---\ncfc: 1\n${modules}`],
  ])('%s', async (_, text) => {
    expect(await cfc(['evaluate', 's.yaml'], folder({ 's.yaml': text }))).toMatchObject({ code: 0, stderr: '' });
  });

  test('a map of many keys, in a time that grows with their number alone', async () => {
    const lines = Array.from({ length: 20_000 }, (_, k) => `  m${k}: { use: LandauModule, start: 0.5 }`);
    const text = `cfc: 1\nmodules:\n${lines.join('\n')}\n`;
    const { code } = await cfc(['evaluate', 's.yaml', '--json'], folder({ 's.yaml': text }));
    expect(code).toBe(0);
  });
});

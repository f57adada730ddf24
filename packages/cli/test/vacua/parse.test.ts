import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { cfc } from '../helpers/cfc.js';
import { folder } from '../helpers/folder.js';

const quintic = `Num    : 1
NumPs  : 1
NumPol : 1
Eta    : -200
H11    : 1
H21    : 101
C2     : {50}
Redun  : {0, 0, 0, 0, 0}
{5}
`;

const files = {
  cicy: quintic,
  weights: '5 1 1 1 1 1\n3 1 1 1\n',
  hodge: '1 1 1 1 1 5=d TS H:1 101 M:126 5 N:6 5 P:0 F:0\n',
  spec: '1 101 -200\n#spec=1\n',
  polytopes: '2 3\n1 0 -1\n0 1 -1\n',
};

test.each([
  ['cicy', '1 complete intersection, every check passed\n1 Hodge pair, 1 Euler number from -200 to -200\n'],
  ['weights', '2 weight systems, every check passed\ndimension 2, 4\n'],
  ['hodge', '1 weight system, every check passed\ndimension 4\n1 Hodge pair, 1 Euler number from -200 to -200\n'],
  ['spec', '1 Hodge pair, every check passed\n1 Hodge pair, 1 Euler number from -200 to -200\n'],
  ['polytopes', '1 polytope, every check passed\ndimension 2\n'],
] as const)('cfc vacua parse %s counts and checks the entries', async (kind, told) => {
  const ran = await cfc(['vacua', 'parse', kind, 'a.txt'], folder({ 'a.txt': files[kind] }));
  expect(ran).toEqual({ code: 0, stdout: `a.txt: ${told}`, stderr: '' });
});

test('--json prints one document with every entry, of gzip files too', async () => {
  const cwd = folder();
  writeFileSync(join(cwd, 'list'), gzipSync(quintic));
  const { code, stdout } = await cfc(['vacua', 'parse', 'cicy', 'list', '--json'], cwd);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    kind: 'cicy',
    file: 'list',
    entries: [{ id: 1, matrix: [[5]], dimensions: [4], euler: -200, h11: 1, h21: 101, c2: [50], redundant: [] }],
    count: 1,
    hodgePairs: 1,
    eulerNumbers: 1,
    euler: [-200, -200],
  });
});

test.each([
  [['cicy', 'a.txt'], 'INPUT_INVALID: C2 number 1 is 51, but 50 by the matrix (at a.txt:7).'],
  [['cicy', 'b.txt'], 'INPUT_INVALID: there is no such file (at b.txt).'],
  [['cycy', 'a.txt'], 'OPTION_INVALID: "cycy" is none of its values (at kind). Did you mean "cicy"?'],
  [['cicy'], "INPUT_INVALID: missing required argument 'file'"],
])('cfc vacua parse %j exits 2 with one line', async (argv, told) => {
  const { code, stdout, stderr } = await cfc(
    ['vacua', 'parse', ...argv],
    folder({ 'a.txt': quintic.replace('50', '51') }),
  );
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(told);
  expect(stderr.trimEnd()).not.toContain('\n');
});

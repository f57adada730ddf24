import { expect, test } from 'vitest';
import { parseSpec, readLines } from '../../../src/index.js';
import { dataTest } from '../../support/data.js';
import { all, faultOf, parsed } from '../../support/parsed.js';

test('pairs of Hodge numbers are read, and counted', async () => {
  expect(await parsed(parseSpec, '1 101 -200\n491 11 960\n#spec=2\n')).toEqual([
    { h11: 1, h21: 101, euler: -200 },
    { h11: 491, h21: 11, euler: 960 },
  ]);
});

test.each([
  ['1 101 -200\n491 11 960', 'a.txt:2: the file ends without its count of pairs, #spec=…, after 2 pairs'],
  ['1 101 -200\n491 11 960\n#spec=3', 'a.txt:3: 3 pairs are announced and 2 are there'],
  ['1 101 -200\n#spec=', 'a.txt:2: "#spec=" where "#spec=1" should be'],
  ['1 101 -202\n#spec=1', 'a.txt:1: the Euler number is -202, but 2 (h11 - h21) = -200'],
  ['1 101\n#spec=1', 'a.txt:1: 2 numbers where h11, h21 and χ should be'],
  ['1 101 -200\n1 101 -200\n#spec=2', 'a.txt:2: the pair (1, 101) comes twice'],
  ['1 101 -200\n#spec=1\n2 2 0', 'a.txt:3: "2 2 0" after the count of line 2'],
  ['-1 1 -4\n#spec=1', 'a.txt:1: a Hodge number below 0'],
])('%j is refused', async (text, told) => {
  expect(await faultOf(parseSpec, text)).toBe(told);
});

dataTest('ks/alltoric.spec.gz', 'the published list: 30,108 pairs, as many with χ above 0 as below', async (path) => {
  const pairs = await all(parseSpec(readLines(path)));
  expect(pairs).toHaveLength(30_108);
  expect(pairs.filter(({ euler }) => euler > 0)).toHaveLength(pairs.filter(({ euler }) => euler < 0).length);
});

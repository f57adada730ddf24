import { expect, test } from 'vitest';
import { parseHodge, readLines } from '../../../src/index.js';
import { dataTest } from '../../support/data.js';
import { all, faultOf, parsed } from '../../support/parsed.js';

const quintic = '1 1 1 1 1 5=d TS H:1 101 M:126 5 N:6 5 P:0 F:0';
const last = '41 42 498 1162 1743 3486=d Tn H:491 11 M:26 5 N:680 5 P:- F:1 498';

test('lines of a list of K3 fibrations are read; lines of dots are passed over', async () => {
  expect(await parsed(parseHodge, `${quintic}\n.......\n${last}\n`)).toEqual([
    {
      degrees: [5],
      weights: [[1, 1, 1, 1, 1]],
      dimension: 4,
      h11: 1,
      h21: 101,
      euler: -200,
      m: { points: 126, vertices: 5 },
      n: { points: 6, vertices: 5 },
      fibration: { transversal: true, spanning: true, projections: 0, weights: [] },
    },
    {
      degrees: [3486],
      weights: [[41, 42, 498, 1162, 1743]],
      dimension: 4,
      h11: 491,
      h21: 11,
      euler: 960,
      m: { points: 26, vertices: 5 },
      n: { points: 680, vertices: 5 },
      fibration: { transversal: true, spanning: false, projections: null, weights: [498] },
    },
  ]);
});

test('lines as PALP prints them are read, of combined weights too', async () => {
  const text = '5 1 1 1 1 1 M:126 5 N:6 5 H:1,101 [-200]\n3 1 1 1 0 0 0 3 0 0 0 1 1 1 M:100 9 N:7 6 H:2,83 [-162]';
  expect(await parsed(parseHodge, text)).toMatchObject([
    { degrees: [5], h11: 1, h21: 101, euler: -200 },
    { degrees: [3, 3], dimension: 4, h11: 2, h21: 83, m: { points: 100, vertices: 9 } },
  ]);
});

test.each([
  ['5=d', '6=d', 'a.txt:1: weights that sum to 5 under the degree 6'],
  ['M:126', 'M:125', 'a.txt:1: M has 125 points, but 126 monomials have the degree 5'],
  ['N:6 5', 'N:5 5', 'a.txt:1: N has 5 points and 5 vertices'],
  ['F:0', 'F:1', 'a.txt:1: F: says 1 and 0 weights follow'],
  ['F:0', 'F:1 7', 'a.txt:1: F: names 7, which is none of the weights'],
  ['TS', 'XS', 'a.txt:1: "1 1 1 1 1 5=d XS H:1 101…" is no line of weights and Hodge numbers, or is cut off'],
  ['P:0 F:0', 'P:0 F:', 'is no line of weights and Hodge numbers, or is cut off'],
  ['H:1 101 M:126 5 N:6 5 P:0 F:0', 'H:1 10', 'is no line of weights and Hodge numbers, or is cut off'],
  [quintic, 'a text', 'a.txt:1: "a text" is no line of weights and Hodge numbers, or is cut off'],
  [quintic, '5 1 1 1 1 1 M:126 5 N:6 5 H:1,101 [-201]', 'a.txt:1: the Euler number is -201, but 2 (h11 - h21) = -200'],
  [
    quintic,
    '5 1 1 1 1 1 M:126 5 H:1,101',
    'a.txt:1: "5 1 1 1 1 1 M:126 5 H:1,…" lacks one of H:, M: and N:, or is cut off',
  ],
  [quintic, '5 1 1 1 1 1 M:126', 'a.txt:1: "M:126": M: without points and vertices'],
])('%s as %s is refused', async (right, wrong, told) => {
  expect(quintic).toContain(right);
  expect(await faultOf(parseHodge, `${quintic.replace(right, wrong)}\n`)).toContain(told);
});

dataTest(
  'ks/Hodge54.K3.gz',
  'the published list: 4,677 systems, each with as many monomials as points',
  async (path) => {
    expect(await all(parseHodge(readLines(path)))).toHaveLength(4677);
  },
);

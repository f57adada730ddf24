import { expect, test } from 'vitest';
import { parseWeights, readLines } from '../../../src/index.js';
import { dataTest } from '../../support/data.js';
import { all, faultOf, parsed } from '../../support/parsed.js';

test('single and combined weight systems are taken apart', async () => {
  const text = '8 1 1 2 2 2\n\n  3 1 1 1 0 0 0  4 0 0 0 2 1 1 \n2 1 1 0 0  2 0 0 1 1\n';
  expect(await parsed(parseWeights, text)).toEqual([
    { degrees: [8], weights: [[1, 1, 2, 2, 2]], dimension: 4 },
    {
      degrees: [3, 4],
      weights: [
        [1, 1, 1, 0, 0, 0],
        [0, 0, 0, 2, 1, 1],
      ],
      dimension: 4,
    },
    {
      degrees: [2, 2],
      weights: [
        [1, 1, 0, 0],
        [0, 0, 1, 1],
      ],
      dimension: 2,
    },
  ]);
});

test.each([
  ['8 1 1 2 2', 'a.txt:2: weights that sum to 6 under the degree 8'],
  ['8 1 1 2 2 3', 'a.txt:2: weights that sum to 9 under the degree 8'],
  ['8 1 1 2 2 2 5', 'a.txt:2: weights that sum to 0 under the degree 5'],
  ['8 1 1 2 2 2 0', 'a.txt:2: coordinate 6 has no weight'],
  ['3 1 1 1 0 0 0 4 0 0 0 2 1', 'a.txt:2: weights that sum to 3 under the degree 4'],
  ['3 1 1 1 0 0 0 4 0 0 0 0 2 1 1', 'a.txt:2: row 2 has 7 weights, row 1 has 6'],
  ['0', 'a.txt:2: weights that sum to 0 under the degree 0'],
  ['10 2 2 2 4', 'a.txt:2: the weights of row 1 have the divisor 2'],
  ['1 1', 'a.txt:2: 1 coordinates under 1 rows of weights'],
  ['8 1 1 2 2 2.0', 'a.txt:2: "2.0" is not a whole number of at least 0'],
  ['8 -1 1 2 2 2 2', 'a.txt:2: "-1" is not a whole number of at least 0'],
  ['1e9 1', 'a.txt:2: "1e9" is not a whole number of at least 0'],
])('%s is refused', async (line, told) => {
  expect(await faultOf(parseWeights, `3 1 1 1\n${line}\n`)).toBe(told);
});

for (const [file, count, rows] of [
  ['ks/w33.ip', 6, 2],
  ['ks/w333.ip', 36, 3],
  ['ks/w34.ip.gz', 1122, 2],
  ['ks/wCY.rmin', 308, 0],
] as const) {
  dataTest(file, `the published list ${file} has ${count} systems of dimension 4`, async (path) => {
    const systems = await all(parseWeights(readLines(path)));
    expect(systems).toHaveLength(count);
    expect(systems.every(({ dimension, degrees }) => dimension === 4 && (rows === 0 || degrees.length === rows))).toBe(
      true,
    );
  });
}

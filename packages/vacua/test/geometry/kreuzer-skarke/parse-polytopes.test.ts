import { expect, test } from 'vitest';
import { parsePolytopes, readLines } from '../../../src/index.js';
import { dataTest } from '../../support/data.js';
import { all, faultOf, parsed } from '../../support/parsed.js';

const simplex = '4 5\n 1 0 0 0 -1\n 0 1 0 0 -1\n 0 0 1 0 -1\n 0 0 0 1 -1\n';

test('points stand in columns, or in rows', async () => {
  const triangle = '3 2\n1 0\n0 1\n-1 -1\n';
  const [four, two, labelled] = await parsed(
    parsePolytopes,
    `${simplex}${triangle}${simplex.replace('5', '5  M:126 5 N:6 5 H:1,101 [-200] id:0')}`,
  );
  expect(four).toMatchObject({ dimension: 4 });
  expect(four!.points).toHaveLength(5);
  expect(four!.points[4]).toEqual([-1, -1, -1, -1]);
  expect(two).toEqual({
    dimension: 2,
    points: [
      [1, 0],
      [0, 1],
      [-1, -1],
    ],
  });
  expect(labelled).toMatchObject({ points: four!.points, m: { points: 126, vertices: 5 }, h11: 1, h21: 101 });
});

test.each([
  [simplex.split('\n').slice(0, 4).join('\n'), 'a.txt:4: the file ends after 3 of 4 rows of the polytope of line 1'],
  [simplex.slice(0, -5), 'a.txt:5: 3 numbers where line 1 says 5'],
  [simplex.replace(' 0 0 1 0 -1', ' 0 0 1 0'), 'a.txt:4: 4 numbers where line 1 says 5'],
  [simplex.replace(' 0 0 1 0 -1', ' 0 0 1 0 x'), 'a.txt:4: "x" is not a whole number'],
  [simplex.replace(' 0 0 1 0 -1', ' 0 0 0 0 0'), 'a.txt:1: the points span 3 dimensions, not 4'],
  ['2 3\n1 1 0\n0 0 1', 'a.txt:1: point 2 (1, 0) comes twice'],
  ['2 2\n1 0\n0 1', 'a.txt:1: 2 points span no polytope of dimension 2'],
  ['4', 'a.txt:1: "4" where "dimension points" should be'],
  ['4 999999999\n1', 'a.txt:1: there are 999999999 points, above 100000'],
  ['40 50\n1', 'a.txt:1: the dimension is 40, above 16'],
  ['2 3 M:9 4 N:4 3\n1 0 -1\n0 1 -1', 'a.txt:1: M: says 4 vertices and 3 points follow'],
])('%j is refused', async (text, told) => {
  expect(await faultOf(parsePolytopes, text)).toBe(told);
});

dataTest('ks/pCY.sm', 'the published list: 25 polytopes of dimension 4', async (path) => {
  const polytopes = await all(parsePolytopes(readLines(path)));
  expect(polytopes).toHaveLength(25);
  expect(polytopes.every(({ dimension, points }) => dimension === 4 && points.length >= 5)).toBe(true);
});

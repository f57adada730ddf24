import { describe, expect, test } from 'vitest';
import { parseCicy, readLines } from '../../../src/index.js';
import { entryText, threefolds } from '../../support/cicy.js';
import { dataTest } from '../../support/data.js';
import { all, faultOf, parsed } from '../../support/parsed.js';

const list = Object.values(threefolds).map((one, k) => entryText(k + 1, one));
const text = list.join('\n');
const [quintic, quartic] = list as [string, string];

test('every entry of a list is found, with its matrix', async () => {
  const entries = await parsed(parseCicy, text);
  expect(entries.map(({ id }) => id)).toEqual(list.map((_, k) => k + 1));
  expect(entries[5]).toEqual({
    id: 6,
    matrix: [[3], [3]],
    dimensions: [2, 2],
    euler: -162,
    h11: 2,
    h21: 83,
    c2: [36, 36],
    redundant: [],
  });
});

test('spaces and blank lines do not matter, and redundancies are kept', async () => {
  const loose = `\n\n${quintic.replace('{0, 0, 0, 0, 0}', '{ 7,12 ,0,0,0}').replaceAll(':', ' :  ')}\n\n\n`;
  expect(await parsed(parseCicy, loose)).toMatchObject([{ id: 1, redundant: [7, 12] }]);
  expect(await parsed(parseCicy, '')).toEqual([]);
});

describe('what is wrong is told with the line', () => {
  test.each([
    ['Eta    : -200', 'Eta    : -198', 'a.txt:4: Eta is -198, but 2 (H11 - H21) = -200'],
    ['C2     : {50}', 'C2     : {48}', 'a.txt:7: C2 number 1 is 48, but 50 by the matrix'],
    ['C2     : {50}', 'C2     : {50, 50}', 'a.txt:7: C2 has 2 numbers for 1 projective spaces'],
    ['H21    : 101', 'H21    : 10l', 'a.txt:6: "10l" is not a whole number of at least 0'],
    ['H21    : 101', 'H21    : -1', 'a.txt:6: "-1" is not a whole number of at least 0'],
    ['H21    : 101', 'H21 101', 'a.txt:6: "H21 101" where "H21 : …" should be'],
    ['H11    : 1\n', '', 'a.txt:5: "H21    : 101" where "H11 : …" should be'],
    ['{5}', '{6}', 'a.txt:1: the matrix has dimension 4, not 3'],
    ['{5}', '{5', 'a.txt:9: "{5" is not a list like {1, 0, 2}'],
    ['{5}', '{5, 0}', 'a.txt:9: 2 degrees where NumPol says 1'],
    ['{5}', '{1}', 'a.txt:9: a row sum below 2: no projective space'],
    ['{5}', '{5}\n{2}', 'a.txt:10: a row too many: NumPs says 1'],
    ['NumPs  : 1', 'NumPs  : 2', 'a.txt:9: the entry ends inside entry 1: 1 of 2 rows of the matrix'],
    ['NumPol : 1', 'NumPol : 999999999999', 'a.txt:3: "999999999999" is not a whole number of at least 1'],
    ['NumPol : 1', 'NumPol : 2', 'a.txt:9: 1 degrees where NumPol says 2'],
  ])('%s as %s', async (right, wrong, told) => {
    expect(quintic).toContain(right);
    expect(await faultOf(parseCicy, `${quintic.replace(right, wrong)}\n${quartic}`)).toBe(told);
  });

  test('an Euler number that agrees with the Hodge numbers and not with the matrix', async () => {
    const wrong = quintic.replace('H21    : 101', 'H21    : 100').replace('-200', '-198');
    expect(await faultOf(parseCicy, wrong)).toBe('a.txt:4: Eta is -198, but the Euler number of the matrix is -200');
  });

  test('an entry that comes twice', async () => {
    expect(await faultOf(parseCicy, `${quintic}\n${quintic}`)).toBe('a.txt:11: entry 1 comes twice');
  });

  test('a polynomial without a degree', async () => {
    const empty = entryText(3, {
      ...threefolds.bicubic,
      matrix: [
        [3, 0],
        [3, 0],
      ],
    });
    expect(await faultOf(parseCicy, empty)).toBe('a.txt:9: polynomial 2 of entry 3 has no degree');
  });

  test('a configuration that is too large to check', async () => {
    const matrix = Array.from({ length: 33 }, (_, r) =>
      Array.from({ length: 30 }, (_, j) => Number(j === r) * 2 || Number(j === r % 30) * 2),
    );
    const large = entryText(1, { matrix, h11: 0, h21: 0, c2: [0] });
    expect(await faultOf(parseCicy, large)).toMatch(/^a\.txt:1: the product of all dimensions \+ 1 is 8589934592/);
  });

  test('an entry without an end', async () => {
    expect(await faultOf(parseCicy, 'Num : 1\n'.repeat(300))).toBe(
      'a.txt:257: more than 256 lines without a blank line between',
    );
  });

  test('a list cut off anywhere inside an entry gives an error in its last line', async () => {
    const bicubic = list[5]!;
    const whole = bicubic.trimEnd();
    for (let length = 1; length < whole.length; length++) {
      const cut = whole.slice(0, length);
      const last = cut.trimEnd().split('\n').length;
      expect(await faultOf(parseCicy, cut), cut).toMatch(new RegExp(`^a\\.txt:${last}: `));
    }
    expect(await faultOf(parseCicy, whole)).toBe('none');
  });
});

dataTest(
  'cicylist.txt',
  'the published list: 7,890 entries, 266 Hodge pairs, 70 Euler numbers, every check',
  async (path) => {
    const entries = await all(parseCicy(readLines(path)));
    expect(entries).toHaveLength(7890);
    expect(new Set(entries.map(({ h11, h21 }) => `${h11},${h21}`)).size).toBe(266);
    const eulers = new Set(entries.map(({ euler }) => euler));
    expect([eulers.size, Math.min(...eulers), Math.max(...eulers)]).toEqual([70, -200, 0]);
    expect(entries.filter(({ h11, h21 }) => h11 === 0 && h21 === 0)).toHaveLength(22);
  },
);

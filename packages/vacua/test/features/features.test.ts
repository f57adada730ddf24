import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chernStatistics,
  curveBag,
  curveBagNames,
  featureTable,
  matrixNames,
  matrixStatistics,
  windowCounts,
  windowVocabulary,
} from '../../src/index.js';
import { threefolds } from '../support/cicy.js';
import { errorCode } from '../support/error-code.js';

const group = { from: 'matrix', names: ['a'], of: () => [1] } as const;

test('only what was allowed becomes a feature; a label never does', () => {
  expect(featureTable([1], [group], ['matrix'])).toEqual({ names: ['a'], from: ['matrix'], rows: [[1]] });
  expect(() => featureTable([1], [group], ['chern'])).toThrow('a come from "matrix", which is not allowed');
  const label = { ...group, from: 'label' } as const;
  expect(errorCode(() => featureTable([1], [label], ['matrix', 'label']))).toBe('INPUT_INVALID');
  expect(errorCode(() => featureTable([1], [{ ...group, from: 'potential' }], ['potential']))).toBe('INPUT_INVALID');
  expect(errorCode(() => featureTable([1], [{ ...group, of: () => [NaN] }], ['matrix']))).toBe('INPUT_INVALID');
  expect(errorCode(() => featureTable([1], [{ ...group, of: () => [] }], ['matrix']))).toBe('INPUT_INVALID');
});

test('statistics of a matrix are those that one counts', () => {
  const { matrix, c2 } = threefolds['split bicubic'];
  const statistics = Object.fromEntries(matrixNames.map((name, j) => [name, matrixStatistics({ matrix })[j]]));
  expect(statistics).toMatchObject({ numPs: 3, numPol: 2, sum: 8, max: 3, rowMin: 2, rowMax: 3, colMean: 4, colSd: 0 });
  expect(statistics).toMatchObject({
    zeros: 1 / 3,
    ones: 1 / 3,
    twos: 0,
    threesUp: 1 / 3,
    nP1: 1,
    nP2: 2,
    nP3: 0,
    nP4up: 0,
  });
  expect(chernStatistics({ c2 })).toEqual([24, Math.sqrt(288), 0, 36]);
});

const list = fc.array(fc.integer({ min: -12, max: 2 }), { minLength: 3, maxLength: 20 });

test('bags and windows do not see where a cycle begins, or its direction', () => {
  fc.assert(
    fc.property(list, fc.nat(19), (curves, by) => {
      const k = by % curves.length;
      const turned = [...curves.slice(k), ...curves.slice(0, k)].reverse();
      const counts = windowCounts(windowVocabulary([curves]));
      expect(curveBag(turned)).toEqual(curveBag(curves));
      expect(counts(turned)).toEqual(counts(curves));
      expect(counts(curves).reduce((a, b) => a + b)).toBe(curves.length);
    }),
    { numRuns: 200, seed: 1 },
  );
});

test('what lies outside is counted at the ends, and unknown windows last', () => {
  const bag = curveBag([-20, 5, 2, -1]);
  expect([bag[0], bag.at(-1), bag[curveBagNames.indexOf('-1')]]).toEqual([1, 2, 1]);
  const counts = windowCounts(windowVocabulary([[1, 1, 1]], { width: 3 }));
  expect(counts([1, 1, 1, -1])).toEqual([1, 3]);
  expect(errorCode(() => windowVocabulary([]))).toBe('INPUT_INVALID');
});

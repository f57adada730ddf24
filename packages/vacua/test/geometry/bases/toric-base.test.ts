import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baseGraph, basesDigest, canonicalForm, toricBase, toricBases } from '../../../src/index.js';
import { latticePoints } from '../../support/lattice-points.js';

const bases = [...toricBases({ maxRays: 14 })];
const anyBase = fc.constantFrom(...bases);

test.each([
  [0, 3, 243],
  [1, 3, 243],
  [2, 3, 243],
  [3, 5, 251],
  [4, 7, 271],
  [5, 7, 295],
  [6, 9, 321],
  [7, 10, 348],
  [8, 10, 376],
  [12, 11, 491],
])('the generic elliptic threefold over F_%i has the Hodge numbers %i, %i of Morrison and Vafa', (m, h11, h21) => {
  expect(toricBase([m, 0, -m, 0]).hodge).toEqual({ h11, h21, euler: 2 * (h11 - h21) });
});

test('P² has 273 neutral hypermultiplets and nothing else', () => {
  expect(toricBase([1, 1, 1])).toEqual({
    selfIntersections: [1, 1, 1],
    rays: [
      [1, 0],
      [0, 1],
      [-1, -1],
    ],
    orders: { f: [0, 0, 0], g: [0, 0, 0] },
    gauge: [],
    tensors: 0,
    vectors: 0,
    hypers: { neutral: 273, charged: 0 },
    hodge: { h11: 2, h21: 272, euler: -540 },
  });
});

test('orders of vanishing are those of the monomials, whose number the deformations go by', () => {
  fc.assert(
    fc.property(anyBase, (selfIntersections) => {
      const { rays, orders, hodge } = toricBase(selfIntersections);
      const [f, g] = [latticePoints(rays, 4), latticePoints(rays, 6)];
      expect(orders).toEqual({ f: f.orders, g: g.orders });
      const roots = selfIntersections.reduce((sum, s) => sum + Math.max(0, s + 1), 0);
      const rigid = selfIntersections.filter((s, i) => s === -2 && f.orders[i] === 0 && g.orders[i] === 0).length;
      expect(hodge.h21).toBe(f.count + g.count - (2 + roots) - 1 + rigid);
    }),
    { seed: 3, numRuns: 300 },
  );
});

/** Clusters without a deformation: D. Morrison, W. Taylor, arXiv:1201.1943, table 2. */
const clusters: Readonly<Record<string, readonly (string | undefined)[]>> = {
  '-12': ['e8'],
  '-11': ['e8'],
  '-10': ['e8'],
  '-9': ['e8'],
  '-8': ['e7'],
  '-7': ['e7'],
  '-6': ['e6'],
  '-5': ['f4'],
  '-4': ['so(8)'],
  '-3': ['su(3)'],
  '-3,-2': ['g2', 'su(2)'],
  '-2,-3': ['su(2)', 'g2'],
  '-3,-2,-2': ['g2', 'su(2)', undefined],
  '-2,-2,-3': [undefined, 'su(2)', 'g2'],
  '-2,-3,-2': ['su(2)', 'so(7)', 'su(2)'],
};

test('the gauge algebra by orders of vanishing is that of the known clusters of curves', () => {
  const seen = new Set<string>();
  for (const { selfIntersections: s, gauge } of [...toricBases({ maxRays: 16 })].map(toricBase)) {
    const algebra = new Map(gauge.map((factor) => [factor.curve, factor.algebra]));
    const begin = s.findIndex((value) => value >= -1);
    let chain: number[] = [];
    for (let k = 0; k <= s.length; k++) {
      const i = (begin + k) % s.length;
      if (s[i]! <= -2) {
        chain.push(i);
        continue;
      }
      const key = chain.map((curve) => s[curve]).join();
      const none = chain.every((curve) => s[curve] === -2);
      const expected = none ? chain.map(() => undefined) : clusters[key];
      expect(
        chain.map((curve) => algebra.get(curve)),
        key,
      ).toEqual(expected);
      expect(algebra.has(i)).toBe(false);
      seen.add(key);
      chain = [];
    }
  }
  expect(Object.keys(clusters).filter((key) => !seen.has(key))).toEqual([]);
});

test('where a list begins, and its direction, change nothing but the order', () => {
  fc.assert(
    fc.property(anyBase, fc.nat(13), fc.boolean(), (base, by, back) => {
      const turned = base.map((_, i) => base[(i + by) % base.length]!);
      if (back) turned.reverse();
      expect(canonicalForm(turned)).toEqual(base);
      const [one, other] = [toricBase(base), toricBase(turned)];
      expect(other.hodge).toEqual(one.hodge);
      expect(other.gauge.map(({ algebra }) => algebra).sort()).toEqual(one.gauge.map(({ algebra }) => algebra).sort());
    }),
    { seed: 4 },
  );
});

test('the canonical form is the largest of all rotations in both directions', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3, max: 1 }), { minLength: 3, maxLength: 12 }), (list) => {
      const rotations = list.flatMap((_, k) => {
        const one = [...list.slice(k), ...list.slice(0, k)];
        return [one, [...one].reverse()];
      });
      const first = rotations.reduce((best, one) => {
        const k = one.findIndex((value, i) => value !== best[i]);
        return k >= 0 && one[k]! > best[k]! ? one : best;
      });
      expect(canonicalForm(list)).toEqual(first);
    }),
    { seed: 5, numRuns: 500 },
  );
});

test('the graph of a base is one cycle, with what the curves are', () => {
  const base = toricBase([7, 0, -7, 0]);
  expect(baseGraph(base)).toEqual({
    features: ['selfIntersection', 'orderF', 'orderG'],
    nodes: [
      [7, 0, 0],
      [0, 0, 0],
      [-7, 3, 5],
      [0, 0, 0],
    ],
    edges: [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 0],
    ],
  });
});

test('a digest does not depend on the order', () => {
  expect(basesDigest([...bases].reverse())).toBe(basesDigest(bases));
  expect(basesDigest(bases.slice(1))).not.toBe(basesDigest(bases));
});

import { defineSystem, landau, quadratic } from '@cfc/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile as compileFigure } from 'vega-lite';
import {
  type Hanging,
  type Proposal,
  type TreeNode,
  childrenOf,
  expand,
  generations,
  layoutTree,
  meanOffspring,
  treeDot,
  treeFigure,
  walk,
} from '../../src/index.js';
import { bowl, errorOf } from '../support/growth.js';

/** Any tree: node k hangs on one that came before it. */
const trees: fc.Arbitrary<Hanging[]> = fc
  .array(fc.nat(1000), { maxLength: 30 })
  .map((picks) => [
    { id: 'root', parent: null },
    ...picks.map((pick, k) => ({ id: `n${k}`, parent: pick % (k + 1) === 0 ? 'root' : `n${(pick % (k + 1)) - 1}` })),
  ]);
const chain: Hanging[] = ['a', 'b', 'c'].map((id, k) => ({ id, parent: k === 0 ? null : 'abc'[k - 1]! }));
const star: Hanging[] = [{ id: 'a', parent: null }, ...['b', 'c', 'd'].map((id) => ({ id, parent: 'a' }))];

test('the parent is the one that is named, or the strongest coupled, or the later end, or the root', () => {
  const system = defineSystem({ modules: { x: bowl(0.5), y: bowl(0.5) }, weights: { 'local:LandauModule': 1 } });
  const grow = (id: string, ...links: readonly (readonly [string, string, number])[]): Proposal => ({
    id,
    modules: { [id]: bowl(1) },
    couplings: links.map(([a, b, weight]) => ({ use: quadratic({ weight }), between: [a, b] })),
  });
  const first = [grow('a', ['a', 'x', 0.001]), grow('b', ['b', 'y', 0.001]), grow('free')];
  const late: readonly (Proposal & { readonly expected: string })[] = [
    { ...grow('c', ['c', 'a', 0.002], ['b', 'c', 0.003]), expected: 'b' },
    { ...grow('d', ['d', 'a', 0.002], ['b', 'd', 0.002]), expected: 'a' },
    { ...grow('e', ['e', 'a', 0.002], ['e', 'x', 0.004]), expected: 'root' },
    { ...grow('f', ['x', 'y', 0.01], ['f', 'a', 0.001]), expected: 'root' },
    { ...grow('g', ['a', 'b', 0.01], ['g', 'x', 0.001]), expected: 'b' },
    { ...grow('h', ['h', 'a', 0.01]), parent: 'b', expected: 'b' },
    { ...grow('i', ['i', 'a', 0.01]), parent: 'root', expected: 'root' },
    { ...grow('j'), parent: 'y', expected: 'root' },
  ];
  const {
    system: grown,
    eta,
    tree,
  } = expand(system, [0.5, 0.5], (branch, round) => {
    if (round <= first.length) return [first[round - 1]!];
    return late.slice(0, branch.accepted.length - first.length + 1).map(({ expected: _, ...proposal }) => proposal);
  });
  expect(grown.size).toBe(2 + first.length + late.length);
  expect(Object.keys(eta)).toEqual(grown.ids);
  const parents = Object.fromEntries(tree.map(({ id, parent }) => [id, parent]));
  expect(parents).toMatchObject({ root: null, a: 'root', b: 'root', free: 'root' });
  for (const { id, expected } of late) expect(parents[id], id).toBe(expected);
});

test('a walk meets every node once, after its parent and one deeper', () => {
  fc.assert(
    fc.property(trees, (tree) => {
      const depths = new Map<string, number>();
      for (const { node, depth } of walk(tree)) {
        expect(depths.has(node.id)).toBe(false);
        expect(depth).toBe(node.parent === null ? 0 : depths.get(node.parent)! + 1);
        depths.set(node.id, depth);
      }
      expect(depths.size).toBe(tree.length);
      expect(generations(tree).reduce((sum, size) => sum + size, 0)).toBe(tree.length);
      const children = [...childrenOf(tree).values()].flat();
      expect(children).toHaveLength(tree.length - 1);
    }),
    { seed: 1 },
  );
});

test('the mean offspring is 1 for a chain, n for a star, and what Harris counts for others', () => {
  expect(meanOffspring([{ id: 'a', parent: null }])).toBe(0);
  expect(meanOffspring(chain)).toBe(1);
  expect(meanOffspring(star)).toBe(3);
  const bushy = [...star, { id: 'e', parent: 'b' }, { id: 'f', parent: 'b' }, { id: 'g', parent: 'c' }];
  expect(generations(bushy)).toEqual([1, 3, 3]);
  expect(meanOffspring(bushy)).toBe(6 / 4);
});

test('in a layout leaves are apart, parents stand over their children, and no edges cross', () => {
  fc.assert(
    fc.property(trees, (tree) => {
      const placed = layoutTree(tree);
      const at = new Map(placed.map((node) => [node.id, node]));
      const children = childrenOf(tree);
      const leaves = placed.filter(({ id }) => children.get(id)!.length === 0);
      expect(leaves.map(({ x }) => x)).toEqual(leaves.map((_, k) => k));
      for (const { id, x, y } of placed) {
        const below = children.get(id)!.map((child) => at.get(child.id)!);
        for (const child of below) expect(child.y).toBe(y + 1);
        if (below.length > 0) expect(x).toBe((below[0]!.x + below.at(-1)!.x) / 2);
      }
      const depths = Math.max(...placed.map(({ y }) => y));
      for (let y = 1; y <= depths; y++) {
        const row = placed.filter((node) => node.y === y).sort((a, b) => a.x - b.x);
        const above = row.map(({ parent }) => at.get(parent!)!.x);
        expect([...above].sort((a, b) => a - b)).toEqual(above);
        expect(new Set(row.map(({ x }) => x)).size).toBe(row.length);
      }
    }),
    { seed: 2 },
  );
});

const grown: TreeNode[] = [
  { id: 'root', parent: null, energyBefore: 1, energyAfter: 0.5, gain: 0.5, round: 0 },
  { id: 'say "a\\b"', parent: 'root', energyBefore: 0.5, energyAfter: 0.25, gain: 0.25, round: 1 },
  { id: 'leaf', parent: 'say "a\\b"', energyBefore: 0.25, energyAfter: 0.1234567, gain: 0.1265433, round: 2 },
];

test('DOT text names every node and edge', () => {
  expect(treeDot(grown)).toBe(
    [
      'digraph growth {',
      '  "root" [label="root"];',
      String.raw`  "say \"a\\b\"" [label="say \"a\\b\"\n0.25"];`,
      String.raw`  "leaf" [label="leaf\n0.127"];`,
      String.raw`  "root" -> "say \"a\\b\"";`,
      String.raw`  "say \"a\\b\"" -> "leaf";`,
      '}',
      '',
    ].join('\n'),
  );
});

test('the figure compiles, and shows an edge for every node but the root', () => {
  const figure = treeFigure(grown, { width: 100 }) as { layer: { data: { values: unknown[] } }[]; width: number };
  expect(figure.width).toBe(100);
  expect(figure.layer.map(({ data }) => data.values.length)).toEqual([2, 2, 1]);
  expect(() => compileFigure(figure as never)).not.toThrow();
});

test('what is no tree is an error', () => {
  const [root, leaf] = chain as [Hanging, Hanging];
  for (const bad of [
    [],
    [leaf],
    [root, root],
    [root, { id: 'z', parent: 'y' }],
    [root, { id: 'z', parent: null }],
    [root, leaf, leaf],
  ]) {
    expect(errorOf(() => childrenOf(bad))).toMatchObject({ code: 'INPUT_INVALID', where: 'the tree' });
    expect(errorOf(() => meanOffspring(bad))).toMatchObject({ code: 'INPUT_INVALID' });
  }
});

test('a landau module alone has no offspring', () => {
  const { tree } = expand(defineSystem({ modules: { x: landau() } }), [0], []);
  expect(generations(tree)).toEqual([1]);
});

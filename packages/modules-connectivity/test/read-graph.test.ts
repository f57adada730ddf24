import { isCfcError } from '@cfc/core';
import { expect, test } from 'vitest';
import { type Percolation, largestComponentFraction, percolationSweep, wrappingThreshold } from '../src/index.js';
import { errorOf } from './by-search.js';

const grid = { width: 4, height: 4, open: 0.5 };
const list = { nodes: 3, edges: [[0, 1]] };

test.each([
  ['no graph', null, '', 'null is no graph'],
  ['a list', [], '', 'a list of 0 is no graph'],
  ['a number', 3, '', '3 is no graph'],
  ['a grid of width 0', { ...grid, width: 0 }, '.width', 'width is 0'],
  ['a grid of height 0', { ...grid, height: 0 }, '.height', 'height is 0'],
  ['a grid of half a row', { ...grid, height: 1.5 }, '.height', 'height is 1.5'],
  ['a grid without a height', { width: 4, open: 0.5 }, '.height', 'height is undefined'],
  ['a grid too large', { ...grid, width: 2 ** 20, height: 2 ** 20 }, '.height', 'height is 1048576'],
  ['a probability below 0', { ...grid, open: -0.1 }, '.open', 'the probability is -0.1'],
  ['a probability above 1', { ...grid, open: 1.1 }, '.open', 'the probability is 1.1'],
  ['a probability that is no number', { ...grid, open: NaN }, '.open', 'the probability is NaN'],
  ['a grid without a probability', { width: 4, height: 4 }, '.open', 'the probability is undefined'],
  ['edges with a probability above 1', { ...list, open: 2 }, '.open', 'the probability is 2'],
  ['a negative seed', { ...grid, seed: -1 }, '.seed', 'seed is -1'],
  ['a seed that is no whole number', { ...list, seed: 0.5 }, '.seed', 'seed is 0.5'],
  ['a density below 0', { ...grid, shortcuts: -1 }, '.shortcuts', 'the density of shortcuts is -1'],
  ['a density that is no number', { ...grid, shortcuts: '2%' }, '.shortcuts', 'the density of shortcuts is "2%"'],
  ['a torus by number', { ...grid, periodic: 1 }, '.periodic', 'periodic is 1'],
  ['a field that nothing reads', { ...grid, shortcut: 0.1 }, '.shortcut', 'nothing reads "shortcut"'],
  ['a field of grids beside edges', { ...list, shortcuts: 0.1 }, '.shortcuts', 'nothing reads "shortcuts"'],
  ['no nodes', { ...list, nodes: 0 }, '.nodes', 'nodes is 0'],
  ['half a node', { ...list, nodes: 2.5 }, '.nodes', 'nodes is 2.5'],
  ['edges without a number of nodes', { edges: [] }, '.nodes', 'nodes is undefined'],
  ['nodes without edges', { nodes: 3 }, '.edges', 'the edges are undefined'],
  ['edges in a text', { nodes: 3, edges: '0-1' }, '.edges', 'the edges are "0-1"'],
  [
    'a missing node',
    {
      nodes: 3,
      edges: [
        [0, 1],
        [1, 3],
      ],
    },
    '.edges[1][1]',
    'there is no node 3',
  ],
  ['a node that is no whole number', { nodes: 3, edges: [[0.5, 1]] }, '.edges[0][0]', 'there is no node 0.5'],
  ['a node by name', { nodes: 3, edges: [['a', 1]] }, '.edges[0][0]', 'there is no node "a"'],
  ['an edge of three', { nodes: 3, edges: [[0, 1, 2]] }, '.edges[0]', 'the edge is a list of 3'],
  ['a plain flat list', { nodes: 3, edges: [0, 1] }, '.edges[0]', 'the edge is 0'],
  ['an odd flat list', { nodes: 3, edges: Int32Array.of(0, 1, 2) }, '.edges', '3 entries are no pairs'],
  [
    'a flat list with a missing node',
    { nodes: 3, edges: Int32Array.of(0, 1, -1, 2) },
    '.edges[2]',
    'there is no node -1',
  ],
  ['a flat list of fractions', { nodes: 3, edges: Float64Array.of(0, 1.5) }, '.edges[1]', 'there is no node 1.5'],
  ['raw bytes', { nodes: 3, edges: new DataView(new ArrayBuffer(8)) }, '.edges', 'the edges are an object'],
])('%s is INPUT_INVALID, with its place and a fix', (_name, input, where, what) => {
  const error = errorOf(() => largestComponentFraction(input as unknown as Percolation));
  expect(isCfcError(error)).toBe(true);
  expect(error).toMatchObject({ code: 'INPUT_INVALID', where, what });
  expect((error as { fix: string }).fix).toMatch(/\w/);
});

test('an unknown field is answered with the one that was meant', () => {
  const error = errorOf(() => largestComponentFraction({ ...grid, shortcut: 0.1 } as Percolation));
  expect(error).toMatchObject({ fix: expect.stringContaining('Did you mean "shortcuts"?') as string });
});

test('sweeps need no probability, and refuse the same graphs', () => {
  expect(percolationSweep({ width: 2, height: 1 }).bonds).toBe(1);
  expect(errorOf(() => percolationSweep({ width: 0, height: 1 }))).toMatchObject({ where: '.width' });
  expect(errorOf(() => wrappingThreshold({ width: 3, height: 0.5 }))).toMatchObject({ where: '.height' });
});

import { compile, defineSystem, readEta, relax } from '@cfc/core';
import { checkModule } from '@cfc/core/testing';
import { expect, test } from 'vitest';
import { connectivity, largestComponentFraction } from '../src/index.js';
import { errorOf } from './by-search.js';

const { family } = connectivity;

test('ConnectivityModule keeps its contract', () => {
  const options = [{}, { alpha: 0 }, { beta: 0 }, { alpha: 0.3, beta: 4 }];
  const inputs = [
    { width: 1, height: 1, open: 0 },
    { width: 8, height: 5, open: 0.5, periodic: true, shortcuts: 0.1, seed: 3 },
    { nodes: 4, edges: [[0, 1]] as const },
    { nodes: 4, edges: Int32Array.of(0, 1, 2, 3), open: 0.7 },
  ];
  expect(checkModule(connectivity, { options, inputs }).checks).toHaveLength(8);
});

test('the energy is 0 for a graph in one piece and alpha + beta where it has none', () => {
  const { options } = connectivity({ alpha: 0.75, beta: 0.5 });
  expect(family.energy(1, options, {})).toBe(0);
  expect(family.energy(0, options, {})).toBe(1.25);
  expect(family.energy(0.5, options, {})).toBe(0.75 / 4 + 0.5 / 16);
});

test('a system reads the largest component, and says which input it cannot read', () => {
  const system = defineSystem({ modules: { net: connectivity() } });
  const grid = { width: 20, height: 30, open: 0.45, seed: 6 };
  expect(readEta(system, { net: grid })[0]).toBe(largestComponentFraction(grid));
  const broken = { nodes: 2, edges: [[0, 2]] as const };
  expect(errorOf(() => readEta(system, { net: broken }))).toMatchObject({
    code: 'INPUT_INVALID',
    where: 'inputs.net.edges[0][1]',
  });
});

test('relaxing moves the order parameter and not the graph: alone it ends at 1, whatever was read', () => {
  const system = defineSystem({ modules: { net: connectivity() } });
  const input = { width: 20, height: 20, open: 0.2 };
  const before = readEta(system, { net: input });
  expect(before[0]).toBeLessThan(0.2);
  expect(relax(compile(system), before).eta['net']).toBeGreaterThan(0.999);
  expect(readEta(system, { net: input })).toEqual(before);
});

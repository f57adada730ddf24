// The largest component of a grid of 1,000 x 1,000 nodes at p = 1/2, drawing of the bonds included, in CPU milliseconds. The
// peer is the same union by size with path halving, on the same bonds, as one writes it down: nodes in a Map.
import { loadavg } from 'node:os';
import { uniforms } from '@cfc/core';
import { largestComponentFraction, percolationSweep } from '@cfc/modules-connectivity';
import { row } from './row.mjs';
import { median } from './timing.mjs';

const SIDE = 1000;
const TURNS = 7;

/** CPU milliseconds that one call takes, of all threads; a machine that does other work does not enter. */
function cpu(run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function byMap(open, seed) {
  const levelOf = uniforms(seed, 0);
  const parents = new Map();
  const sizes = new Map();
  for (let i = 0; i < SIDE * SIDE; i++) {
    parents.set(i, i);
    sizes.set(i, 1);
  }
  const rootOf = (i) => {
    while (parents.get(i) !== i) {
      parents.set(i, parents.get(parents.get(i)));
      i = parents.get(i);
    }
    return i;
  };
  let largest = 1;
  const unite = (i, j) => {
    const [a, b] = [rootOf(i), rootOf(j)];
    if (a === b) return;
    const [large, small] = sizes.get(a) >= sizes.get(b) ? [a, b] : [b, a];
    parents.set(small, large);
    sizes.set(large, sizes.get(large) + sizes.get(small));
    largest = Math.max(largest, sizes.get(large));
  };
  let bond = 0;
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const i = y * SIDE + x;
      if (x + 1 < SIDE && levelOf(bond++) < open) unite(i, i + 1);
      if (y + 1 < SIDE && levelOf(bond++) < open) unite(i, i + SIDE);
    }
  }
  return largest / (SIDE * SIDE);
}

const turns = Array.from({ length: TURNS }, (_, seed) => {
  const found = {};
  const peer = cpu(() => (found.peer = byMap(0.5, seed)));
  const own = cpu(() => (found.own = largestComponentFraction({ width: SIDE, height: SIDE, open: 0.5, seed })));
  if (found.own !== found.peer) throw new Error('the two find different components');
  const sweep = cpu(() => percolationSweep({ width: SIDE, height: SIDE, seed }));
  return { own, peer, sweep, ratio: peer / own };
});
const each = (key) => median(turns.map((turn) => turn[key]));
row('1,000 x 1,000 grid, largest component, CPU ms', each('own'), [100, 'most']);
row('its speed over a union-find on a Map', each('ratio'), [5, 'least']);
console.log(`${SIDE} x ${SIDE} grid at p = 1/2, CPU milliseconds, medians of ${TURNS} turns`);
console.log(
  `largest component ${each('own').toFixed(0)}   on a Map ${each('peer').toFixed(0)}   ratio ${each('ratio').toFixed(1)}`,
);
console.log(`sweep over all ${2 * SIDE * (SIDE - 1)} numbers of open bonds ${each('sweep').toFixed(0)}`);
console.log(`load of the machine at the end: ${loadavg()[0].toFixed(2)}`);

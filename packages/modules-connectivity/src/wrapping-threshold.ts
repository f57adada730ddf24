import { openingOrder } from './bond-levels.js';
import type { Grid } from './graph.js';
import { readGraph } from './read-graph.js';

/**
 * Where a component of a torus first closes on itself around it, in either direction, as bonds open one by one: the threshold
 * that has no need of a level. `periodic` is taken for granted; shortcuts would lead out of the surface and are left out.
 *
 * Every node keeps its way to its parent as steps across and down. A bond inside a component closes a loop; the loop goes
 * around the torus where the steps along it do not add up to nothing.
 *
 * @returns n / (M + 1) where the n-th of M bonds closes the first such loop: the mean of its level
 * @throws `INPUT_INVALID` for what is no grid
 *
 * Source: J. Machta et al., Phys. Rev. E 54 (1996) 1332; M. E. J. Newman and R. M. Ziff, Phys. Rev. E 64 (2001) 016706.
 */
export function wrappingThreshold({ width, height, seed = 0 }: Pick<Grid, 'width' | 'height' | 'seed'>): number {
  const { nodes, bonds } = readGraph({ width, height, seed, periodic: true });
  const count = bonds.length / 2;
  const order = openingOrder(count, seed);
  const sets = new Int32Array(nodes).fill(-1);
  const [across, down] = [new Int32Array(nodes), new Int32Array(nodes)];
  const places = [new Int32Array(3), new Int32Array(3)] as const;
  for (let opened = 1; opened <= count; opened++) {
    const bond = order[opened - 1]!;
    const [x, y] = bond % 2 === 0 ? [1, 0] : [0, 1];
    const [from, to] = places;
    locate(sets, across, down, bonds[2 * bond]!, from);
    locate(sets, across, down, bonds[2 * bond + 1]!, to);
    const [a, b] = [from[0]!, to[0]!];
    // The step from the root of the end to that of the beginning, by way of the bond.
    const [dx, dy] = [from[1]! + x - to[1]!, from[2]! + y - to[2]!];
    if (a === b) {
      if (dx !== 0 || dy !== 0) return opened / (count + 1);
      continue;
    }
    const flip = sets[a]! > sets[b]!;
    const [large, small, sign] = flip ? [b, a, -1] : [a, b, 1];
    sets[large]! += sets[small]!;
    sets[small] = large;
    across[small] = sign * dx;
    down[small] = sign * dy;
  }
  return 1;
}

/** Writes the root of node `i` and where `i` lies from it; moves every second node on the way up to its grandparent. */
function locate(sets: Int32Array, across: Int32Array, down: Int32Array, i: number, out: Int32Array): void {
  let [x, y] = [0, 0];
  for (let parent = sets[i]!; parent >= 0; parent = sets[i]!) {
    const grandparent = sets[parent]!;
    if (grandparent >= 0) {
      across[i]! += across[parent]!;
      down[i]! += down[parent]!;
      sets[i] = grandparent;
    }
    x += across[i]!;
    y += down[i]!;
    i = sets[i]!;
  }
  out[0] = i;
  out[1] = x;
  out[2] = y;
}

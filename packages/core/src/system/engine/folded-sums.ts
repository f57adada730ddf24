import type { Vector } from '../../contract/energy.js';
import { dot } from '../../numeric/vector.js';
import type { Arena } from '../wasm/arena.js';
import type { Core } from './core.js';
import type { FoldedFamily } from './quartics.js';

/** Writes the energy of one family and Σ F'² to the entry of its term, unweighted; the point lies in the engine's memory. */
export type FoldedSums = (eta: Vector, energies: Float64Array, squares: Float64Array) => void;

/** Below this share of the modules, the ends of linear instances are looked up one by one. */
const DENSE = 0.25;

/**
 * Of F = a η² + b η⁴ - h η; where a family is linear its slopes are summed once. Families with an instance for each module, in
 * order, run in the kernels where there are any: the same bits.
 */
export function foldedSums({ term, slots, h, a, b }: FoldedFamily, size: number, { arena }: Core): FoldedSums {
  const count = slots.length;
  const columns = [h, a, b].map((column) => column ?? new Float64Array(count)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const [fields] = columns;
  if (a === null && b === null) {
    const square = fields.reduce((sum, field) => sum + field * field, 0);
    const energyAt = count < DENSE * size ? linear(fields, slots) : dense(fields, slots, size, arena);
    return (eta, energies, squares) => {
      energies[term] = energyAt(eta);
      squares[term] = square;
    };
  }
  const inKernels = slots.every((slot, k) => slot === k) ? kernelSums(term, columns, arena) : null;
  return inKernels ?? ((eta, energies, squares) => quartic(...columns, slots, eta, term, energies, squares));
}

function kernelSums(term: number, columns: readonly Vector[], arena: Arena): FoldedSums | null {
  const { kernels } = arena;
  if (kernels === null) return null;
  const count = columns[0]!.length;
  const bytes = arena.more(8 * (3 * count + 2));
  const packed = new Float64Array(bytes.buffer, bytes.byteOffset, 3 * count + 2);
  if (!arena.holds(packed)) return null;
  columns.forEach((column, k) => packed.set(column, k * count));
  const out = packed.subarray(3 * count);
  const [h, a, b] = [0, 1, 2].map((k) => packed.byteOffset + 8 * k * count) as [number, number, number];
  return (eta, energies, squares) => {
    kernels.quarticSums(h, a, b, count, eta.byteOffset, out.byteOffset);
    energies[term] = out[0]!;
    squares[term] = out[1]!;
  };
}

type EnergyAt = (eta: Vector) => number;

const linear =
  (h: Vector, slots: Int32Array): EnergyAt =>
  (eta) => {
    let energy = 0;
    for (let k = 0; k < h.length; k++) energy -= h[k]! * eta[slots[k]!]!;
    return energy;
  };

/** The same with one field for each module. */
function dense(h: Vector, slots: Int32Array, size: number, arena: Arena): EnergyAt {
  const bytes = arena.more(8 * size);
  const fields = new Float64Array(bytes.buffer, bytes.byteOffset, size);
  for (let k = 0; k < h.length; k++) fields[slots[k]!] = fields[slots[k]!]! + h[k]!;
  const { kernels } = arena;
  const at = fields.byteOffset;
  if (kernels === null || !arena.holds(fields)) return (eta) => -dot(fields, eta);
  return (eta) => -kernels.dot(size, at, eta.byteOffset);
}

function quartic(
  h: Vector,
  a: Vector,
  b: Vector,
  slots: Int32Array,
  eta: Vector,
  term: number,
  energies: Float64Array,
  squares: Float64Array,
): void {
  // Even and odd entries apart, as the kernel takes them.
  const energy = [0, 0];
  const square = [0, 0];
  const add = (k: number, lane: number): void => {
    const x = eta[slots[k]!]!;
    const steep = b[k]! * x * x;
    const slope = x * (2 * a[k]! + 4 * steep) - h[k]!;
    energy[lane]! += x * (x * (a[k]! + steep) - h[k]!);
    square[lane]! += slope * slope;
  };
  const even = h.length & ~1;
  for (let k = 0; k < even; k++) add(k, k & 1);
  for (const lanes of [energy, square]) lanes[0]! += lanes[1]!;
  if (even < h.length) add(even, 0);
  energies[term] = energy[0]!;
  squares[term] = square[0]!;
}

import type { Vector } from '../../contract/energy.js';
import { type Kernels, type Segment, takeBlock } from './memory.js';

/** The memory that one system works in. Its block is given back when the system is garbage. */
export interface Arena {
  readonly kernels: Kernels | null;
  /** Space for numbers, with anything in it. */
  floats(count: number): Float64Array;
  ints(values: Int32Array): Int32Array;
  copy(values: Vector): Float64Array;
  /** Σ of all entries of a vector in this memory: not finite where one of them is not. */
  sum(vector: Vector): number;
  /** A vector of the system's size that lives as long as somebody holds it. */
  vector(): Float64Array;
  /** The vector itself where it lies in this memory, else a copy in working space `slot`. */
  inside(vector: Vector, slot: number): Float64Array;
}

const owners = new FinalizationRegistry<readonly { segment: Segment; at: number; size: number }[]>((blocks) => {
  for (const { segment, at, size } of blocks) segment.give(at, size);
});

/** Ordinary JavaScript memory: vectors are where they are. */
export const heapArena = (size: number): Arena => ({
  kernels: null,
  sum(vector) {
    let total = 0;
    for (let i = 0; i < vector.length; i++) total += vector[i]!;
    return total;
  },
  vector: () => new Float64Array(size),
  floats: (count) => new Float64Array(count),
  ints: (values) => values,
  copy: (values) => Float64Array.from(values),
  inside: (vector) => vector,
});

/** Bytes in front of which nothing else begins, so that vectors do not share a cache line. */
const LINE = 64;
const lines = (size: number): number => Math.ceil(size / LINE) * LINE;

/**
 * WebAssembly memory for one system.
 *
 * @param size entries of its vectors; @param room bytes for everything that it packs
 * @returns null where WebAssembly is missing or forbidden
 */
export function wasmArena(size: number, room: number, slots: number): Arena | null {
  const total = lines(room) + slots * lines(8 * size) + 64 * LINE;
  const block = takeBlock(total);
  if (block === null) return null;
  const { segment } = block;
  let next = lines(block.at);
  const place = (bytes: number): number => {
    const at = next;
    next += lines(bytes);
    return at;
  };
  const floats = (count: number): Float64Array => new Float64Array(segment.buffer, place(8 * count), count);
  const working = Array.from({ length: slots }, () => floats(size));
  const arena: Arena = {
    kernels: segment.kernels,
    floats,
    ints(values) {
      const packed = new Int32Array(segment.buffer, place(4 * values.length), values.length);
      packed.set(values);
      return packed;
    },
    copy(values) {
      const packed = floats(values.length);
      packed.set(values);
      return packed;
    },
    sum: (vector) => segment.kernels.sum(size, vector.byteOffset),
    vector() {
      const bytes = lines(8 * size) + LINE;
      const at = segment.take(bytes);
      if (at === null) return new Float64Array(size);
      const vector = new Float64Array(segment.buffer, lines(at), size).fill(0);
      owners.register(vector, [{ segment, at, size: bytes }]);
      return vector;
    },
    inside(vector, slot) {
      if (vector.buffer === segment.buffer) return vector;
      const space = working[slot]!;
      space.set(vector);
      return space;
    },
  };
  owners.register(arena, [{ segment, at: block.at, size: total }]);
  return arena;
}

import type { Vector } from '../../contract/energy.js';
import { type Kernels, type Segment, takeBlock } from './memory.js';

/** The memory that one system works in. Lives as long as the system; its blocks are given back after that. */
export interface Arena {
  readonly kernels: Kernels | null;
  floats(count: number): Float64Array;
  ints(values: Int32Array): Int32Array;
  copy(values: Vector): Float64Array;
  /** The vector itself where it lies in this memory, else a copy in working space `slot`. */
  inside(vector: Vector, slot: number): Float64Array;
}

const owners = new FinalizationRegistry<readonly { segment: Segment; at: number; size: number }[]>((blocks) => {
  for (const { segment, at, size } of blocks) segment.give(at, size);
});

/** Ordinary JavaScript memory: vectors are where they are. */
export const heapArena: Arena = {
  kernels: null,
  floats: (count) => new Float64Array(count),
  ints: (values) => values,
  copy: (values) => Float64Array.from(values),
  inside: (vector) => vector,
};

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

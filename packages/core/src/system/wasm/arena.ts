import type { Vector } from '../../contract/energy.js';
import { type Kernels, type Segment, type TakeBlock, takeBlock } from './memory.js';

/** The memory that one system works in. Its blocks are given back when the system is garbage. */
export interface Arena {
  readonly kernels: Kernels | null;
  /** Space for numbers, with anything in it, out of the room that was asked for. */
  floats(count: number): Float64Array;
  ints(count: number): Int32Array;
  /** More bytes than were asked for, zeroed; in ordinary memory where this one is full. */
  more(bytes: number): Uint8Array;
  /** A vector of the system's size that lives as long as somebody holds it. */
  vector(): Float64Array;
  /** Whether the loops can work on an array where it is. */
  holds(array: Vector | Int32Array): boolean;
  /** Σ of all entries of a vector in this memory: not finite where one of them is not. */
  sum(vector: Vector): number;
  /** The vector itself where it lies in this memory, else a copy in working space `slot`. */
  inside(vector: Vector, slot: number): Float64Array;
  /** Byte offset of room for two results of a kernel. */
  readonly sums: number;
  /** Working space `slot`, with anything in it. */
  space(slot: number): Float64Array;
  /** Gives the memory back at once; nothing in it may be used any more, vectors of `vector()` apart. */
  release(): void;
}

/** Vectors of working space: the point, an output, a second point or a direction. */
export const ETA = 0;
export const OUT = 1;
export const SECOND = 2;
const SPACES = 3;
/** Vectors for which there is to be room beside a system: those of a relaxation. */
const RESERVE = 16;

interface Block {
  readonly segment: Segment;
  readonly at: number;
  readonly size: number;
}

const owners = new FinalizationRegistry<readonly Block[]>((blocks) => {
  for (const { segment, at, size } of blocks) segment.give(at, size);
});

/** Ordinary JavaScript memory: vectors are where they are. */
export const heapArena = (size: number): Arena => ({
  kernels: null,
  sums: 0,
  vector: () => new Float64Array(size),
  floats: (count) => new Float64Array(count),
  ints: (count) => new Int32Array(count),
  more: (bytes) => new Uint8Array(bytes),
  holds: () => true,
  sum(vector) {
    let total = 0;
    for (let i = 0; i < vector.length; i++) total += vector[i]!;
    return total;
  },
  inside: (vector) => vector,
  space: () => new Float64Array(size),
  release: () => undefined,
});

/** Bytes in front of which nothing else begins, so that vectors do not share a cache line. */
const LINE = 64;
/** Bytes rounded up to whole lines. */
export const lines = (bytes: number): number => Math.ceil(bytes / LINE) * LINE;

/**
 * WebAssembly memory for one system.
 *
 * @param size entries of its vectors
 * @param room bytes for everything that it packs, in whole lines
 * @param blocks where its memory comes from
 * @returns null where WebAssembly is missing or forbidden
 */
export function wasmArena(size: number, room: number, blocks: TakeBlock = takeBlock): Arena | null {
  const total = room + SPACES * lines(8 * size) + 2 * LINE;
  const block = blocks(total, RESERVE * (lines(8 * size) + LINE));
  if (block === null) return null;
  const { segment } = block;
  const { buffer, kernels } = segment;
  const owned: Block[] = [{ segment, at: block.at, size: total }];
  let next = lines(block.at);
  const place = (bytes: number): number => {
    const at = next;
    next += lines(bytes);
    return at;
  };
  const floats = (count: number): Float64Array => new Float64Array(buffer, place(8 * count), count);
  const spaces = Array.from({ length: SPACES }, () => floats(size));
  const take = (bytes: number): Block | null => {
    const whole = lines(bytes) + LINE;
    const at = segment.take(whole);
    return at === null ? null : { segment, at, size: whole };
  };
  const arena: Arena = {
    kernels,
    sums: place(16),
    floats,
    ints: (count) => new Int32Array(buffer, place(4 * count), count),
    more(bytes) {
      const more = take(bytes);
      if (more === null) return new Uint8Array(bytes);
      owned.push(more);
      return new Uint8Array(buffer, lines(more.at), bytes).fill(0);
    },
    vector() {
      const own = take(8 * size);
      if (own === null) return new Float64Array(size);
      const vector = new Float64Array(buffer, lines(own.at), size).fill(0);
      owners.register(vector, [own]);
      return vector;
    },
    holds: (array) => array.buffer === buffer,
    sum: (vector) => kernels.sum(size, vector.byteOffset),
    inside(vector, slot) {
      if (vector.buffer === buffer) return vector;
      const space = spaces[slot]!;
      space.set(vector);
      return space;
    },
    space: (slot) => spaces[slot]!,
    release() {
      if (!owners.unregister(arena)) return;
      for (const { segment: from, at, size: bytes } of owned) from.give(at, bytes);
    },
  };
  owners.register(arena, owned, arena);
  return arena;
}

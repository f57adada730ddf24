import { bytes } from './bytes.js';
import { bytesOf } from './letters.js';

/** Byte offset of a vector. */
export type Place = number;

/** The compiled kernels; see wasm/ for what each computes. `t` is the table of a system, places are byte offsets. */
export interface Kernels {
  energy(t: Place, eta: Place): number;
  gradient(t: Place, eta: Place, g: Place): number;
  difference(t: Place, from: Place, to: Place): number;
  product(t: Place, eta: Place, v: Place, out: Place): void;
  diagonal(t: Place, eta: Place, out: Place): void;
  gradientWithSums(t: Place, eta: Place, g: Place, out: Place): number;
  quarticSums(h: Place, a: Place, b: Place, count: number, eta: Place, out: Place): void;
  bounds(t: Place, out: Place): void;
  move(t: Place, i: number, value: number, eta: Place, g: Place): number;
  sweep(t: Place, eta: Place, g: Place): number;
  push(q: Place, i: number): void;
  settle(t: Place, eta: Place, g: Place, q: Place, tolerance: number, budget: number): number;
  sum(size: number, v: Place): number;
  dot(size: number, x: Place, y: Place): number;
  projectedNorm(size: number, eta: Place, g: Place): number;
  arc(size: number, eta: Place, g: Place, d: Place, step: number, out: Place): number;
  descend(size: number, rz: number, s: Place, image: Place, inverse: Place, d: Place, r: Place, sums: Place): number;
  solve(
    t: Place,
    size: number,
    eta: Place,
    g: Place,
    inverse: Place,
    d: Place,
    r: Place,
    s: Place,
    image: Place,
    sums: Place,
    tolerance: number,
    most: number,
  ): number;
  turn(size: number, beta: number, r: Place, inverse: Place, s: Place): void;
}

/** The little of WebAssembly that is used; the language's own library has no types for it. */
declare const WebAssembly: {
  Memory: new (given: { initial: number; maximum: number; shared: boolean }) => { readonly buffer: ArrayBufferLike };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

const PAGE = 65536;
/** Pages of a segment: 256 MiB of addresses, of which a system takes up only what it touches. */
const SEGMENT = 4096;

/**
 * One memory with one instance of the kernels, shared by all systems that fit. It never grows, so that no vector in it is
 * ever cut off; when it is full, the next system opens another segment.
 */
export interface Segment {
  readonly kernels: Kernels;
  readonly memory: object;
  readonly buffer: ArrayBufferLike;
  /** Offset of a block of that many bytes, with anything in it, or null where there is none. */
  take(size: number): Place | null;
  give(at: Place, size: number): void;
}

/**
 * A block of memory in the first segment that has room for it, and for `reserve` more bytes behind it, which stay free;
 * null where WebAssembly is not to be had.
 */
export type TakeBlock = (size: number, reserve: number) => { readonly segment: Segment; readonly at: Place } | null;

/** The compiled module; null where WebAssembly is missing or forbidden by a content-security policy. */
export function compileKernels(code: Uint8Array): object | null {
  try {
    return new WebAssembly.Module(code);
  } catch {
    return null;
  }
}

/** Blocks of segments of their own, which are opened as they are needed. `moduleOf` is asked at most once. */
export function blocksOf(moduleOf: () => object | null, shared: boolean): TakeBlock {
  let module: object | null | undefined;
  const segments: Segment[] = [];
  return (size, reserve) => {
    if (module === undefined) module = moduleOf();
    if (module === null) return null;
    for (const segment of segments) {
      const at = takeWith(segment, size, reserve);
      if (at !== null) return { segment, at };
    }
    const segment = openSegment(module, Math.max(SEGMENT, Math.ceil((size + reserve) / PAGE) + 1), shared);
    segments.push(segment);
    return { segment, at: takeWith(segment, size, reserve)! };
  };
}

function takeWith(segment: Segment, size: number, reserve: number): Place | null {
  const at = segment.take(size + reserve);
  if (at !== null && reserve > 0) segment.give(at + size, reserve);
  return at;
}

export const takeBlock: TakeBlock = blocksOf(() => compileKernels(bytesOf(bytes)), false);

function openSegment(module: object, pages: number, shared: boolean): Segment {
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  let free: readonly { readonly at: Place; readonly size: number }[] = [{ at: 16, size: pages * PAGE - 16 }];
  return {
    kernels: exports as Kernels,
    memory,
    buffer: memory.buffer,
    take(size) {
      const block = free.find((candidate) => candidate.size >= size);
      if (block === undefined) return null;
      const rest = { at: block.at + size, size: block.size - size };
      free = free.flatMap((other) => (other === block ? (rest.size > 0 ? [rest] : []) : [other]));
      return block.at;
    },
    give(at, size) {
      const all = [...free, { at, size }].sort((x, y) => x.at - y.at);
      free = all.reduce<{ at: Place; size: number }[]>((merged, block) => {
        const last = merged.at(-1);
        if (last !== undefined && last.at + last.size === block.at) last.size += block.size;
        else merged.push({ ...block });
        return merged;
      }, []);
    },
  };
}

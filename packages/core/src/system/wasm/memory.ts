import { bytes } from './bytes.js';

/** Byte offset of a vector. */
export type Place = number;

/** The compiled kernels; see wasm/kernels.ts for what each computes. Places are byte offsets. */
export interface Kernels {
  pullEnergy(m: number, a: Place, b: Place, w: Place, eta: Place): number;
  pullGradient(m: number, a: Place, b: Place, w: Place, eta: Place, scale: number, g: Place): number;
  pullProduct(m: number, a: Place, b: Place, w: Place, scale: number, v: Place, out: Place): void;
  pullDifference(m: number, a: Place, b: Place, w: Place, from: Place, to: Place): number;
  pullRows(m: number, a: Place, b: Place, w: Place, scale: number, row: number, out: Place): void;
  hingeEnergy(m: number, a: Place, b: Place, w: Place, al: Place, be: Place, eta: Place): number;
  hingeGradient(
    m: number,
    a: Place,
    b: Place,
    w: Place,
    al: Place,
    be: Place,
    eta: Place,
    scale: number,
    g: Place,
  ): number;
  hingeProduct(
    m: number,
    a: Place,
    b: Place,
    w: Place,
    al: Place,
    be: Place,
    eta: Place,
    scale: number,
    v: Place,
    out: Place,
  ): void;
  hingeDifference(m: number, a: Place, b: Place, w: Place, al: Place, be: Place, from: Place, to: Place): number;
  hingeDiagonal(
    m: number,
    a: Place,
    b: Place,
    w: Place,
    al: Place,
    be: Place,
    eta: Place,
    scale: number,
    out: Place,
  ): void;
  hingeBounds(m: number, a: Place, b: Place, w: Place, al: Place, be: Place, scale: number, out: Place): void;
  unitHingeEnergy(m: number, a: Place, b: Place, w: Place, eta: Place): number;
  unitHingeGradient(m: number, a: Place, b: Place, w: Place, eta: Place, scale: number, g: Place): number;
  unitHingeProduct(m: number, a: Place, b: Place, w: Place, eta: Place, scale: number, v: Place, out: Place): void;
  unitHingeDifference(m: number, a: Place, b: Place, w: Place, from: Place, to: Place): number;
  unitHingeDiagonal(m: number, a: Place, b: Place, w: Place, eta: Place, scale: number, out: Place): void;
  unitHingeBounds(m: number, a: Place, b: Place, w: Place, scale: number, out: Place): void;
  quarticEnergy(size: number, h: Place, a: Place, b: Place, eta: Place): number;
  quarticGradient(size: number, h: Place, a: Place, b: Place, eta: Place, g: Place): number;
  quarticProduct(size: number, a: Place, b: Place, eta: Place, v: Place, out: Place): void;
  quarticDiagonal(size: number, a: Place, b: Place, eta: Place, out: Place): void;
  quarticBounds(size: number, a: Place, b: Place, out: Place): void;
  quarticDifference(size: number, h: Place, a: Place, b: Place, from: Place, to: Place): number;
  sum(size: number, v: Place): number;
}

/** The little of WebAssembly that is used; the language's own library has no types for it. */
declare const WebAssembly: {
  Memory: new (given: { initial: number }) => { readonly buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: unknown };
};
declare function atob(base64: string): string;

const PAGE = 65536;
/** Pages of a segment: 256 MiB of addresses, of which a system takes up only what it touches. */
const SEGMENT = 4096;

/**
 * One memory with one instance of the kernels, shared by all systems that fit. It never grows, so that no vector in it is
 * ever cut off; when it is full, the next system opens another segment.
 */
export interface Segment {
  readonly kernels: Kernels;
  readonly buffer: ArrayBuffer;
  /** Offset of a block of that many bytes, with anything in it, or null where there is none. */
  take(size: number): Place | null;
  give(at: Place, size: number): void;
}

let module: object | null | undefined;
const segments: Segment[] = [];

/** The compiled module; null where WebAssembly is missing or forbidden by a content-security policy. */
function compiled(): object | null {
  if (module === undefined) {
    try {
      module = new WebAssembly.Module(Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)));
    } catch {
      module = null;
    }
  }
  return module;
}

/** A block of memory in the first segment that has room; null where WebAssembly is not to be had. */
export function takeBlock(size: number): { readonly segment: Segment; readonly at: Place } | null {
  const code = compiled();
  if (code === null) return null;
  for (const segment of segments) {
    const at = segment.take(size);
    if (at !== null) return { segment, at };
  }
  const segment = openSegment(code, Math.max(SEGMENT, Math.ceil(size / PAGE) + 1));
  segments.push(segment);
  return { segment, at: segment.take(size)! };
}

function openSegment(code: object, pages: number): Segment {
  const memory = new WebAssembly.Memory({ initial: pages });
  const { exports } = new WebAssembly.Instance(code, { env: { memory } });
  let free: readonly { readonly at: Place; readonly size: number }[] = [{ at: 16, size: pages * PAGE - 16 }];
  return {
    kernels: exports as Kernels,
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

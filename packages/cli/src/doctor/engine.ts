import { availableParallelism, totalmem } from 'node:os';
import { getHeapStatistics } from 'node:v8';
import { compile, defineSystem, landau } from '@cfc/core';
import type { Finding } from './finding.js';

// The types of Node leave the values out.
declare const WebAssembly: {
  readonly Memory: new (size: { initial: number; maximum: number; shared: boolean }) => {
    readonly buffer: ArrayBufferLike;
  };
  validate(bytes: Uint8Array): boolean;
};

/** What this process can do. */
export interface Engine {
  /** Whether the core's kernels run in WebAssembly. */
  readonly kernels: boolean;
  readonly simd: boolean;
  /** Whether threads can share WebAssembly memory. */
  readonly shared: boolean;
  readonly processors: number;
  /** Bytes that the heap of JavaScript may grow to. */
  readonly heap: number;
  /** Bytes of the machine, or of the container. */
  readonly memory: number;
}

/** A function that gives back a v128. */
const SIMD = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
];
const GB = 2 ** 30;

export function engineHere(): Engine {
  const contained = process.constrainedMemory() ?? 0; // 0 or more than there is where nothing constrains it
  return {
    kernels: compile(defineSystem({ modules: { x: landau() } })).backend === 'wasm',
    simd: typeof WebAssembly === 'object' && WebAssembly.validate(Uint8Array.from(SIMD)),
    shared: sharesMemory(),
    processors: availableParallelism(),
    heap: getHeapStatistics().heap_size_limit,
    memory: contained > 0 ? Math.min(contained, totalmem()) : totalmem(),
  };
}

function sharesMemory(): boolean {
  try {
    return new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer instanceof SharedArrayBuffer;
  } catch {
    return false;
  }
}

/** What of it matters to runs. */
export function engineFindings({ kernels, simd, shared, processors, heap, memory }: Engine): readonly Finding[] {
  const finding = (good: boolean, right: string, wrong: string, fix: string): Finding => {
    const told = good ? { level: 'ok', what: right, fix: null } : { level: 'note', what: wrong, fix };
    return { topic: 'engine', ...told } as Finding;
  };
  const size = `${(heap / GB).toFixed(1)} of ${(memory / GB).toFixed(1)} GB`;
  return [
    finding(
      kernels,
      'the kernels run in WebAssembly with SIMD',
      `no WebAssembly${simd ? '' : ' with SIMD'}: the kernels run in plain JavaScript, to the same bits but slower`,
      'Look for --jitless and the like in NODE_OPTIONS; SIMD needs a processor of the last ten years.',
    ),
    finding(
      shared,
      `threads share memory (SharedArrayBuffer); ${processors} run at once`,
      'no shared WebAssembly memory: startThreads of @cfc/core/threads is refused',
      'Run without threads, or with a Node.js that has SharedArrayBuffer.',
    ),
    finding(
      heap >= GB,
      `the heap may grow to ${size}`,
      `the heap may grow to ${size} only: large systems and tables may not fit`,
      'Set NODE_OPTIONS=--max-old-space-size=4096 (MB).',
    ),
  ];
}

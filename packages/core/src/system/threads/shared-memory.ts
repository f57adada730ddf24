import { bytesOf } from '../wasm/letters.js';
import { type Kernels, type Place, type TakeBlock, blocksOf, compileKernels } from '../wasm/memory.js';
import { bytes } from './bytes.js';

/** The kernels of threads; see wasm/threads.ts. */
export interface SharedKernels extends Kernels {
  work(job: Place, partition: number): void;
}

let module: object | null | undefined;

/** The kernels on shared memory, for every thread; null where WebAssembly is missing or forbidden. */
export function sharedModule(): object | null {
  if (module === undefined) module = compileKernels(bytesOf(bytes));
  return module;
}

/** Blocks of shared memory: segments of their own, for all pools of the process. */
export const takeShared: TakeBlock = blocksOf(sharedModule, true);

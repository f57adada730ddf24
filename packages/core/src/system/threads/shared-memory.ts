import { CfcError } from '../../errors.js';
import { type TakeBlock, blocksOf, compileKernels, kernelBytes } from '../wasm/memory.js';

const IMPORTS = 2;
const MEMORY = 2;
/** Flags of a memory's limits. */
const HAS_MAXIMUM = 1;
const SHARED = 2;

/**
 * The same WebAssembly with a shared memory: sets one flag of the memory that it imports. Import section: a count of entries,
 * each two names and a description.
 */
export function shareMemory(code: Uint8Array): Uint8Array {
  const out = code.slice();
  let at = 8;
  const whole = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = out[at++]!;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const skipName = (): void => {
    const length = whole();
    at += length;
  };
  while (at < out.length) {
    const section = out[at++];
    const length = whole();
    if (section !== IMPORTS) {
      at += length;
      continue;
    }
    if (whole() !== 1) break;
    skipName();
    skipName();
    if (out[at] !== MEMORY || out[at + 1] !== HAS_MAXIMUM) break;
    out[at + 1] = HAS_MAXIMUM | SHARED;
    return out;
  }
  throw new CfcError('THREADS_UNAVAILABLE', 'the kernels import something other than one memory', 'startThreads');
}

let module: object | null | undefined;

/** The kernels on shared memory, for every thread; null where WebAssembly is missing or forbidden. */
export function sharedModule(): object | null {
  if (module === undefined) module = compileKernels(shareMemory(kernelBytes()));
  return module;
}

/** Blocks of shared memory: segments of their own, for all pools of the process. */
export const takeShared: TakeBlock = blocksOf(sharedModule, true);

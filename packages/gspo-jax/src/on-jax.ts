import { CfcError } from '@cfc/core';
import type { Device } from './device.js';
import { loadJax } from './jax.js';
import { kernelsOf } from './kernels.js';
import { blocksOf, lengthOf, type Sizes } from './parts.js';
import { unroll } from './unroll.js';

/** A recurrent policy: what `gru` of `@cfc/gspo` makes. */
export interface RecurrentPolicy extends Sizes {
  readonly size: number;
  initial(seed: number): Float64Array;
}

/**
 * The same policy with its work done by jax-js: the same parameters in the same order, the gradient by reverse-mode differentiation.
 * Numbers are of 32 bits there, and its exponentials good to about 1e-6: it follows `gru` to that, not to the bit.
 *
 * @param device `wasm` (the default), or in browsers `webgpu`
 * @throws `PACKAGE_MISSING` without @jax-js/jax, or the device; `INPUT_INVALID` for a policy of another kind
 *
 * @example
 * const policy = await onJax(gru({ vocabulary: tokens.size, hidden: 128 }));
 */
export async function onJax<Policy extends RecurrentPolicy>(policy: Policy, device: Device = 'wasm') {
  const { vocabulary, hidden, size } = policy;
  const blocks = blocksOf({ vocabulary, hidden });
  if (blocks.reduce((sum, [, shape]) => sum + lengthOf(shape), 0) !== size) {
    const what = `a policy of ${size} parameters is no gru of ${vocabulary} tokens and ${hidden} units`;
    throw new CfcError('INPUT_INVALID', what, 'onJax', 'Give what gru made.');
  }
  const jax = await loadJax(device);
  const kernels = kernelsOf(jax, blocks);
  return Object.freeze({
    vocabulary,
    hidden,
    size,
    initial: policy.initial,
    unroll: (parameters: Float64Array, rows: number) => unroll(kernels, { vocabulary, hidden }, parameters, rows),
  });
}

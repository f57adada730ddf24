import { CfcError, clip, describe } from '@cfc/core';
import { shannonEntropy } from './shannon-entropy.js';

/** What a compressor was given, and what came out, in one unit: bytes, tokens, rules. */
export interface Sizes {
  /** > 0. */
  readonly raw: number;
  /** >= 0. */
  readonly compressed: number;
}

/** Bits of a byte. */
const BITS = 8;

/**
 * The space that compressing saves, as a share in [0, 1]: 0 where nothing is saved, 1 where nothing is left.
 *
 * - Of `{ raw, compressed }`: 1 - compressed / raw; 0 where the result is the larger one.
 * - Of bytes: 1 - H / 8, with H their Shannon entropy in bits: what an ideal code for each byte by itself saves. Orders
 *   and repetitions, which a compressor also uses, do not count.
 *
 * @throws `INPUT_INVALID` for no sizes, sizes out of range, or no bytes
 */
export function spaceSaving(input: Sizes | Uint8Array): number {
  return input instanceof Uint8Array ? ofBytes(input) : ofSizes(input);
}

function ofBytes(bytes: Uint8Array): number {
  if (bytes.length === 0) {
    throw new CfcError('INPUT_INVALID', 'there are no bytes', '', 'Give at least one: nothing cannot be compressed.');
  }
  return clip(1 - shannonEntropy(bytes) / BITS);
}

function ofSizes(input: unknown): number {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    const fix = 'Give { raw, compressed }, or a Uint8Array.';
    throw new CfcError('INPUT_INVALID', `the input is ${describe(input)}`, '', fix);
  }
  const { raw, compressed } = input as Readonly<Record<string, unknown>>;
  if (!(typeof raw === 'number' && raw > 0 && raw < Infinity)) {
    throw new CfcError('INPUT_INVALID', `the raw size is ${describe(raw)}`, '.raw', 'Give a finite number above 0.');
  }
  if (!(typeof compressed === 'number' && compressed >= 0 && compressed < Infinity)) {
    const fix = 'Give a finite number, at least 0.';
    throw new CfcError('INPUT_INVALID', `the compressed size is ${describe(compressed)}`, '.compressed', fix);
  }
  return clip(1 - compressed / raw);
}

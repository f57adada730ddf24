import { CfcError, describe, isCfcError } from '@cfc/core';
import { readNumbers, writeNumbers } from '../trainer/numbers.js';
import { weightCoder } from './coder.js';
import { type WeightSpec, weightSpec } from './spec.js';

const FIX = 'Give what writeWeightPolicy, or cfc gspo train, wrote.';

/** A policy of weights, trained: plain data. */
export interface WeightPolicy {
  readonly spec: WeightSpec;
  readonly parameters: Float64Array;
}

/** A policy as JSON text: what the adapter takes. */
export const writeWeightPolicy = ({ spec, parameters }: WeightPolicy): string =>
  JSON.stringify({ gspoWeights: 1, spec, parameters: writeNumbers(parameters) });

/** And back. Throws `INPUT_INVALID` where the text is none, or the parameters do not fit the spec. */
export function readWeightPolicy(text: string, where = 'the policy'): WeightPolicy {
  const tree = parsed(text, where);
  try {
    const given = tree['spec'];
    if (typeof given !== 'object' || given === null)
      throw new CfcError('INPUT_INVALID', `${describe(given)} is not a map`, 'spec', FIX);
    const spec = weightSpec(given);
    const { size } = weightCoder(spec).policy();
    return { spec, parameters: readNumbers(tree['parameters'], `${where}: parameters`, size) };
  } catch (error) {
    if (!isCfcError(error)) throw error;
    throw new CfcError('INPUT_INVALID', error.what, `${where}: ${error.where}`, error.fix);
  }
}

function parsed(text: string, where: string): Record<string, unknown> {
  let tree: unknown;
  try {
    tree = JSON.parse(text);
  } catch {
    throw new CfcError('INPUT_INVALID', 'not JSON', where, FIX);
  }
  const found = tree as Record<string, unknown> | null;
  if (typeof found === 'object' && found?.['gspoWeights'] === 1) return found;
  throw new CfcError('INPUT_INVALID', 'not a policy of weights', where, FIX);
}

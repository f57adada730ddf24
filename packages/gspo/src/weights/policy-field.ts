import { CfcError, describe, type Field } from '@cfc/core';
import { readWeightPolicy } from './weight-policy.js';

/** Stands for a policy that knows nothing yet. */
export const UNTRAINED = 'untrained';

/** The option that holds a policy: the text of one that was trained, or `untrained`. */
export const policyField: Field<string, true> = {
  kind: 'text',
  meaning: `a trained policy, as cfc gspo train writes it; or "${UNTRAINED}"`,
  needed: true,
  fallback: undefined,
  check(value, where) {
    if (typeof value !== 'string') {
      const what = `${describe(value)} is not a text`;
      throw new CfcError('OPTION_INVALID', what, where, `Give the text of a policy, or "${UNTRAINED}".`);
    }
    if (value !== UNTRAINED) readWeightPolicy(value, where);
    return value;
  },
};

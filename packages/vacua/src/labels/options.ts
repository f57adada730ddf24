import { CfcError, type Given, type Options, fill, integer, number, numbers } from '@cfc/core';
import { type Mixture, defaultMixture, regimes } from '../potential/regimes.js';
import { examineFields } from './examine.js';

/** Options of labels. They and the ids are all that a label depends on. */
export const labelFields = {
  seed: integer(0, 'seed of all draws', { min: 0 }),
  mixture: numbers('shares of the regimes', { min: 0 }),
  d: number(1e-8, 'half the width of the cusps', { above: 0, max: 1e-2 }),
  ...examineFields,
};

/** Options of labels as they are given. */
export type LabelGiven = Given<typeof labelFields>;

/** The same, filled in. */
export type LabelOptions = Omit<Options<typeof labelFields>, 'mixture'> & { readonly mixture: Mixture };

/** Checks options and fills in defaults. Throws `OPTION_INVALID` and `OPTION_UNKNOWN`. */
export function labelOptions(given: LabelGiven | undefined): LabelOptions {
  const filled = fill(labelFields, given, 'labels');
  const shares = Object.entries(filled.mixture);
  for (const [name] of shares) {
    if ((regimes as readonly string[]).includes(name)) continue;
    throw new CfcError('OPTION_UNKNOWN', `no regime "${name}"`, 'labels.mixture', `There are: ${regimes.join(', ')}.`);
  }
  if (shares.length === 0) return { ...filled, mixture: defaultMixture };
  if (!shares.some(([, share]) => share > 0)) {
    throw new CfcError('OPTION_INVALID', 'all shares are 0', 'labels.mixture', 'Give one regime a share above 0.');
  }
  const none = { generic: 0, stabilized: 0, tachyonic: 0, runaway: 0 };
  return { ...filled, mixture: Object.freeze({ ...none, ...filled.mixture }) };
}

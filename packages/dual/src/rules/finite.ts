import type { Rule } from '../contract.js';

/** Lets finite values pass; anything else leaves the whole constraint as it is. */
export const finite: Rule = {
  name: 'finite',
  apply: ({ missing, value }) => (missing ? 'missing' : Number.isFinite(value) ? null : 'not-finite'),
};

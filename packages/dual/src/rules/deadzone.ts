import type { Rule } from '../contract.js';

/** Leaves λ where the violation, not smoothed, is small: |v| < ε. A skipped step does not leak either. */
export function deadzone(epsilon: number): Rule {
  return { name: 'deadzone', apply: ({ violation }) => (Math.abs(violation) < epsilon ? 'deadzone' : null) };
}

import { CfcError, describe, number } from '@cfc/core';

/** η of a gate, in [0, 1], as a function of by how much the gain exceeds cost and threshold. */
export type GateLaw = (surplus: number) => number;

const sharpness = number(10, 'sharpness of the gate', { above: 0 });

/**
 * The gate of sharpness k: η = 1 - e^{-softplus(k x)} = 1 / (1 + e^{-k x}), with x = net - τ; a function is taken as it is.
 *
 * @throws `OPTION_INVALID` for a sharpness that is not above 0; and when it is asked, for a function that leaves [0, 1]
 */
export function gateLaw(given: number | GateLaw | undefined, where: string): GateLaw {
  if (typeof given !== 'function') {
    const k = given === undefined ? sharpness.fallback! : sharpness.check(given, where);
    return (surplus) => 1 / (1 + Math.exp(-k * surplus));
  }
  return (surplus) => {
    const eta: unknown = given(surplus);
    if (typeof eta === 'number' && eta >= 0 && eta <= 1) return eta;
    throw new CfcError('OPTION_INVALID', `the gate is ${describe(eta)} for ${surplus}`, where, 'η lies in [0, 1].');
  };
}

/** Whether a gate counts as open: at 1/2 nothing would be won. */
export const isOpen = (eta: number): boolean => eta > 0.5;

import type { Gap } from '../contract/energy.js';
import type { Fields, Options } from '../options/field.js';

/** The numbers of a squared gap; see `Gap`. */
export interface GapNumbers {
  readonly weight: number;
  readonly alpha: number;
  readonly beta: number;
  readonly oneSided: boolean;
}

/** Reads the numbers of one coupling's gap off its options. */
export function gapOf({ weight, alpha, beta, oneSided }: Gap, options: Options<Fields>): GapNumbers {
  const number = (name: string | 1): number => (name === 1 ? 1 : (options[name] as number));
  return { weight: number(weight), alpha: number(alpha), beta: number(beta), oneSided };
}

import { neededNumber, type Options } from '@cfc/core';
import type { TargetRule } from './rule.js';

export const fixedFields = { value: neededNumber('the target') };

/** c(t) = value. */
export function fixed({ value }: Options<typeof fixedFields>): TargetRule {
  return { at: () => value, observe() {}, state: () => null };
}

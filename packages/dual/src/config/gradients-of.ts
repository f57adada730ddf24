import { CfcError, fill, flag } from '@cfc/core';
import type { MethodName } from '../gradients/methods/method.js';
import { combineFields } from '../gradients/options.js';
import { camel } from './tree.js';

/** How gradients are combined: options of `combine`. */
export interface GradientOptions {
  readonly method: MethodName;
  /** For CAGrad: how far from the mean gradient, in [0, 1) where it is to leave the solution where it is. */
  readonly c?: number;
}

const fields = { method: combineFields.method, c: combineFields.c };
const switched = flag(false, 'PCGrad instead of the sum');

/** The keys `gradients` and `pcgrad` of a configuration. Throws `OPTION_INVALID` for both at once. */
export function gradientsOf(gradients: unknown, pcgrad: unknown): GradientOptions {
  const on = pcgrad === undefined ? null : switched.check(pcgrad, 'dual.pcgrad');
  if (gradients === undefined) return { method: on === true ? 'pcgrad' : 'sum' };
  const node = typeof gradients === 'string' ? { method: gradients } : camel(gradients);
  const { method, c } = fill(fields, node, 'dual.gradients');
  if (on === null || on === (method === 'pcgrad')) return method === 'cagrad' ? { method, c } : { method };
  const what = `pcgrad is ${on}, and the method is ${method}`;
  throw new CfcError('OPTION_INVALID', what, 'dual.gradients', 'Give one of the two.');
}

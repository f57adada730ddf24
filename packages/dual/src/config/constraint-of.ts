import { CfcError, describe } from '@cfc/core';
import type { ConstraintOptions, TargetOptions } from '../contract.js';
import { constraintSettings } from '../engine/options.js';
import { createNormalizer } from '../normalizers/create-normalizer.js';
import { createTarget } from '../targets/create-target.js';
import { own, shared } from './fields.js';
import { camel, mapAt, optionsOf } from './tree.js';

/** What a hard constraint does not take over from all. */
const soft = ['max', 'leak'];

/** A loss of the configuration as options of its constraint: its own ones, then those for all. Throws with the place of a mistake. */
export function constraintOf(
  loss: unknown,
  forAll: Readonly<Record<string, unknown>>,
  where: string,
): ConstraintOptions {
  const tree = mapAt(loss, where, 'Give { target: 0.1, normalizer: none }.');
  const given = optionsOf(tree, { ...own, ...shared }, where);
  const inherited = Object.entries(forAll).filter(([name]) => given['hard'] !== true || !soft.includes(name));
  const target = targetOf(tree['target'], `${where}.target`);
  const options: ConstraintOptions = { ...Object.fromEntries(inherited), ...given, target };
  constraintSettings(where, options, 1, where);
  createNormalizer(options.normalizer === undefined ? 'none' : options.normalizer, `${where}.normalizer`);
  createTarget(options.target, `${where}.target`);
  return Object.freeze(options);
}

const PERCENTILE = /^p(\d+(?:\.\d+)?)$/i;

/** `P90` stands for the 90th percentile of a baseline. */
function targetOf(target: unknown, where: string): TargetOptions {
  const percentile = typeof target === 'string' ? PERCENTILE.exec(target) : null;
  if (percentile !== null) return { type: 'percentile', p: Number(percentile[1]) };
  const map = typeof target === 'object' && target !== null && !Array.isArray(target);
  if (Number.isFinite(target) || map) return camel(target) as TargetOptions;
  const what = target === undefined ? 'there is no target' : `the target is ${describe(target)}`;
  const fix = 'Give a number, a percentile like P90, or { type: sigmoid, ... }.';
  throw new CfcError('OPTION_INVALID', what, where, fix);
}

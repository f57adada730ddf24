import { CfcError, describe, suggestion } from '@cfc/core';
import { gradientWeight } from './gradient-weight.js';
import type { Line } from './line.js';

const lineOf = (lines: readonly Line[], name: string): Line => {
  const found = lines.find(({ settings }) => settings.name === name);
  const names = lines.map(({ settings }) => settings.name);
  if (found === undefined) throw new CfcError('NAME_UNKNOWN', `no constraint "${name}"`, name, suggestion(name, names));
  return found;
};

/**
 * Weights at some values, under the multipliers, penalties and targets as they are.
 *
 * A penalty asks for the violation at the new value, so its constraint may have no normalizer: a window would have to take the value in.
 *
 * @throws `INPUT_INVALID` where the values are no map, `NAME_UNKNOWN`, `CAPABILITY_MISSING`
 */
export function weightsAt(
  lines: readonly Line[],
  values: Readonly<Record<string, number>>,
  step: number,
): Record<string, number> {
  const weight = ([name, value]: readonly [string, number]): readonly [string, number] => {
    const line = lineOf(lines, name);
    const { normalizer, sense, penalty } = line.settings;
    if (penalty === null) return [name, gradientWeight(line, line.cell.multiplier, NaN)];
    if (normalizer !== 'none') {
      const what = 'a penalty needs the violation at the value, which a normalizer gives for values of its window only';
      throw new CfcError('CAPABILITY_MISSING', what, name, 'Use the normalizer none for constraints with a penalty.');
    }
    const level = line.target.at(step);
    const violation = level === null ? NaN : sense === 'atLeast' ? level - value : value - level;
    return [name, gradientWeight(line, line.cell.multiplier, violation)];
  };
  if (typeof values !== 'object' || (values as unknown) === null) {
    const what = `the values are ${describe(values)}, not a map`;
    throw new CfcError('INPUT_INVALID', what, 'weights', 'Give a value for each constraint, such as { speed: 1.2 }.');
  }
  return Object.fromEntries(Object.entries(values).map(weight));
}

/** Hands a new target to the rule that gives it. */
export function retarget(lines: readonly Line[], name: string, target: number): void {
  lineOf(lines, name).target.set(target);
}

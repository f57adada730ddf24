import { CfcError, choice, describe, fill, neededNumber, suggestion } from '@cfc/core';
import type { FamilyOptions } from '../contract.js';
import type { Settings } from '../engine/options.js';
import { nameOf } from '../name-of.js';

/** A family that was checked: rows of its members among the constraints. */
export interface Family {
  readonly rows: readonly number[];
  readonly budget: number;
  readonly projection: 'euclidean' | 'proportional';
}

const fields = {
  budget: neededNumber('largest sum of the multipliers', { min: 0 }),
  projection: choice('euclidean', ['euclidean', 'proportional'], 'nearest point, or one factor for all'),
};

/**
 * Checks the families of a configuration.
 *
 * @throws `NAME_UNKNOWN` for a member that is no constraint; `OPTION_INVALID` for a member that is hard, an equality, or in two families
 */
export function families(given: unknown, settings: readonly Settings[], where: string): readonly Family[] {
  if (!Array.isArray(given)) {
    const fix = 'Give [{ members: [names], budget: a number }].';
    throw new CfcError('OPTION_INVALID', `the families are ${describe(given)}`, `${where}.families`, fix);
  }
  const taken = new Set<unknown>();
  return (given as readonly (FamilyOptions | null)[]).map((family, f) => {
    const place = `${where}.families.${f}`;
    const { members, ...rest } = family ?? ({} as FamilyOptions);
    if (!Array.isArray(members) || members.length === 0)
      throw new CfcError('OPTION_INVALID', `the members are ${describe(members)}`, place, 'Give names of constraints.');
    const rows = (members as readonly unknown[]).map((name) => {
      const row = settings.findIndex((one) => one.name === name);
      const names = settings.map((one) => one.name);
      if (row < 0)
        throw new CfcError('NAME_UNKNOWN', `no constraint ${describe(name)}`, place, suggestion(nameOf(name), names));
      const refuse = (what: string, fix: string): never => {
        throw new CfcError('OPTION_INVALID', `${describe(name)} ${what}`, place, fix);
      };
      if (settings[row]!.hard) refuse('is hard and takes no budget', 'Leave it out, or make it soft.');
      if (settings[row]!.sense === 'equal') refuse('is an equality: its multiplier has a sign', 'Leave it out.');
      if (taken.has(name)) refuse('is in two families', 'Leave it in one.');
      taken.add(name);
      return row;
    });
    return { rows, ...fill(fields, rest, place) };
  });
}

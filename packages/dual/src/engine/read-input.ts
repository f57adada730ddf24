import { CfcError, describe, suggestion } from '@cfc/core';
import type { DualInput } from '../contract.js';
import type { Line } from './line.js';

type Given = Readonly<Record<string, number | null | undefined>>;

/** Puts the input of a step into the cells. All of it is checked before anything is written. */
export function reader(lines: readonly Line[]): (input: DualInput, step: number) => void {
  const names = lines.map(({ settings }) => settings.name);
  const known = new Set(names);
  const check = (given: Given, where: string): void => {
    if (typeof given !== 'object' || given === null) {
      const fix = 'Give { name: number }.';
      throw new CfcError('INPUT_INVALID', `the ${where} are ${describe(given)}`, where, fix);
    }
    for (const name in given) {
      if (!known.has(name))
        throw new CfcError('NAME_UNKNOWN', `no constraint "${name}"`, `${where}.${name}`, suggestion(name, names));
      const value = given[name];
      if (typeof value !== 'number' && value !== null && value !== undefined) {
        const fix = 'Give a number, or null where there is none.';
        throw new CfcError('INPUT_INVALID', `${describe(value)} is not a number`, `${where}.${name}`, fix);
      }
    }
  };
  return (input, step) => {
    const { values, strict, ease } = input ?? {};
    check(values, 'values');
    if (strict !== undefined) check(strict, 'strict');
    if (ease !== undefined) check(ease, 'ease');
    for (let k = 0; k < names.length; k++) {
      const name = names[k]!;
      const { cell } = lines[k]!;
      const raw = values[name];
      const driving = strict !== undefined && Object.hasOwn(strict, name) ? strict[name] : raw;
      cell.step = step;
      cell.missing = driving === null || driving === undefined;
      cell.raw = raw ?? NaN;
      cell.value = driving ?? NaN;
      cell.ease = ease?.[name] ?? NaN;
    }
  };
}

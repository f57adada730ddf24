import { type Field, type Range, invalid, numberCheck, rangeText } from './field.js';

/** Bounds of each entry of a list; with `least` it has at least so many. */
export interface ListRange extends Range {
  readonly least?: number;
}

/** Finite numbers in order, for example samples. A list that is frozen already is taken as it is, any other one copied. */
export function list(
  fallback: readonly number[],
  meaning: string,
  range: ListRange = {},
): Field<readonly number[], false> {
  return { ...listField(meaning, range), needed: false, fallback: Object.freeze([...fallback]) };
}

/** Finite numbers in order that have to be given, for example coefficients. */
export function neededList(meaning: string, range: ListRange = {}): Field<readonly number[], true> {
  return { ...listField(meaning, range), needed: true, fallback: undefined };
}

function listField(meaning: string, { least = 0, ...range }: ListRange) {
  const entry = numberCheck(range, false);
  const few = least > 0 ? `${least} or more numbers` : 'numbers';
  return {
    kind: 'list' as const,
    meaning,
    range,
    least,
    check(value: unknown, where: string): readonly number[] {
      if (!Array.isArray(value) || value.length < least) {
        return invalid(value, `a list of ${few}${rangeText(range)}`, where);
      }
      const entries = Array.from(value as readonly unknown[], (one, k) => entry(one, `${where}[${k}]`));
      return Object.isFrozen(value) ? (value as readonly number[]) : Object.freeze(entries);
    },
  };
}

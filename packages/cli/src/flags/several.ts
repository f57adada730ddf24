import { CfcError } from '@cfc/core';
import { oneOf } from './one-of.js';

/** The parts of a flag that takes several values, apart by spaces or commas, each one once. */
const partsOf = (flag: string, texts: readonly string[]): readonly string[] => {
  const parts = [...new Set(texts.flatMap((text) => text.split(',')).map((part) => part.trim()))].filter(Boolean);
  if (parts.length > 0) return parts;
  throw new CfcError('OPTION_INVALID', 'there is no value', flag, `Give one or more, like ${flag} a b.`);
};

/** Several of some names. Throws `OPTION_INVALID` that names the flag. */
export const severalOf = <Name extends string>(
  flag: string,
  texts: readonly string[],
  names: readonly Name[],
): Name[] => partsOf(flag, texts).map((part) => oneOf(flag, part, names));

/** Several numbers that pass a check. Throws `OPTION_INVALID` that names the flag and what is asked for. */
export function severalNumbers(
  flag: string,
  texts: readonly string[],
  asked: string,
  fits: (value: number) => boolean,
): number[] {
  return partsOf(flag, texts).map((part) => {
    const value = Number(part);
    if (Number.isFinite(value) && fits(value)) return value;
    throw new CfcError('OPTION_INVALID', `"${part}" is not ${asked}`, flag, `Give ${asked}.`);
  });
}

import { CfcError } from '@cfc/core';

/** The whole number that a flag's text stands for. Throws `OPTION_INVALID` that names the flag. */
export function wholeNumber(flag: string, text: string, least: number, most = Infinity): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
  const range = most === Infinity ? `of at least ${least}` : `from ${least} to ${most}`;
  const what = `"${text}" is not a whole number ${range}`;
  throw new CfcError('OPTION_INVALID', what, flag, `Give one, like ${flag} ${Math.max(least, 16)}.`);
}

import { CfcError, suggestion } from '@cfc/core';

/** The one of several names that a flag's text is. Throws `OPTION_INVALID` that names the flag. */
export function oneOf<Name extends string>(flag: string, text: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === text);
  if (found !== undefined) return found;
  throw new CfcError('OPTION_INVALID', `"${text}" is none of its values`, flag, suggestion(text, names));
}

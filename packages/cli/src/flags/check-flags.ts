import { CfcError } from '@cfc/core';
import type { z } from 'zod';

/** Checks the values of flags. Throws `OPTION_INVALID` that names the flag. */
export function checkFlags<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const flag = `--${issue?.path.join('.') ?? ''}`;
  throw new CfcError('OPTION_INVALID', issue?.message ?? 'not valid', flag, 'Give a value of that kind, see --help.');
}

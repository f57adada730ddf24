import { CfcError, describe, integer } from '@cfc/core';

/** Says of each query and key whether the query sees the key: rows of flags, or one block of them row by row. */
export type Mask = readonly (readonly (boolean | 0 | 1)[])[] | Uint8Array;

/** How far a query sees, in places of the sequence: query i sees the keys from i - before to i + after. */
export interface Window {
  /** Whole number >= 0; all where it is left out. */
  readonly before?: number | undefined;
  /** Whole number >= 0; all where it is left out. 0 is prefix-only ("causal") attention. */
  readonly after?: number | undefined;
}

/** The keys that each query sees: query i sees `key[e]` for e from `start[i]` to `start[i + 1]`, in rising order. */
export interface Visibility {
  /** One more than there are queries. */
  readonly start: Readonly<Int32Array>;
  readonly key: Readonly<Int32Array>;
}

const places = integer(0, 'how far a query sees', { min: 0 });

/**
 * Lists the keys that each query sees: those inside the window that the mask does not hide.
 *
 * @throws `OPTION_INVALID` for a window that is no whole number >= 0; `INPUT_INVALID` for a mask of another shape, a flag
 * that is neither 0 nor 1, or a query that sees no key
 */
export function visibleKeys(queries: number, keys: number, window: Window, mask: Mask | undefined): Visibility {
  const before = window.before === undefined ? keys + queries : places.check(window.before, '.before');
  const after = window.after === undefined ? keys + queries : places.check(window.after, '.after');
  const shown = mask === undefined ? null : flags(mask, queries, keys);
  const start = new Int32Array(queries + 1);
  const key = new Int32Array(queries * Math.min(keys, before + after + 1));
  let count = 0;
  for (let i = 0; i < queries; i++) {
    const last = Math.min(keys - 1, i + after);
    for (let j = Math.max(0, i - before); j <= last; j++) {
      if (shown === null || shown[i * keys + j] === 1) key[count++] = j;
    }
    if (count === start[i]) {
      const fix = 'Widen the window, or let the mask show a key to every query.';
      throw new CfcError('INPUT_INVALID', `query ${i} sees no key`, shown === null ? '' : `.mask[${i}]`, fix);
    }
    start[i + 1] = count;
  }
  return { start, key: key.subarray(0, count) };
}

function flags(mask: unknown, queries: number, keys: number): Uint8Array {
  const rows = Array.isArray(mask) ? (mask as readonly unknown[]) : null;
  const flat = rows?.flatMap((row) => (Array.isArray(row) ? (row as unknown[]) : [row])) ?? mask;
  const even = rows === null || rows.every((row) => Array.isArray(row) && row.length === keys);
  if (!(rows !== null || mask instanceof Uint8Array) || !even || (flat as unknown[]).length !== queries * keys) {
    const fix = `Give ${queries} rows of ${keys} flags, or a Uint8Array of ${queries * keys}.`;
    throw new CfcError(
      'INPUT_INVALID',
      `${describe(mask)} is no mask of ${queries} queries and ${keys} keys`,
      '.mask',
      fix,
    );
  }
  return Uint8Array.from(flat as ArrayLike<unknown>, (flag, at) => {
    if (flag === true || flag === 1) return 1;
    if (flag === false || flag === 0) return 0;
    const where = `.mask[${Math.floor(at / keys)}][${at % keys}]`;
    throw new CfcError(
      'INPUT_INVALID',
      `${describe(flag)} is no flag`,
      where,
      'Give true or 1 to show, false or 0 to hide.',
    );
  });
}

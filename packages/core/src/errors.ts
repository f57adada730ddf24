/** Code of a `CfcError`: a key of `errorTable`. */
export type ErrorCode =
  | 'OPTION_UNKNOWN'
  | 'OPTION_INVALID'
  | 'NAME_TAKEN'
  | 'NAME_UNKNOWN'
  | 'PLUGIN_TWICE'
  | 'PLUGIN_API'
  | 'CAPABILITY_MISSING'
  | 'INPUT_INVALID'
  | 'ENERGY_INVALID'
  | 'PACKAGE_MISSING'
  | 'WRITE_FAILED'
  | 'THREADS_UNAVAILABLE';

/** How one usually gets rid of each error that this project throws on purpose. */
export const fixes: Readonly<Record<ErrorCode, string>> = {
  OPTION_UNKNOWN: 'Remove it, or use the name that the error suggests.',
  OPTION_INVALID: 'Give a value of the type and range that the error states.',
  NAME_TAKEN:
    'Leave one of the two plugins out, or load one with prefixed(plugin, "prefix:"); rename the family or module.',
  NAME_UNKNOWN: 'Correct the spelling, or load the plugin that provides it.',
  PLUGIN_TWICE: 'List each plugin once.',
  PLUGIN_API: 'Install a version of the plugin that matches this core.',
  CAPABILITY_MISSING: 'Give the family the function that the error names, or choose another piece.',
  INPUT_INVALID: 'Correct the value at the place that the error names.',
  ENERGY_INVALID: 'Correct the function of the family at the ids that the error names.',
  PACKAGE_MISSING: 'Install the package that the error names.',
  WRITE_FAILED: 'Make room, or give a place that may be written to.',
  THREADS_UNAVAILABLE: 'Leave the threads out, or stop the pool and start another one.',
};

/**
 * The one error class. `message` reads `CODE: what is wrong (at where). How to fix it.`
 *
 * Test for it by `error.code`, never by `instanceof`: two copies of the core may be installed.
 */
export class CfcError extends Error {
  override readonly name = 'CfcError';
  readonly code: ErrorCode;
  readonly what: string;
  readonly where: string;
  readonly fix: string;

  constructor(code: ErrorCode, what: string, where = '', fix: string = fixes[code]) {
    super(`${code}: ${what}${where === '' ? '' : ` (at ${where})`}. ${fix}`);
    this.code = code;
    this.what = what;
    this.where = where;
    this.fix = fix;
  }
}

/** True for an error of this project, whichever copy of the core threw it. */
export function isCfcError(error: unknown): error is CfcError {
  return error instanceof Error && error.name === 'CfcError' && 'code' in error && 'fix' in error;
}

/** What was thrown, as text. */
export const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** The nearest of `names` to `name` when it is near enough to be a slip of the pen, else null. */
export function nearest(name: string, names: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of names) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** A fix sentence for an unknown name: the nearest one, and what there is. */
export function suggestion(name: string, names: Iterable<string>): string {
  const all = [...names];
  const near = nearest(name, all);
  const known =
    all.length === 0 ? 'There are none' : `Known: ${all.slice(0, 20).join(', ')}${all.length > 20 ? ', …' : ''}`;
  return near === null ? `${known}.` : `Did you mean "${near}"? ${known}.`;
}

/** Levenshtein distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

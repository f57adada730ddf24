import { CfcError } from '../errors.js';

/** What kind of value an option holds; it decides how the option is checked, packed and described. */
export type FieldKind = 'number' | 'integer' | 'text' | 'choice' | 'flag' | 'list' | 'numbers' | 'piece' | 'pieces';

/**
 * An option declared once: its type, default, range and meaning.
 *
 * Everything that speaks of the option (checks, TypeScript types, JSON Schema, help) is read off this.
 * `Needed` is true where no default exists and the user has to give a value.
 */
export interface Field<T, Needed extends boolean = boolean> {
  readonly kind: FieldKind;
  readonly meaning: string;
  readonly needed: Needed;
  readonly fallback: T | undefined;
  readonly range?: Range;
  readonly choices?: readonly string[];
  /** For `piece` and `pieces`: the slot whose pieces fit here. */
  readonly slot?: string;
  /** For `list` and `pieces`: how many there have to be. */
  readonly least?: number;
  /** Returns the value, or throws `OPTION_INVALID` that names `where`. */
  check(value: unknown, where: string): T;
}

/** Bounds of a number; `above` excludes its bound, `min` and `max` include theirs. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
  readonly above?: number;
  readonly below?: number;
}

/** The options of a piece, by name. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a map of fields of any value type
export type Fields = Readonly<Record<string, Field<any>>>;

/** The filled-in options of a piece: every field has a value. */
export type Options<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** Names of the options that have no default. */
export type NeededKeys<F extends Fields> = { [K in keyof F]: F[K] extends Field<unknown, true> ? K : never }[keyof F];

/** The options as a user gives them: those with a default may be left out. */
export type Given<F extends Fields> = {
  readonly [K in Exclude<keyof F, NeededKeys<F>>]?: Options<F>[K];
} & { readonly [K in NeededKeys<F>]: Options<F>[K] };

/** A finite number. */
export function number(fallback: number, meaning: string, range: Range = {}): Field<number, false> {
  return { kind: 'number', meaning, needed: false, fallback, range, check: numberCheck(range, false) };
}

/** A finite whole number. */
export function integer(fallback: number, meaning: string, range: Range = {}): Field<number, false> {
  return { kind: 'integer', meaning, needed: false, fallback, range, check: numberCheck(range, true) };
}

/** A finite number that has to be given. */
export function neededNumber(meaning: string, range: Range = {}): Field<number, true> {
  return { kind: 'number', meaning, needed: true, fallback: undefined, range, check: numberCheck(range, false) };
}

/** A piece of text that is not empty. */
export function text(fallback: string, meaning: string): Field<string, false> {
  return {
    kind: 'text',
    meaning,
    needed: false,
    fallback,
    check: (value, where) =>
      typeof value === 'string' && value !== '' ? value : invalid(value, 'a text that is not empty', where),
  };
}

/** One of several words. */
export function choice<const C extends readonly [string, ...string[]]>(
  fallback: C[number],
  choices: C,
  meaning: string,
): Field<C[number], false> {
  return {
    kind: 'choice',
    meaning,
    needed: false,
    fallback,
    choices,
    check: (value, where) =>
      choices.includes(value as string) ? (value as C[number]) : invalid(value, `one of ${choices.join(', ')}`, where),
  };
}

/** Yes or no. */
export function flag(fallback: boolean, meaning: string): Field<boolean, false> {
  return {
    kind: 'flag',
    meaning,
    needed: false,
    fallback,
    check: (value, where) => (typeof value === 'boolean' ? value : invalid(value, 'true or false', where)),
  };
}

/** A number for each of several names, for example one for each term. */
export function numbers(meaning: string, range: Range = {}): Field<Readonly<Record<string, number>>, false> {
  const check = numberCheck(range, false);
  return {
    kind: 'numbers',
    meaning,
    needed: false,
    fallback: {},
    range,
    check(value, where) {
      if (!isRecord(value)) return invalid(value, 'a map from names to numbers', where);
      for (const [name, entry] of Object.entries(value)) check(entry, `${where}.${name}`);
      return Object.freeze({ ...value }) as Readonly<Record<string, number>>;
    },
  };
}

/** Checks a finite number in its range, a whole one where asked. */
export function numberCheck(range: Range, whole: boolean): (value: unknown, where: string) => number {
  return (value, where) => {
    if (typeof value === 'number' && Number.isFinite(value) && inRange(value, range)) {
      if (!whole || Number.isSafeInteger(value)) return value;
    }
    return invalid(value, `${whole ? 'a whole number' : 'a finite number'}${rangeText(range)}`, where);
  };
}

export function inRange(value: number, { min, max, above, below }: Range): boolean {
  return (
    (min === undefined || value >= min) &&
    (max === undefined || value <= max) &&
    (above === undefined || value > above) &&
    (below === undefined || value < below)
  );
}

/** " >= 0 and < 1", or nothing where no bound is set. */
export function rangeText({ min, max, above, below }: Range): string {
  const parts = [
    min === undefined ? '' : `>= ${min}`,
    above === undefined ? '' : `> ${above}`,
    max === undefined ? '' : `<= ${max}`,
    below === undefined ? '' : `< ${below}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` ${parts.join(' and ')}`;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Throws `OPTION_INVALID`: the value is not what it should be. */
export function invalid(value: unknown, expected: string, where: string): never {
  throw new CfcError('OPTION_INVALID', `${describe(value)} is not ${expected}`, where, `Give ${expected}.`);
}

/** A value in a few words, for error messages. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined)
    return String(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'function' ? 'a function' : 'an object';
}

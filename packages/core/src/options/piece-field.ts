import { type Field, invalid, isRecord } from './field.js';

/** Another piece, of the slot `slot`; the fallback null means: none. */
export function piece<T extends object>(slot: string, fallback: T, meaning: string): Field<T, false>;
export function piece<T extends object>(slot: string, fallback: null, meaning: string): Field<T | null, false>;
export function piece<T extends object>(slot: string, fallback: T | null, meaning: string): Field<T | null, false> {
  return {
    kind: 'piece',
    meaning,
    needed: false,
    fallback,
    slot,
    check: (value, where) => (value === null && fallback === null ? null : pieceOf<T>(slot, value, where)),
  };
}

/** Another piece that has to be given. */
export function neededPiece<T extends object>(slot: string, meaning: string): Field<T, true> {
  return {
    kind: 'piece',
    meaning,
    needed: true,
    fallback: undefined,
    slot,
    check: (value, where) => pieceOf<T>(slot, value, where),
  };
}

/** Several pieces of one slot, in order; with `least` at least so many, and then they have to be given. */
export function pieces<T extends object>(slot: string, meaning: string): Field<readonly T[], false>;
export function pieces<T extends object>(
  slot: string,
  meaning: string,
  range: { readonly least: number },
): Field<readonly T[], true>;
export function pieces<T extends object>(
  slot: string,
  meaning: string,
  { least = 0 }: { readonly least?: number } = {},
): Field<readonly T[]> {
  const few = least > 0 ? `${least} or more pieces` : 'pieces';
  return {
    kind: 'pieces',
    meaning,
    needed: least > 0,
    fallback: least > 0 ? undefined : [],
    slot,
    least,
    check(value, where) {
      if (!Array.isArray(value) || value.length < least)
        return invalid(value, `a list of ${few} of the slot "${slot}"`, where);
      return Object.freeze(value.map((entry, k) => pieceOf<T>(slot, entry, `${where}[${k}]`)));
    },
  };
}

function pieceOf<T extends object>(slot: string, value: unknown, where: string): T {
  if (isRecord(value) && value['slot'] === slot) return value as T;
  return invalid(value, `a piece of the slot "${slot}"`, where);
}

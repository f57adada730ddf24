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

/** Several pieces of one slot, in order. */
export function pieces<T extends object>(slot: string, meaning: string): Field<readonly T[], false> {
  return {
    kind: 'pieces',
    meaning,
    needed: false,
    fallback: [],
    slot,
    check(value, where) {
      if (!Array.isArray(value)) return invalid(value, `a list of pieces of the slot "${slot}"`, where);
      return Object.freeze(value.map((entry, k) => pieceOf<T>(slot, entry, `${where}[${k}]`)));
    },
  };
}

function pieceOf<T extends object>(slot: string, value: unknown, where: string): T {
  if (isRecord(value) && value['slot'] === slot) return value as T;
  return invalid(value, `a piece of the slot "${slot}"`, where);
}

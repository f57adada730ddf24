/**
 * Takes ⌊share · n⌋ of n values, evenly along their order: of any run of values that share of it, to within one.
 *
 * @param share in (0, 1)
 */
export function takeShare<T>(values: readonly T[], share: number): { readonly taken: T[]; readonly left: T[] } {
  const taken: T[] = [];
  const left: T[] = [];
  for (const [k, value] of values.entries()) {
    (Math.floor((k + 1) * share + ROUNDING) > Math.floor(k * share + ROUNDING) ? taken : left).push(value);
  }
  return { taken, left };
}

/** Shares like 0.1 + 0.2 are meant to be exact. */
const ROUNDING = 1e-9;

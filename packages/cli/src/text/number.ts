/** A number with at most six significant digits. */
export function short(value: number): string {
  return String(Number(value.toPrecision(6)) + 0); // + 0 drops the sign of -0
}

/** "62%", "79.6%": a share, with three significant digits. */
export const percent = (share: number): string => `${Number((100 * share).toPrecision(3))}%`;

/** "1 module", "2 modules". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

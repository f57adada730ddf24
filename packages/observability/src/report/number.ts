/** A number for people: at most six significant digits. */
export const short = (value: number): string => String(Number(value.toPrecision(6)) + 0);

/** The same for what may not be known. */
export const shortOr = (value: unknown, otherwise = '–'): string =>
  typeof value === 'number' && Number.isFinite(value) ? short(value) : otherwise;

/** "1 step", "2 steps". */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

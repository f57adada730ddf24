/** A number for a sentence: four significant digits. */
export const told = (value: number): string => String(Number(value.toPrecision(4)) + 0);

/** "62%", "79.6%": three significant digits. */
export const percent = (part: number): string => `${Number((100 * part).toPrecision(3))}%`;

/** A number for people: six digits. @param {unknown} value @returns {string} */
export function shown(value) {
  if (typeof value !== 'number') return value === null || value === undefined ? '' : String(value);
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : String(Number(value.toPrecision(6)));
}

/** @param {number} count */
export const grouped = (count) => count.toLocaleString('en-GB');

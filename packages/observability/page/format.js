/** A number for people: six digits. @param {unknown} value @returns {string} */
export function shown(value) {
  if (typeof value !== 'number') return value === null || value === undefined ? '' : String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  return Math.abs(value) < 1e-4 ? value.toExponential(4) : String(Number(value.toPrecision(6)));
}

/** @param {number} count */
export const grouped = (count) => count.toLocaleString('en-GB');

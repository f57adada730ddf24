/** A number for people: six digits, or fewer. @param {unknown} value @param {number} [digits] @returns {string} */
export function shown(value, digits = 6) {
  if (typeof value !== 'number') return value === null || value === undefined ? '' : String(value);
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return String(value);
  const size = Math.abs(value);
  if (size >= 1e-4 && size < 1e15) return String(Number(value.toPrecision(Math.max(digits, wholeDigits(size)))));
  return value.toExponential(digits - 2).replace(/\.?0*e\+?/, 'e');
}

/** Those before the point are all shown. @param {number} size */
const wholeDigits = (size) => Math.min(15, Math.floor(Math.log10(Math.max(1, size))) + 1);

/** @param {number} count */
export const grouped = (count) => count.toLocaleString('en-GB');

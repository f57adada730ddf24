/** Where F = a η² + b η⁴ is least on [0, 1]: √(-a / 2b) below a = 0, at most 1; else 0. */
export const orderOf = (a: number, b: number): number => (a < 0 ? Math.min(1, Math.sqrt(-a / (2 * b))) : 0);

/** Below this field F = a η² + b η⁴ - h η, a < 0, has no minimum but η = 0: h = (4a / 3) √(-a / 6b). */
export const spinodal = (a: number, b: number): number => ((4 * a) / 3) * Math.sqrt(-a / (6 * b));

/** The ordered minimum where it exists, |h| at most |spinodal|: the largest root of 4b η³ + 2a η = h, by Viète's cosine. */
export function orderedMinimum(a: number, b: number, h: number): number {
  const angle = Math.acos(Math.max(-1, Math.min(1, -h / spinodal(a, b))));
  return Math.min(1, 2 * Math.sqrt(-a / (6 * b)) * Math.cos(angle / 3));
}

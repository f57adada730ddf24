import type { Series } from './series.js';

/**
 * (F(b) - F(a)) / (b - a) without a subtraction of values, and dF/dξ where a = b: Clenshaw's recurrence at b, and beside it
 * that of the divided differences, by the product rule (f g)[a, b] = f(a) g[a, b] + f[a, b] g(b).
 *
 * Times (b - a) it is the difference of two values with an error relative to the slope, not to the values.
 */
export function dividedDifference({ basis, coefficients }: Series, a: number, b: number): number {
  const { degree, scale, centre, back } = basis;
  let [value, above] = [coefficients[degree]!, 0];
  let [ratio, ratioAbove] = [0, 0];
  for (let k = degree - 1; k >= 0; k--) {
    const rise = scale[k]!;
    const less = k + 1 < degree ? back[k + 1]! : 0;
    const nextRatio = rise * ((a - centre[k]!) * ratio + value) - less * ratioAbove;
    const nextValue = coefficients[k]! + rise * (b - centre[k]!) * value - less * above;
    [ratioAbove, above] = [ratio, value];
    [ratio, value] = [nextRatio, nextValue];
  }
  return ratio;
}

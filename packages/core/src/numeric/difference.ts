/**
 * Derivative of `f` at `x` in [0, 1] by differences that stay inside the box: central where there is
 * room, else one-sided of second order. Error of order step².
 */
export function derivative(f: (x: number) => number, x: number, step = 1e-6): number {
  if (x - step >= 0 && x + step <= 1) return (f(x + step) - f(x - step)) / (2 * step);
  const h = x - step < 0 ? step : -step;
  return (-3 * f(x) + 4 * f(x + h) - f(x + 2 * h)) / (2 * h);
}

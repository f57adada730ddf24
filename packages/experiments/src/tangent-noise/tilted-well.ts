import { defineModule, number, unitInterval } from '@cfc/core';

/**
 * Landau's double well with both minima inside [0, 1]: F = a m² + b m⁴ - h m with m = 2η - 1. Below a = 0 there are
 * minima near m = ±√(-a / 2b); a field h makes the upper one deeper.
 */
export const tiltedWell = defineModule({
  name: 'TiltedWell',
  meaning: 'a double well a m² + b m⁴ - h m, with m = 2η - 1; its input is η itself',
  options: {
    a: number(-1, 'quadratic coefficient; below 0 there are two wells'),
    b: number(1, 'quartic coefficient', { min: 0 }),
    h: number(0, 'field; above 0 it makes the upper well deeper'),
  },
  eta: unitInterval,
  energy(eta, { a, b, h }) {
    const m = 2 * eta - 1;
    return m * (m * (a + b * m * m) - h);
  },
  slope(eta, { a, b, h }) {
    const m = 2 * eta - 1;
    return 2 * (m * (2 * a + 4 * b * m * m) - h);
  },
  curvature: (eta, { a, b }) => 4 * (2 * a + 12 * b * (2 * eta - 1) ** 2),
  bend: (_eta, { a, b }) => 4 * Math.max(Math.abs(2 * a), Math.abs(2 * a + 12 * b)),
  difference(from, to, { a, b, h }) {
    const [m, n] = [2 * from - 1, 2 * to - 1];
    return 2 * (to - from) * ((n + m) * (a + b * (n * n + m * m)) - h);
  },
});

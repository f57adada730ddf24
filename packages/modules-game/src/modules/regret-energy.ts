import { type LocalKernel, number } from '@cfc/core';

/** The coefficients of the energy that all modules of this package have. */
export const coefficients = {
  alpha: number(1, 'coefficient of (1 - η)²', { min: 0 }),
  beta: number(1, 'coefficient of (1 - η)⁴', { min: 0 }),
};

/** Values of the coefficients: of one instance, or a column of each for all instances. */
interface Coefficients<Value = number> {
  readonly alpha: Value;
  readonly beta: Value;
}

/** F = alpha (1 - η)² + beta (1 - η)⁴ and its derivatives: least where there is no regret, η = 1. */
export const regretEnergy = {
  energy(eta: number, { alpha, beta }: Coefficients): number {
    const square = (1 - eta) * (1 - eta);
    return square * (alpha + beta * square);
  },
  slope(eta: number, { alpha, beta }: Coefficients): number {
    const regret = 1 - eta;
    return -regret * (2 * alpha + 4 * beta * regret * regret);
  },
  curvature: (eta: number, { alpha, beta }: Coefficients): number => 2 * alpha + 12 * beta * (1 - eta) * (1 - eta),
  bend: (_eta: number, { alpha, beta }: Coefficients): number => 2 * alpha + 12 * beta,
  difference(from: number, to: number, { alpha, beta }: Coefficients): number {
    const before = 1 - from;
    const after = 1 - to;
    return (from - to) * (before + after) * (alpha + beta * (before * before + after * after));
  },
  pack:
    (slots: Int32Array, { alpha, beta }: Coefficients<Float64Array>): LocalKernel =>
    (eta, scale, gradient) => {
      let total = 0;
      for (let k = 0; k < slots.length; k++) {
        const i = slots[k]!;
        const regret = 1 - eta[i]!;
        const square = regret * regret;
        total += square * (alpha[k]! + beta[k]! * square);
        if (gradient !== null) gradient[i] = gradient[i]! - scale * regret * (2 * alpha[k]! + 4 * beta[k]! * square);
      }
      return scale * total;
    },
};

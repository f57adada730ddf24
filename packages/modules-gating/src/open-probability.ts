/**
 * The probability that a gate of a constant hazard opens within a time: η = 1 - e^{-λ t}.
 *
 * @param hazard λ >= 0, openings for each unit of time
 * @param time t >= 0, 1 by default: one decision
 * @returns η in [0, 1]
 *
 * At t = 1 and λ = softplus(z) it is the logistic function of z exactly, because e^{-softplus(z)} is
 * 1 / (1 + e^z). At any other t it is not: a hazard is a rate, the logistic function is no rate.
 */
export function openProbability(hazard: number, time = 1): number {
  return -Math.expm1(-hazard * time);
}

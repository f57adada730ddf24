import { type Options, choice, integer, number } from '@cfc/core';

export const spikeFields = {
  window: integer(30, 'accepted raw values that a new one is compared with', { min: 2 }),
  minHistory: integer(10, 'values before anything counts as a spike', { min: 2 }),
  kappa: number(6, 'distance from the median, in robust standard deviations', { above: 0 }),
  floor: number(1e-3, 'least standard deviation, in raw units', { above: 0 }),
  hold: integer(3, 'steps after a spike before λ moves again', { min: 0 }),
  maxStreak: integer(20, 'spikes in a row after which the next one is a new regime', { min: 1 }),
};
export type SpikeSettings = Options<typeof spikeFields>;

export const auditFields = {
  window: integer(20, 'steps over which λ and the ease metric are compared', { min: 3 }),
  tau: number(0.9, 'statistic above which λ pauses', { min: 0 }),
  stat: choice('corr', ['corr', 'cov'], 'correlation, or covariance'),
};
export type AuditSettings = Options<typeof auditFields>;

export const staggerFields = {
  every: integer(1, 'steps from one update to the next', { min: 1 }),
  offset: integer(0, 'first step with an update, from 0', { min: 0 }),
};

import { type Options, choice, flag, integer, number } from '@cfc/core';

export const nupiFields = {
  ki: number(1, 'gain of the integral term, times the rate', { min: 0 }),
  kp: number(1, 'gain of the proportional term, times the rate', { min: 0 }),
  nu: number(0, 'weight of the past in the moving average of the error', { above: -1, below: 1 }),
  first: choice('zero', ['zero', 'smoothed', 'error', 'kick'], 'the moving average after the first step'),
};
export type NupiSettings = Options<typeof nupiFields>;

export const pidFields = {
  kp: number(0.1, 'gain of the proportional term', { min: 0 }),
  ki: number(0.01, 'gain of the integral term', { min: 0 }),
  kd: number(0.01, 'gain of the derivative term', { min: 0 }),
  delay: integer(3, 'steps over which the derivative is taken', { min: 1 }),
  smoothP: number(0.95, 'weight of the past in the smoothed error', { min: 0, below: 1 }),
  smoothD: number(0.95, 'weight of the past in the smoothed value', { min: 0, below: 1 }),
  antiWindup: flag(true, 'the integral rests while λ is beyond its cap'),
};
export type PidSettings = Options<typeof pidFields>;

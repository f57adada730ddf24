import type { Way } from './solve.js';

/** The settings that are recommended: an augmented Lagrangian whose multipliers go at 0.3 of its coefficient. */
export const recommended: Omit<Way, 'steps'> = {
  step: 1 / 3,
  constraint: (unit) => ({ penalty: 2 * unit, rate: 0.6 * unit }),
};

/** Other settings, by what is special about them. */
export const ways: Readonly<Record<string, Omit<Way, 'steps'>>> = {
  'augmented, rate 0.3 c': recommended,
  'augmented, rate c': { step: 1 / 3, constraint: (unit) => ({ penalty: 2 * unit }) },
  'plain ascent': { step: 0.8, constraint: (unit) => ({ rate: 0.1 * unit }) },
  'plain ascent, dual first': { step: 0.8, order: 'dualFirst', constraint: (unit) => ({ rate: 0.1 * unit }) },
  'plain ascent, fast': { step: 0.1, constraint: (unit) => ({ rate: unit }) },
  'EMA 0.1, fast': { step: 0.1, constraint: (unit) => ({ rate: unit, ema: 0.1 }) },
  'nuPI, fast': { step: 0.1, constraint: (unit) => ({ rate: unit, controller: { type: 'nupi', kp: 2 } }) },
  nuPI: { step: 0.3, constraint: (unit) => ({ rate: 0.1 * unit, controller: { type: 'nupi', kp: 3 } }) },
  PID: {
    step: 0.3,
    constraint: (unit) => ({ rate: unit, controller: { type: 'pid', kp: 0.3, ki: 0.1, kd: 0, smoothP: 0 } }),
  },
  'EMA 0.1': { step: 0.8, constraint: (unit) => ({ rate: 0.1 * unit, ema: 0.1 }) },
  'EMA 0.01': { step: 0.8, constraint: (unit) => ({ rate: 0.1 * unit, ema: 0.01 }) },
  'leak 0.001': { step: 0.8, constraint: (unit) => ({ rate: 0.1 * unit, leak: 1e-3 }) },
  'deadzone 0.01': { step: 0.8, constraint: (unit) => ({ rate: 0.1 * unit, deadzone: 0.01 }) },
  'cap 0.03': { step: 0.8, constraint: (unit) => ({ rate: 0.1 * unit, max: 0.03 }) },
  restart: { step: 0.8, constraint: (unit) => ({ rate: 0.1 * unit, restart: true }) },
  'rank normalizer': { step: 0.8, constraint: (unit) => ({ rate: 0.1 * unit, normalizer: 'rank' }) },
};

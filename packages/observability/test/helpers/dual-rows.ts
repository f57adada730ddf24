import { normal } from '@cfc/core';
import type { Row } from '../../src/index.js';

const names = ['cfs', 'g2g', 'kl'];

/** Rows as `traceRow` of @cfc/dual gives them, of a run of three constraints that presses, clips, drifts and conflicts. */
export const dualRows: readonly Row[] = Array.from({ length: 400 }, (_, t) => {
  const noise = (k: number): number => normal(7, t, k);
  const raw = [
    0.9 * Math.exp(-t / 90) + 0.1 + 0.05 * noise(0),
    0.4 + t / 900 + 0.06 * noise(1),
    0.07 - t / 9000 + 0.008 * noise(2),
  ];
  const lambda = [3 * (1 - Math.exp(-t / 120)), Math.min(1.5, t / 150), 0.3 + 0.1 * Math.sin(t / 15)];
  const own = names.flatMap((name, k): readonly (readonly [string, Row[string]])[] => {
    const [normalized, target] = [k === 1 ? Math.tanh(4 * (raw[k]! - 0.6)) : raw[k]!, [0.25, 0.2, 0.05][k]!];
    const violation = normalized - target;
    return [
      [`raw:${name}`, raw[k]!],
      [`normalized:${name}`, normalized],
      [`target:${name}`, target],
      [`violation:${name}`, violation],
      [`satisfied:${name}`, violation <= 0.02],
      [`lambda:${name}`, lambda[k]!],
      [`lambda_max:${name}`, [50, 1.5, null][k]!],
      [`dual_weight:${name}`, lambda[k]!],
      [`reason:${name}`, Math.abs(violation) < 0.02 ? 'deadzone' : 'update'],
      [`leak_bias:${name}`, 0],
      [`ease:${name}`, k === 2 ? null : 0.5 + (k === 0 ? 0.1 * lambda[k]! : 0) + 0.05 * noise(4 + k)],
      [`drift:${name}`, k === 1 ? t / 100 : Math.abs(0.2 * noise(8 + k))],
    ];
  });
  return {
    step: t + 1,
    task: 2 - t / 400 + 0.1 * raw[0]! + 0.05 * noise(12),
    infeasibility: 0.1,
    complementarity: 0.1,
    ...Object.fromEntries(own),
    'cosine:task:cfs': -0.4 + 0.1 * noise(13),
    'cosine:task:g2g': 0.5,
    'cosine:cfs:g2g': -0.7,
    'cosine_after:task:cfs': 0.1,
    'cosine_after:task:g2g': 0.6,
    'cosine_after:cfs:g2g': 0,
    redundancy: 0.4,
    conflict_fraction: 2 / 3,
    cosine_min: -0.7,
  };
});

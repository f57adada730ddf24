import type { RatioStatus } from './gradient-ratio.js';

const missing: Readonly<Partial<Record<RatioStatus, string>>> = {
  seedEmpty: 'The seed has no parameters.',
  seedInvalid: 'A gradient of the seed is not finite.',
  hostEmpty: 'The host has no parameters.',
  hostInvalid: 'A gradient of the host is not finite.',
  hostVanished: 'The gradient of the host has vanished.',
};

/** Why a gate passes or not, in a sentence. */
export function reasonOf(status: RatioStatus, average: number, threshold: number): string {
  const reason = missing[status];
  if (reason !== undefined) return reason;
  if (average === 0) return 'The gradient of the seed has vanished.';
  const relation = average >= threshold ? 'not below' : 'below';
  return `The ratio ${Number(average.toPrecision(3))} is ${relation} ${Number(threshold.toPrecision(3))}.`;
}

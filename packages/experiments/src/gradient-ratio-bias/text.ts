import type { Bounds } from '@cfc/modules-gating';

/** "0.85 [0.75, 0.97]", two digits after the point. */
export const measureText = ({ value, low, high }: Bounds & { readonly value: number }): string =>
  `${short(value)} [${short(low)}, ${short(high)}]`;

/** Two digits after the point, no sign at 0. */
export const short = (value: number): string => (Math.round(100 * value) / 100 + 0).toFixed(2);

/** "3 of 14". */
export const countText = ({ passed, total }: { readonly passed: number; readonly total: number }): string =>
  `${passed} of ${total}`;

/** "p = 0.012", "p < 0.002". */
export const chanceText = (p: number): string => (p < 0.002 ? 'p < 0.002' : `p = ${p.toFixed(3)}`);

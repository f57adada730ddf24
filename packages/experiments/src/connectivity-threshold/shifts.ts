import { type Interval, interval } from '../interval.js';
import type { ShiftRow } from './cells.js';

/** What one density of shortcuts does to the apparent threshold. */
export interface Shift {
  readonly size: number;
  readonly density: number;
  readonly half: Interval;
  /** Threshold without shortcuts less that with them, seed by seed. */
  readonly shift: Interval;
  /** Where η should reach one half, and where it should leave 0; null without shortcuts. */
  readonly halfTheory: number | null;
  readonly onsetTheory: number | null;
}

/** Means over seeds for each density; shifts are taken seed by seed, over the same bonds. */
export function shiftsOf(rows: readonly ShiftRow[]): readonly Shift[] {
  const without = new Map(rows.filter(({ density }) => density === 0).map(({ seed, half }) => [seed, half]));
  return [...new Set(rows.map(({ density }) => density))].map((density) => {
    const mine = rows.filter((row) => row.density === density);
    return {
      size: mine[0]!.size,
      density,
      half: interval(mine.map(({ half }) => half)),
      shift: interval(mine.map(({ seed, half }) => without.get(seed)! - half)),
      halfTheory: meanOf(mine.map(({ halfTheory }) => halfTheory)),
      onsetTheory: meanOf(mine.map(({ onsetTheory }) => onsetTheory)),
    };
  });
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : interval(known).mean;
}

/** The power n of shift ~ density^n, by least squares over the logarithms. */
export function powerOf(shifts: readonly Shift[]): number {
  const points = shifts
    .filter(({ density, shift }) => density > 0 && shift.mean > 0)
    .map(({ density, shift }) => [Math.log(density), Math.log(shift.mean)] as const);
  const [mx, my] = [0, 1].map((axis) => interval(points.map((point) => point[axis]!)).mean) as [number, number];
  const covariance = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  return covariance / points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}

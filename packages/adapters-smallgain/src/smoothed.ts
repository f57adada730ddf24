import type { Vector } from '@cfc/core';

/** The moving average ema · raw + (1 - ema) · before; the first value stands for itself. */
export function smoothed(raw: Vector, before: Vector | null, ema: number): Vector {
  return before === null ? raw : raw.map((value, t) => ema * value + (1 - ema) * before[t]!);
}

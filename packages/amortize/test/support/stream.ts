import { compile, normal } from '@cfc/core';
import type { Query } from '../../src/index.js';
import { readings, sensors } from './sensors.js';

/** Problems whose readings walk at random; the features are the readings. */
export function walk(count: number, { size = 30, drift = 0.02, seed = 3 } = {}): readonly Query[] {
  let read = readings(size, seed);
  return Array.from({ length: count }, (_, t) => {
    if (t > 0) read = read.map((value, i) => Math.min(1, Math.max(0, value + drift * normal(seed, t, i))));
    return { system: compile(sensors({ size, seed, read })), read, features: read };
  });
}

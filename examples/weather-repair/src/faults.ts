import { uniform } from '@cfc/core';
import { HALF, type Weather } from './data.js';

type Fault = 'none' | 'spike' | 'dropout' | 'stuck';
/** What a stuck sensor repeats: a reading that is wrong already, or its last good one. */
export type StuckAt = 'bad reading' | 'last reading';

export interface Planted {
  readonly readings: readonly number[];
  readonly faults: readonly Fault[];
}

/** Draws numbers in (0, 1), one after the other. */
type Draw = () => number;

const SPELLS = 6;
const [SPIKE_SHARE, DROPOUT_SHARE] = [0.03, 0.01];

/** Faults in both sensors and in both halves of the record, all from one seed. */
export function plantAll(
  truth: Weather,
  seed: number,
  stuckAt: StuckAt = 'bad reading',
): { max: Planted; min: Planted } {
  let count = 0;
  const draw: Draw = () => uniform(seed, 0, count++);
  const sensor = (good: readonly number[]): Planted => {
    const halves = [good.slice(0, HALF), good.slice(HALF)].map((part) => plant(part, draw, stuckAt));
    return { readings: halves.flatMap((half) => half.readings), faults: halves.flatMap((half) => half.faults) };
  };
  return { max: sensor(truth.max), min: sensor(truth.min) };
}

/**
 * A copy with faults: six spells of 4 to 10 days in which the sensor is stuck, 3% spikes of 6 to 18 °C up
 * or down, 1% dropouts that read 0 °C.
 */
function plant(good: readonly number[], draw: Draw, stuckAt: StuckAt): Planted {
  const readings = [...good];
  const faults = good.map((): Fault => 'none');
  const reserved = new Set<number>();
  const free = (t: number): boolean => faults[t] === 'none' && !reserved.has(t);
  const whole = (low: number, high: number): number => low + Math.floor(draw() * (high - low + 1));
  const jump = (): number => (draw() < 0.5 ? -1 : 1) * (6 + 12 * draw());

  for (let spell = 0; spell < SPELLS;) {
    const length = whole(4, 10);
    const last = whole(1, good.length - length - 1); // the last day on which the sensor works
    const around = Array.from({ length: length + 3 }, (_, k) => last - 1 + k);
    if (!around.every((t) => t >= good.length || free(t))) continue;
    const frozen = stuckAt === 'bad reading' ? tenth(good[last]! + jump()) : good[last]!;
    for (let t = last + 1; t <= last + length; t++) [readings[t], faults[t]] = [frozen, 'stuck'];
    reserved.add(last);
    spell++;
  }
  const freeDay = (): number => {
    for (;;) {
      const t = whole(0, good.length - 1);
      if (free(t)) return t;
    }
  };
  for (let k = Math.round(SPIKE_SHARE * good.length); k > 0; k--) {
    const t = freeDay();
    [readings[t], faults[t]] = [tenth(good[t]! + jump()), 'spike'];
  }
  for (let k = Math.round(DROPOUT_SHARE * good.length); k > 0; k--) {
    const t = freeDay();
    [readings[t], faults[t]] = [0, 'dropout'];
  }
  return { readings, faults };
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

import { type CompiledSystem, compile, normal, uniform } from '@cfc/core';
import { type Net, type Situation, column, sensors } from './sensors.js';

/** A problem, and what proposers may know of it. */
export interface Posed {
  readonly system: CompiledSystem;
  readonly read: Float64Array;
  /** What there is to know: all readings, the signal, both weights. */
  readonly features: readonly number[];
  /** The system and readings whose local features the modules see: the problem itself, or another where nobody may know. */
  readonly seen: { readonly system: CompiledSystem; readonly read: Float64Array };
}

/** Kinds of streams, and what becomes of a problem from one to the next. */
export const streams = {
  walk: 'readings, signal and weights walk at random',
  regimes: 'four sets of readings come and go',
  new: 'each problem is another system',
  control: 'the same, and features tell of yet another',
} as const;

export type Kind = keyof typeof streams;

const SIZE = 60;
const STRENGTH = 0.3;
const DRIFT = 0.02;
const REGIMES = 4;
const SWITCH = 0.3;

const netOf = (seed: number): Net => ({ size: SIZE, seed, reach: SIZE - 1, strength: STRENGTH });
const usual = { signal: 0.1, pulls: 1, hinges: 1 };

/** Keeps a number in [0, 1] by mirrors at its ends. */
function mirrored(x: number): number {
  const around = Math.abs(x) % 2;
  return around > 1 ? 2 - around : around;
}

const drifted = (read: Float64Array, seed: number, t: number): Float64Array =>
  read.map((value, i) => mirrored(value + DRIFT * normal(seed, 1000 + t, i)));

/** The problems of a stream, one after the other. */
export function stream(kind: Kind, seed: number, count: number): readonly Posed[] {
  switch (kind) {
    case 'walk':
      return walk(seed, count);
    case 'regimes':
      return regimes(seed, count);
    case 'new':
    case 'control':
      return drawnAnew(seed, count, kind === 'control');
  }
}

function walk(seed: number, count: number): readonly Posed[] {
  const net = netOf(seed);
  let now: Situation = { read: column(net, 20), ...usual };
  return Array.from({ length: count }, (_, t) => {
    const grown = (k: number): number => Math.exp(DRIFT * normal(seed, 2000 + t, k));
    if (t > 0) {
      now = {
        read: drifted(now.read, seed, t),
        signal: now.signal * grown(0),
        pulls: now.pulls * grown(1),
        hinges: now.hinges * grown(2),
      };
    }
    return posed(net, now);
  });
}

function regimes(seed: number, count: number): readonly Posed[] {
  const net = netOf(seed);
  let regime = 0;
  return Array.from({ length: count }, (_, t) => {
    if (uniform(seed, 2000 + t, 0) < SWITCH) regime = Math.floor(REGIMES * uniform(seed, 2000 + t, 1));
    return posed(net, { read: drifted(column(net, 20 + regime), seed, t), ...usual });
  });
}

function drawnAnew(seed: number, count: number, blind: boolean): readonly Posed[] {
  const at = (t: number): Posed => {
    const net = netOf(10_000 * seed + t);
    return posed(net, { read: column(net, 20), ...usual });
  };
  return Array.from({ length: count }, (_, t) => {
    const one = at(t);
    if (!blind) return one;
    const { features, seen } = at(5000 + t);
    return { ...one, features, seen };
  });
}

function posed(net: Net, situation: Situation): Posed {
  const { read, signal, pulls, hinges } = situation;
  const system = compile(sensors(net, situation));
  return { system, read, features: [...read, signal, pulls, hinges], seen: { system, read } };
}

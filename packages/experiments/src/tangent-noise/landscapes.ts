import {
  type CompiledSystem,
  type Vector,
  compile,
  couplingColumns,
  defineSystem,
  moduleColumns,
  normal,
  quadratic,
  relax,
  uniform,
} from '@cfc/core';
import { tiltedWell } from './tilted-well.js';

/** Where noise has something to look for. */
export type Landscape = 'wells 2' | 'wells 8' | 'wells 32' | 'random 16';

/** A system and a poor local minimum of it. */
export interface Trap {
  readonly system: CompiledSystem;
  readonly minimum: Vector;
}

/** Wells on a ring that hold together, the upper one of each deeper by the field; all of them begin in the lower one. */
function wells(count: number): Trap {
  const next = Int32Array.from({ length: count }, (_, i) => (i + 1) % count);
  const system = compile(
    defineSystem({
      modules: [moduleColumns(tiltedWell, { count, with: { h: 0.15 } })],
      couplings: [couplingColumns(quadratic, { a: Int32Array.from(next.keys()), b: next, with: { weight: 0.5 } })],
    }),
  );
  return { system, minimum: relax(system, new Float64Array(count).fill(0.15)).vector };
}

/** Random fields and random couplings; of ten minima found from random starts the one of highest energy. */
function random(count: number, seed: number): Trap {
  const links = 2 * count;
  const a = Int32Array.from({ length: links }, (_, k) => k % count);
  const b = a.map((i, k) => (i + 1 + Math.floor((count - 1) * uniform(seed, 1, k))) % count);
  const h = Float64Array.from({ length: count }, (_, i) => 0.3 * normal(seed, 2, i));
  const weight = Float64Array.from({ length: links }, (_, k) => uniform(seed, 3, k));
  const system = compile(
    defineSystem({
      modules: [moduleColumns(tiltedWell, { count, with: { h } })],
      couplings: [couplingColumns(quadratic, { a, b, with: { weight } })],
    }),
  );
  const found = Array.from({ length: 10 }, (_, start) =>
    relax(
      system,
      Float64Array.from({ length: count }, (_, i) => uniform(seed, 4 + start, i)),
    ),
  );
  return { system, minimum: found.reduce((poor, one) => (one.energy > poor.energy ? one : poor)).vector };
}

/** The trap of a seed; the wells are the same for all. */
export function trapOf(landscape: Landscape, seed: number): Trap {
  const [kind, count] = landscape.split(' ');
  return kind === 'wells' ? wells(Number(count)) : random(Number(count), seed);
}

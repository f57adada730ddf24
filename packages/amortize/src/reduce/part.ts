import type { CouplingFamily, Fields, ModuleFamily, Options, Signals } from '@cfc/core';

/** A weighted energy of one order parameter alone: what a module has of its own, or a coupling whose other end is known. */
export interface Part {
  energy(x: number): number;
  slope(x: number): number;
  /** Null where the family has no exact one. */
  readonly curvature: ((x: number) => number) | null;
  /** Null where the family has no bound. */
  readonly bend: ((x: number) => number) | null;
  difference(from: number, to: number): number;
}

/** The local energy of one module. The options are kept. */
export function localPart(family: ModuleFamily, options: Options<Fields>, signals: Signals, weight: number): Part {
  const { curvature, bend, difference } = family;
  const energy = (x: number): number => weight * family.energy(x, options, signals);
  return {
    energy,
    slope: (x) => weight * family.slope(x, options, signals),
    curvature: curvature === undefined ? null : (x) => weight * curvature(x, options, signals),
    bend: bend === undefined ? null : (x) => weight * bend(x, options, signals),
    difference:
      difference === undefined
        ? (from, to) => energy(to) - energy(from)
        : (from, to) => weight * difference(from, to, options, signals),
  };
}

/** Which ends of a coupling follow the order parameter; the other is held at `at`. */
export interface Ends {
  readonly first: boolean;
  readonly second: boolean;
  readonly at: number;
}

const pair = new Float64Array(2);
const triple = new Float64Array(3);

/** A coupling of which one end is held, or both follow the same order parameter: F(x, at), F(at, x) or F(x, x). */
export function couplingPart(
  family: CouplingFamily,
  options: Options<Fields>,
  signals: Signals,
  weight: number,
  { first, second, at }: Ends,
): Part {
  const a = (x: number): number => (first ? x : at);
  const b = (x: number): number => (second ? x : at);
  const bent = (aa: number, bb: number, ab: number): number =>
    (first ? aa : 0) + (second ? bb : 0) + (first && second ? 2 * ab : 0);
  const { curvatures, difference } = family;
  const energy = (x: number): number => weight * family.energy(a(x), b(x), options, signals);
  return {
    energy,
    slope(x) {
      family.slopes(a(x), b(x), options, signals, pair);
      return weight * ((first ? pair[0]! : 0) + (second ? pair[1]! : 0));
    },
    curvature:
      curvatures === undefined
        ? null
        : (x) => {
            curvatures(a(x), b(x), options, signals, triple);
            return weight * bent(triple[0]!, triple[1]!, triple[2]!);
          },
    bend: (x) => (weight === 0 ? 0 : weight * bent(...family.bend(a(x), b(x), options, signals))),
    difference:
      difference === undefined
        ? (from, to) => energy(to) - energy(from)
        : (from, to) => weight * difference(a(from), b(from), a(to), b(to), options, signals),
  };
}

import {
  type System,
  asymmetricHinge,
  couplingColumns,
  defineSystem,
  directedHinge,
  gateBenefit,
  landau,
  moduleColumns,
  quadratic,
  uniform,
} from '@cfc/core';

/** What does not change with a problem: how modules are coupled, and how stiffly each holds to what it reads. */
export interface Net {
  readonly size: number;
  readonly seed: number;
  /** How far couplings reach, in modules. */
  readonly reach: number;
  readonly strength: number;
}

/** What does. */
export interface Situation {
  /** What each module reads, in [0, 1]. */
  readonly read: Float64Array;
  /** The gates' signal. */
  readonly signal: number;
  /** Weights of two families of couplings. */
  readonly pulls: number;
  readonly hinges: number;
}

/** As many numbers in [low, high] as there are modules; another `stream` gives others. */
export const column = ({ size, seed }: Net, stream: number, low = 0, high = 1): Float64Array =>
  Float64Array.from({ length: size }, (_, i) => low + (high - low) * uniform(seed, stream, i));

/** How stiffly each module holds to what it reads. */
export const stiffness = (net: Net): Float64Array => column(net, 0, 0.3, 1);

/**
 * Sensors that would stay at what they read, a (η - read)² + 0.2 η⁴, and couplings that ask them to agree: four for each
 * module, of the four families of the prototype. Strictly convex: there is one minimum.
 */
export function sensors(net: Net, { read, signal, pulls, hinges }: Situation): System {
  const { size, reach, strength } = net;
  const a = stiffness(net);
  const ends = (stream: number): { a: Int32Array; b: Int32Array } => {
    const spans = column(net, stream, 1, Math.min(reach, size - 1) + 1);
    const from = Int32Array.from({ length: size }, (_, i) => i);
    return { a: from, b: from.map((i) => (i + Math.floor(spans[i]!)) % size) };
  };
  const weight = (stream: number): Float64Array => column(net, stream, 0.2 * strength, 1.5 * strength);
  const scales = { alpha: column(net, 9, 0.5, 1.5), beta: column(net, 10, 0.5, 1.5) };
  return defineSystem({
    modules: [
      moduleColumns(landau, { count: size, with: { a, b: 0.2, h: a.map((stiff, i) => 2 * stiff * read[i]!) } }),
    ],
    couplings: [
      couplingColumns(quadratic, { ...ends(1), with: { weight: weight(2) } }),
      couplingColumns(directedHinge, { ...ends(3), with: { weight: weight(4) } }),
      couplingColumns(asymmetricHinge, { ...ends(5), with: { weight: weight(6), ...scales } }),
      couplingColumns(gateBenefit, { ...ends(7), with: { weight: weight(8) } }),
    ],
    signals: { delta_eta_domain: signal },
    weights: { 'coup:QuadraticCoupling': pulls, 'coup:DirectedHingeCoupling': hinges },
  });
}

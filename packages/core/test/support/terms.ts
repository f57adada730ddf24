import type { CompiledSystem, TermSums, Vector } from '../../src/index.js';

/** Energies and gradient norms of all terms, instance by instance from the families' scalar functions. */
export function termsOneByOne(
  { locals, couplings, signals, terms }: CompiledSystem,
  eta: Vector,
  weights: Vector,
): TermSums {
  const [energies, squares] = [new Float64Array(terms.length), new Float64Array(terms.length)];
  const add = (t: number, energy: number, ...slopes: readonly number[]): void => {
    energies[t] = energies[t]! + weights[t]! * energy;
    for (const slope of slopes) squares[t] = squares[t]! + slope * slope;
  };
  for (const { family, slots, at, term } of locals) {
    slots.forEach((slot, k) => {
      const x = eta[slot]!;
      add(term, family.energy(x, at(k), signals), family.slope(x, at(k), signals));
    });
  }
  const pair = new Float64Array(2);
  for (const { family, a, b, count, at, term } of couplings) {
    for (let k = 0; k < count; k++) {
      const [x, y] = [eta[a[k]!]!, eta[b[k]!]!];
      family.slopes(x, y, at(k), signals, pair);
      add(term, family.energy(x, y, at(k), signals), ...pair);
    }
  }
  return { energies, norms: squares.map((square, t) => weights[t]! * Math.sqrt(square)) };
}

import { type CompiledSystem, type Vector, uniform } from '../../src/index.js';

/** Everything that a system evaluates in its own loops, to be compared bit by bit. */
export function evaluationsOf(system: CompiledSystem, eta: Float64Array): Record<string, number | Vector> {
  const other = eta.map((x, i) => 0.5 * (x + uniform(3, 0, i)));
  const [gradient, product] = [0, 0].map(() => new Float64Array(system.size));
  return {
    energy: system.energy(eta, system.unit),
    fused: system.gradient(eta, system.unit, gradient!),
    difference: system.difference(eta, other, system.unit),
    rows: Float64Array.from(system.rowBounds(eta, system.unit)),
    diagonal: system.hessianDiagonal(eta, system.unit),
    ...system.termSums(eta, system.unit),
    ...(system.hessianProduct(eta, system.unit, other, product!), { gradient: gradient!, product: product! }),
  };
}

/** What the vector operations of a system make of vectors in its own memory, or in ordinary memory. */
export function algebraOf(system: CompiledSystem, own: boolean): Record<string, number | Float64Array> {
  const { size, algebra } = system;
  const vector = (seed: number): Float64Array => {
    const made = own ? system.vector() : new Float64Array(size);
    for (let i = 0; i < size; i++) made[i] = uniform(seed, 2, i);
    return made;
  };
  const [x, y, z, d, r, s, out] = [1, 2, 3, 4, 5, 6, 7].map(vector) as [Float64Array, ...Float64Array[]] &
    Record<number, Float64Array>;
  const sums = new Float64Array(2);
  // Held rows are those where the preconditioner is 0.
  z!.forEach((value, i) => value > 0.7 && (z![i] = 0));
  const results = {
    dot: algebra.dot(x, y!),
    projectedNorm: algebra.projectedNorm(x, y!),
    arc: algebra.arc(x, y!, z!, 0.4, out!),
    descend: Number(algebra.descend(0.3, x, y!, z!, d!, r!, sums)),
  };
  algebra.turn(0.7, x, y!, s!);
  return {
    ...results,
    out: Float64Array.from(out!),
    d: Float64Array.from(d!),
    r: Float64Array.from(r!),
    s: Float64Array.from(s!),
    sums,
  };
}

/** What goes by single rows, and the truncated solve. */
export function rowsOf(system: CompiledSystem, eta: Float64Array): Record<string, unknown> {
  const { size, unit } = system;
  const [x, gradient, inverse, direction, ...work] = Array.from({ length: 7 }, () => system.vector()) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  x.set(eta);
  system.gradient(x, unit, gradient);
  for (let i = 0; i < size; i++) inverse[i] = i % 3 === 1 ? 0 : 0.5 + uniform(4, 1, i);
  return {
    solve: system.solve(x, unit, gradient, inverse, direction, work, 1e-3, 20),
    shifted: system.shift(size - 1, 0.25, x, unit, null),
    change: system.sweep(x, unit, gradient),
    vectors: [x, gradient, direction].map((vector) => Float64Array.from(vector)),
  };
}

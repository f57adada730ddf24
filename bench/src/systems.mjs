import {
  asymmetricHinge,
  compile,
  couplingColumns,
  defineSystem,
  directedHinge,
  gateBenefit,
  landau,
  moduleColumns,
  quadratic,
  uniform,
} from '@cfc/core';

/**
 * A random system: `size` Landau modules and four couplings for each, a quarter of each family, between
 * modules at most 50 apart.
 */
export function mixedSystem(size, seed = 1) {
  let drawn = 0;
  const random = () => uniform(seed, 0, drawn++);
  const column = (count, low, high) => Float64Array.from({ length: count }, () => low + (high - low) * random());
  const couple = (family, options) => {
    const a = Int32Array.from({ length: size }, () => Math.floor(random() * size));
    const b = a.map((i) => {
      const j = Math.min(size - 1, Math.max(0, i + Math.floor(100 * random()) - 50));
      return j === i ? (i + 1) % size : j;
    });
    return couplingColumns(family, { a, b, with: { weight: column(size, 0.2, 1.2), ...options } });
  };
  const system = defineSystem({
    modules: [moduleColumns(landau, { count: size, with: { a: column(size, 0, 1), b: 0.5, h: column(size, 0, 0.5) } })],
    couplings: [
      couple(quadratic),
      couple(directedHinge),
      couple(asymmetricHinge, { alpha: column(size, 0.5, 1.5), beta: column(size, 0.5, 1.5) }),
      couple(gateBenefit),
    ],
    signals: { delta_eta_domain: 0.08 },
  });
  return { system: compile(system), eta0: column(size, 0, 1) };
}

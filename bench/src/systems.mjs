import {
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

/**
 * A random system as columns: `size` Landau modules and four couplings for each, a quarter of each family. With locality a
 * coupling spans at most 50 modules; without, its ends lie anywhere (an expander). `non-convex`: 30% of the modules have a < 0;
 * `stiff`: couplings 20 times as strong; `scale`: times that.
 */
export function mixedColumns(size, { locality = true, kind = 'convex', seed = 1, scale = 1 } = {}) {
  let drawn = 0;
  const random = () => uniform(seed, 0, drawn++);
  const column = (count, low, high) => Float64Array.from({ length: count }, () => low + (high - low) * random());
  const stiff = (kind === 'stiff' ? 20 : 1) * scale;
  const ends = () => {
    const a = new Int32Array(size);
    const b = new Int32Array(size);
    for (let k = 0; k < size; k++) {
      const j = locality
        ? Math.min(size - 1, Math.max(0, k + Math.floor(100 * random()) - 50))
        : Math.floor(size * random());
      a[k] = k;
      b[k] = j === k ? (k + 1) % size : j;
    }
    return { a, b, weight: column(size, 0.2 * stiff, 1.2 * stiff) };
  };
  return {
    size,
    eta: column(size, 0, 1),
    modules: {
      a: kind === 'non-convex' ? column(size, -0.3, 0.7) : column(size, 0, 1),
      b: 0.5,
      h: column(size, 0, 0.5),
    },
    pulls: ends(),
    unitHinges: ends(),
    hinges: { ...ends(), alpha: column(size, 0.5, 1.5), beta: column(size, 0.5, 1.5) },
    gates: ends(),
    signal: 0.08 / stiff,
  };
}

/** The same system with its modules in another, random order, and each family's couplings too. */
export function shuffled(columns, seed = 2) {
  let drawn = 0;
  const permutation = (count) => {
    const order = Int32Array.from({ length: count }, (_, k) => k);
    for (let k = count - 1; k > 0; k--) {
      const j = Math.floor((k + 1) * uniform(seed, 1, drawn++));
      [order[k], order[j]] = [order[j], order[k]];
    }
    return order;
  };
  const rank = permutation(columns.size);
  const moved = (column) => {
    const out = new Float64Array(column.length);
    column.forEach((value, i) => (out[rank[i]] = value));
    return out;
  };
  const couplings = ({ a, b, ...options }) => {
    const places = permutation(a.length);
    const taken = (list) => list.map((_, k) => list[places[k]]);
    const own = Object.fromEntries(Object.entries(options).map(([name, column]) => [name, taken(column)]));
    return { a: taken(a).map((i) => rank[i]), b: taken(b).map((i) => rank[i]), ...own };
  };
  const { modules, eta } = columns;
  return {
    ...columns,
    eta: moved(eta),
    modules: { a: moved(modules.a), b: modules.b, h: moved(modules.h) },
    pulls: couplings(columns.pulls),
    unitHinges: couplings(columns.unitHinges),
    hinges: couplings(columns.hinges),
    gates: couplings(columns.gates),
  };
}

/** The same as a system; not `gated`, its gates are pulls, so that all four couplings of a module join two modules. */
export function systemOf({ size, modules, pulls, unitHinges, hinges, gates, signal }, { gated = true } = {}) {
  const couple = (family, { a, b, ...options }) => couplingColumns(family, { a, b, with: options });
  return defineSystem({
    modules: [moduleColumns(landau, { count: size, with: modules })],
    couplings: [
      couple(quadratic, pulls),
      couple(directedHinge, unitHinges),
      couple(asymmetricHinge, hinges),
      couple(gated ? gateBenefit : quadratic, gates),
    ],
    signals: { delta_eta_domain: signal },
  });
}

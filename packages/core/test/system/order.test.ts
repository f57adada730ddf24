import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CompiledSystem,
  compile,
  couplingColumns,
  defineSystem,
  landau,
  localSlope,
  moduleColumns,
  quadratic,
  readState,
  relax,
  steps,
  uniform,
  writeState,
} from '../../src/index.js';
import { proceed } from '../../src/relax/relax.js';
import { defaultPlan } from '../../src/relax/default-plan.js';
import { laidOut } from '../../src/system/compile.js';
import { type Order, chooseOrder } from '../../src/system/order/choose.js';
import { errorOf } from '../support/errors.js';
import { holds } from '../support/property.js';
import { everyFamily, specs, systemOf } from '../support/systems.js';

const near = (a: ArrayLike<number>, b: ArrayLike<number>): void => {
  expect(a.length).toBe(b.length);
  for (let i = 0; i < a.length; i++) expect(Math.abs(a[i]! - b[i]!)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(b[i]!)));
};

/** The numbers 0 to size - 1, shuffled. */
function shuffle(size: number, seed: number): Int32Array {
  const order = Int32Array.from({ length: size }, (_, i) => i);
  for (let i = size - 1; i > 0; i--) {
    const j = Math.floor((i + 1) * uniform(seed, 5, i));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** Everything that a system evaluates, in the order of its ids. */
function evaluationsOf(system: CompiledSystem, eta: Float64Array): Record<string, ArrayLike<number>> {
  const { unit, size } = system;
  const other = eta.map((x, i) => 0.5 * (x + uniform(3, 0, i)));
  const [gradient, product, swept] = [0, 0, 0].map(() => new Float64Array(size)) as Float64Array[];
  const energies = [
    system.energy(eta, unit),
    system.gradient(eta, unit, gradient!),
    system.difference(eta, other, unit),
    localSlope(system, 0, eta[0]!, unit),
    system.shift(0, other[0]!, eta, unit, swept!),
  ];
  system.hessianProduct(eta, unit, other, product!);
  const terms = [...system.termEnergies(eta, unit), ...system.termNorms(eta, unit)];
  const rows = system.rowBounds(eta, unit);
  const diagonal = system.hessianDiagonal(eta, unit);
  return { energies, gradient: gradient!, product: product!, swept: swept!, terms, rows, diagonal };
}

describe('a system laid out in another order', () => {
  const orders = (size: number): readonly Order[] => [
    { rank: null, tiles: 'squares' },
    { rank: null, tiles: 'strips' },
    { rank: shuffle(size, 1), tiles: 'strips' },
    { rank: shuffle(size, 2), tiles: null },
  ];

  test.each(['wasm', 'js'] as const)('gives what it gives in the given order, by %s', (backend) => {
    holds(
      fc.property(specs(everyFamily), (spec) => {
        const source = systemOf(spec);
        const eta = Float64Array.from(spec.eta);
        const given = evaluationsOf(laidOut(source, backend, null), eta);
        for (const order of orders(source.size)) {
          const system = laidOut(source, backend, order);
          expect(system.ids).toEqual(source.ids);
          const found = evaluationsOf(system, eta);
          for (const [name, values] of Object.entries(given)) near(found[name]!, values);
        }
      }),
      60,
    );
  });

  test('relaxes to the same etas by id, in solution, events and vector', () => {
    holds(
      fc.property(specs(everyFamily, { convex: true }), (spec) => {
        const source = systemOf(spec);
        const eta0 = Float64Array.from(spec.eta);
        const given = relax(laidOut(source, 'wasm', null), eta0);
        for (const order of orders(source.size)) {
          const system = laidOut(source, 'wasm', order);
          const seen: Readonly<Float64Array>[] = [];
          const solution = relax(system, eta0, { ...defaultPlan, observers: [({ eta }) => seen.push(eta)] });
          if (given.outcome !== 'converged' || solution.outcome !== 'converged') continue;
          expect(Math.abs(solution.unitEnergy - given.unitEnergy)).toBeLessThan(1e-9);
          source.ids.forEach((id, i) => expect(solution.eta[id]).toBe(solution.vector[i]));
          expect(seen.at(-1) ?? solution.vector).toEqual(solution.vector);
        }
      }),
      40,
    );
  });

  test('goes on from a written state to the same bits', () => {
    const source = defineSystem({
      modules: { x: landau({ a: -0.4 }), y: landau({ h: 0.3 }), z: landau() },
      couplings: [{ use: quadratic({ weight: 0.7 }), between: ['x', 'y'] as const }],
    });
    const system = laidOut(source, 'wasm', { rank: Int32Array.of(2, 0, 1), tiles: null });
    const eta0 = { x: 0.9, y: 0.1, z: 0.4 };
    const whole = relax(system, eta0);
    const run = steps(system, eta0, defaultPlan);
    const first = run.next();
    expect(first.done).toBe(false);
    if (first.done === true) return;
    expect(first.value.eta).not.toEqual(whole.vector);
    const half = relax(system, eta0, { ...defaultPlan, stop: { init: () => null, check: oneStep } });
    const resumed = { ...half.state, outcome: null, reason: null, stop: defaultPlan.stop!.init() };
    expect(proceed(system, defaultPlan, readState(writeState(resumed))).eta).toEqual(whole.eta);
  });

  test('names the module that is at fault', () => {
    const source = defineSystem({ modules: { x: landau(), y: landau(), z: landau() } });
    const system = laidOut(source, 'wasm', { rank: Int32Array.of(2, 0, 1), tiles: null });
    const error = errorOf(() => system.energy(Float64Array.of(0.5, NaN, 0.5), system.unit));
    expect(error).toMatchObject({ code: 'INPUT_INVALID', where: 'y' });
  });
});

const oneStep = ({ steps: taken }: { steps: number }, state: null) => ({
  state,
  verdict: taken >= 1 ? { reason: 'one step', converged: false } : null,
});

describe('the order is chosen by measure of the graph', () => {
  const size = 40_000;
  const draw = (seed: number, k: number): number => uniform(seed, 9, k);
  const system = (a: Int32Array, b: Int32Array) =>
    defineSystem({
      modules: [moduleColumns(landau, { count: size })],
      couplings: [couplingColumns(quadratic, { a, b })],
    });
  const a = Int32Array.from({ length: 2 * size }, (_, k) => k >> 1);
  const local = a.map((i, k) => {
    const j = Math.min(size - 1, Math.max(0, i + Math.floor(100 * draw(1, k)) - 50));
    return j === i ? (i + 1) % size : j;
  });
  const far = a.map((i, k) => {
    const j = Math.floor(size * draw(2, k));
    return j === i ? (i + 1) % size : j;
  });

  test('near couplings in a row are left alone', () => {
    expect(chooseOrder(system(a, local))).toBeNull();
    expect(compile(system(a, local)).inner).toBeNull();
  });

  test('near couplings that are shuffled are sorted', () => {
    const places = shuffle(2 * size, 3);
    const order = chooseOrder(
      system(
        places.map((p) => a[p]!),
        places.map((p) => local[p]!),
      ),
    );
    expect(order).toEqual({ rank: null, tiles: 'strips' });
  });

  test('shuffled modules are renumbered, each once', () => {
    const rank = shuffle(size, 4);
    const source = system(
      a.map((i) => rank[i]!),
      local.map((i) => rank[i]!),
    );
    const order = chooseOrder(source);
    expect(order?.tiles).toBe('strips');
    expect(Int32Array.from(order!.rank!).sort()).toEqual(Int32Array.from({ length: size }, (_, i) => i));
    const compiled = compile(source);
    expect(compiled.inner).not.toBeNull();
    const eta = Float64Array.from({ length: size }, (_, i) => draw(5, i));
    expect(compiled.toOuter(compiled.toInner(eta))).toEqual(eta);
    const given = compile(source, { order: 'given' });
    expect(given.inner).toBeNull();
    near([compiled.energy(eta, compiled.unit)], [given.energy(eta, given.unit)]);
    near(compiled.termSums(eta, compiled.unit).norms, given.termSums(eta, given.unit).norms);
  });

  test('a graph without locality gets tiles', () => {
    expect(chooseOrder(system(a, far))).toEqual({ rank: null, tiles: 'squares' });
  });

  test('a small system is left alone, whatever its graph', () => {
    expect(chooseOrder(system(a, far), size)).toBeNull();
  });

  test('an order that does not exist is refused', () => {
    const source = defineSystem({ modules: { x: landau() } });
    expect(errorOf(() => compile(source, { order: 'best' as never }))).toMatchObject({ code: 'OPTION_INVALID' });
    expect(errorOf(() => compile(source, { backend: 'gpu' as never }))).toMatchObject({ code: 'OPTION_INVALID' });
    expect(errorOf(() => compile(source, { speed: 9 } as never))).toMatchObject({ code: 'OPTION_UNKNOWN' });
  });
});

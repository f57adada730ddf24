import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CompiledSystem, compile, relax, uniform, writeState } from '../../src/index.js';
import { mixed, mixedStart } from '../support/mixed.js';
import { holds } from '../support/property.js';
import { everyFamily, systemOf, specs } from '../support/systems.js';

/** Everything that the two back ends compute, to be compared bit by bit. */
function evaluationsOf(system: CompiledSystem, eta: Float64Array): unknown {
  const other = eta.map((x, i) => 0.5 * (x + uniform(3, 0, i)));
  const [gradient, product, local] = [0, 0, 0].map(() => new Float64Array(system.size));
  return {
    energy: system.energy(eta, system.unit),
    fused: system.gradient(eta, system.unit, gradient!),
    local: system.localGradient(eta, system.unit, local!),
    difference: system.difference(eta, other, system.unit),
    rows: system.rowBounds(eta, system.unit),
    diagonal: system.hessianDiagonal(eta, system.unit),
    ...(system.hessianProduct(eta, system.unit, other, product!), { gradient, product, localGradient: local }),
  };
}

/** Vector operations and rows, likewise. */
function operationsOf(system: CompiledSystem, eta: Float64Array): unknown {
  const { algebra, size, unit } = system;
  const [g, s, image, inverse, d, r, out] = Array.from({ length: 7 }, (_, seed) => {
    const vector = system.vector();
    return vector.map((_, i) => (vector[i] = 2 * uniform(seed, 1, i) - 1));
  }) as [Float64Array, ...Float64Array[]];
  inverse!.forEach((_, i) => i % 3 === 1 && (inverse![i] = 0));
  const [x, swept, sums] = [system.vector(), system.vector(), new Float64Array(2)];
  x.set(eta);
  system.gradient(x, unit, swept);
  const facts = {
    dot: algebra.dot(g, s!),
    norm: algebra.projectedNorm(eta, g),
    arc: algebra.arc(x, g, s!, 0.7, out!),
    descended: algebra.descend(0.3, s!, image!, inverse!, d!, r!, sums),
    refused: algebra.descend(0.3, s!, s!.slice().fill(0), inverse!, d!, r!, sums.slice()),
    shifted: system.shift(size - 1, 0.25, x, unit, null),
    change: system.sweep(x, unit, swept),
  };
  algebra.turn(0.6, r!, inverse!, s!);
  return { ...facts, vectors: [s, d, r, out, x, swept, sums].map((vector) => Float64Array.from(vector!)) };
}

describe('the WebAssembly back end', () => {
  test('gives the same bits as plain TypeScript for every family, a third party included', () => {
    holds(
      fc.property(specs(everyFamily), (spec) => {
        const [wasm, js] = (['wasm', 'js'] as const).map((backend) => compile(systemOf(spec), { backend }));
        expect(wasm!.backend).toBe('wasm');
        expect(js!.backend).toBe('js');
        const eta = Float64Array.from(spec.eta);
        expect(evaluationsOf(wasm!, eta)).toEqual(evaluationsOf(js!, eta));
        expect(operationsOf(wasm!, eta)).toEqual(operationsOf(js!, eta));
      }),
      200,
    );
  });

  test('takes whole relaxations to the same bits', () => {
    holds(
      fc.property(specs(everyFamily, { convex: true }), (spec) => {
        const [wasm, js] = (['wasm', 'js'] as const).map((backend) => {
          const system = compile(systemOf(spec), { backend });
          return writeState(relax(system, Float64Array.from(spec.eta)).state);
        });
        expect(wasm).toBe(js);
      }),
      50,
    );
  });

  test('is told apart from vectors of other systems in the same memory', () => {
    const eta = Float64Array.from(mixedStart);
    const before = mixed.energy(eta, mixed.unit);
    const gradient = new Float64Array(mixed.size);
    mixed.gradient(eta, mixed.unit, gradient);
    expect(mixed.energy(eta, mixed.unit)).toBe(before);
    expect(
      mixed.energy(
        gradient.map((g) => Math.min(1, Math.abs(g))),
        mixed.unit,
      ),
    ).not.toBe(before);
    expect(mixed.energy(eta, mixed.unit)).toBe(before);
  });

  test('follows the weights of each call', () => {
    const eta = Float64Array.from(mixedStart);
    const weights = mixed.unit.weights.map((weight, t) => weight * (t + 0.5));
    const heavy = mixed.energy(eta, { weights });
    expect(mixed.energy(eta, mixed.unit)).not.toBe(heavy);
    expect(mixed.energy(eta, { weights })).toBe(heavy);
  });
});

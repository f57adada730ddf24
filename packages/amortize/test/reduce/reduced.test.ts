import {
  anyOf,
  maxSteps,
  monotone,
  compile,
  defineSystem,
  directedHinge,
  gradientBelow,
  landau,
  quadratic,
  relax,
  projectedNewton,
} from '@cfc/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Embedding, holdingAllBut, joining, reduced } from '../../src/index.js';
import { codeOf } from '../support/errors.js';
import { sensors } from '../support/sensors.js';
import { type Spec, holds, specs, systemOf } from '../support/mixed.js';

/** η = P ξ + c. */
const lifted = ({ of, held }: Embedding, xi: ArrayLike<number>): Float64Array =>
  Float64Array.from(of, (v, i) => (v < 0 ? held[i]! : xi[v]!));

/** Pᵀ g. */
function gathered({ of, size }: Embedding, vector: ArrayLike<number>): Float64Array {
  const out = new Float64Array(size);
  of.forEach((v, i) => {
    if (v >= 0) out[v]! += vector[i]!;
  });
  return out;
}

/** Random systems, each with a random set that is held or a random grouping. */
const cases = specs.chain((spec) => {
  const size = spec.modules.length;
  return fc
    .tuple(fc.boolean(), fc.array(fc.nat(size - 1), { minLength: size, maxLength: size }))
    .map(([join, marks]): readonly [Spec, Embedding] => {
      if (!join) {
        const rows = Int32Array.from(marks.keys()).filter((i) => marks[i]! % 2 === 0 || i === 0);
        return [spec, holdingAllBut(rows, Float64Array.from(spec.eta))];
      }
      const used = [...new Set(marks)];
      return [
        spec,
        joining(
          Int32Array.from(marks, (mark) => used.indexOf(mark)),
          used.length,
        ),
      ];
    });
});

const near = (a: ArrayLike<number>, b: ArrayLike<number>, allowed = 1e-11): void => {
  expect(a.length).toBe(b.length);
  for (let i = 0; i < a.length; i++) expect(Math.abs(a[i]! - b[i]!)).toBeLessThan(allowed * (1 + Math.abs(b[i]!)));
};

test('its energy differs from that of the whole system by one constant, which is 0 where nothing is held', () => {
  holds(
    fc.property(cases, ([spec, embedding]) => {
      const system = compile(systemOf(spec));
      const part = reduced(system, system.unit, embedding);
      const [one, two] = [spec.eta, spec.other].map((eta) => Float64Array.from(eta.slice(0, embedding.size))) as [
        Float64Array,
        Float64Array,
      ];
      const whole = [one, two].map((xi) => system.energy(lifted(embedding, xi), system.unit));
      const own = [one, two].map((xi) => part.energy(xi, part.unit));
      near([own[1]! - own[0]!, part.difference(one, two, part.unit)], [whole[1]! - whole[0]!, whole[1]! - whole[0]!]);
      if (embedding.of.every((v) => v >= 0)) near(own, whole);
    }),
  );
});

test('its gradient, Hessian and bounds are those of the whole system, summed over what follows a variable', () => {
  holds(
    fc.property(cases, ([spec, embedding]) => {
      const system = compile(systemOf(spec));
      const part = reduced(system, system.unit, embedding);
      // Off the walls, where the hinges of the built-in families have their kinks at random places only.
      const xi = Float64Array.from(spec.other.slice(0, embedding.size), (x) => 0.05 + 0.9 * x);
      const eta = lifted(embedding, xi);
      const [whole, own] = [new Float64Array(system.size), new Float64Array(part.size)];
      system.gradient(eta, system.unit, whole);
      part.gradient(xi, part.unit, own);
      near(own, gathered(embedding, whole));
      const along = xi.map((_, v) => 1 - 0.3 * v);
      const direction = lifted({ ...embedding, held: new Float64Array(system.size) }, along);
      system.hessianProduct(eta, system.unit, direction, whole);
      part.hessianProduct(xi, part.unit, along, own);
      near(own, gathered(embedding, whole));
      part.rowBounds(xi, part.unit).forEach((bound, v) => {
        let row = 0;
        for (let u = 0; u < part.size; u++) {
          const unit = new Float64Array(part.size);
          unit[u] = 1;
          part.hessianProduct(xi, part.unit, unit, own);
          row += Math.abs(own[v]!);
        }
        expect(row).toBeLessThanOrEqual(bound * (1 + 1e-12) + 1e-12);
      });
    }),
  );
});

test('it keeps the families of couplings, under the weights that are given', () => {
  const modules = { a: landau(), b: landau(), c: landau(), d: landau() };
  const system = compile(
    defineSystem({
      modules,
      couplings: [
        { use: quadratic({ weight: 0.5 }), between: ['a', 'b'] },
        { use: directedHinge({ weight: 0.7 }), between: ['b', 'a'] },
        { use: quadratic({ weight: 0.9 }), between: ['b', 'c'] },
      ],
    }),
  );
  const env = { weights: Float64Array.from(system.terms, (_, t) => 1 + t) };
  const part = reduced(system, env, holdingAllBut(Int32Array.of(0, 1), Float64Array.of(0, 0, 0.25, 1)));
  expect(part.terms.map(({ key, count }) => `${key} ${count}`)).toEqual([
    'local:GatheredModule 2',
    'coup:QuadraticCoupling 1',
    'coup:DirectedHingeCoupling 1',
  ]);
  expect(Array.from(part.unit.weights)).toEqual([1, 2, 3]);
});

test('squared gaps between the same groups become one, in both directions where they have no sign', () => {
  const system = compile(
    defineSystem({
      modules: { a: landau(), b: landau(), c: landau(), d: landau() },
      couplings: [
        { use: quadratic({ weight: 0.5 }), between: ['a', 'c'] },
        { use: quadratic({ weight: 0.25 }), between: ['d', 'b'] },
        { use: directedHinge({ weight: 1 }), between: ['a', 'd'] },
        { use: directedHinge({ weight: 2 }), between: ['b', 'd'] },
        { use: directedHinge({ weight: 3 }), between: ['d', 'a'] },
        { use: quadratic({ weight: 9 }), between: ['a', 'b'] },
      ],
    }),
  );
  const part = reduced(system, system.unit, joining(Int32Array.of(0, 0, 1, 1), 2));
  const weights = part.couplings.map(({ count, at }) => Array.from({ length: count }, (_, k) => at(k)['weight']));
  expect(weights).toEqual([[0.75], [3, 3]]);
});

test('a part relaxes to the minimum of the whole, where the rest is held there', () => {
  const system = compile(sensors({ size: 30, strength: 2 }));
  const plan = {
    method: projectedNewton(),
    guard: monotone(),
    stop: anyOf({ of: [gradientBelow({ norm: 1e-12 }), maxSteps({ steps: 100 })] }),
  };
  const { vector } = relax(system, new Float64Array(30).fill(0.5), plan);
  const rows = Int32Array.from({ length: 12 }, (_, k) => 2 * k + 3);
  const part = reduced(system, system.unit, holdingAllBut(rows, vector));
  const own = relax(part, new Float64Array(12).fill(1), plan);
  near(
    own.vector,
    Array.from(rows, (row) => vector[row]!),
    1e-10,
  );
});

test.each([
  ['no rows', () => holdingAllBut(new Int32Array(), new Float64Array(3))],
  ['a row that is none', () => holdingAllBut(Int32Array.of(0, 3), new Float64Array(3))],
  ['a row twice', () => holdingAllBut(Int32Array.of(1, 1), new Float64Array(3))],
  ['a group that is none', () => joining(Int32Array.of(0, 2), 2)],
  ['a group below 0', () => joining(Int32Array.of(0, -1), 1)],
  ['a group without modules', () => joining(Int32Array.of(0, 0), 2)],
])('%s are refused', (_what, run) => {
  expect(codeOf(run)).toBe('INPUT_INVALID');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compile,
  couplingColumns,
  defineSystem,
  directedHinge,
  gateBenefit,
  landau,
  moduleColumns,
  partsOf,
  quadratic,
} from '../../src/index.js';

const unit = fc.double({ min: 0, max: 1, noNaN: true });

test('a system taken apart and put together again is the same: ids, energies and gradients to the bit', () => {
  const ends = fc.tuple(fc.nat(5), fc.nat(5)).filter(([i, j]) => i !== j);
  const use = fc.oneof(
    unit.map((weight) => quadratic({ weight })),
    unit.map((weight) => directedHinge({ weight })),
    unit.map((weight) => gateBenefit({ weight })),
  );
  fc.assert(
    fc.property(
      fc.array(unit, { minLength: 6, maxLength: 6 }),
      fc.array(fc.tuple(use, ends), { maxLength: 12 }),
      (values, links) => {
        const source = defineSystem({
          modules: Object.fromEntries(values.map((h, i) => [`m${i}`, landau({ h, a: 1 - h })])),
          couplings: links.map(([coupling, [i, j]]) => ({ use: coupling, between: [`m${i}`, `m${j}`] })),
          signals: { delta_eta_domain: 0.3 },
          weights: { 'local:LandauModule': 0.5 },
        });
        const again = defineSystem(partsOf(source));
        expect(again.ids).toEqual(source.ids);
        expect(partsOf(again).couplings.map(({ between }) => between)).toEqual(
          links.map(([, [i, j]]) => [`m${i}`, `m${j}`]),
        );
        const [one, other] = [compile(source), compile(again)];
        const [g, h] = [one.vector(), other.vector()];
        const eta = Float64Array.from(values);
        expect(other.gradient(eta, other.unit, h)).toBe(one.gradient(eta, one.unit, g));
        expect(h).toEqual(g);
      },
    ),
    { seed: 11 },
  );
});

test('columns come apart into single modules and couplings', () => {
  const source = defineSystem({
    modules: [moduleColumns(landau, { count: 3, prefix: 'n', with: { h: Float64Array.of(0.1, 0.2, 0.3), a: 2 } })],
    couplings: [couplingColumns(quadratic, { a: Int32Array.of(0, 1), b: Int32Array.of(1, 2), with: { weight: 0.7 } })],
  });
  const { modules, couplings } = partsOf(source);
  expect(Object.entries(modules).map(([id, { options }]) => [id, options.h, options.a])).toEqual([
    ['n0', 0.1, 2],
    ['n1', 0.2, 2],
    ['n2', 0.3, 2],
  ]);
  expect(couplings.map(({ between, use }) => [...between, use.options.weight])).toEqual([
    ['n0', 'n1', 0.7],
    ['n1', 'n2', 0.7],
  ]);
});

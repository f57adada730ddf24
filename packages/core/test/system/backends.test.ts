import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, relax, writeState } from '../../src/index.js';
import { algebraOf, evaluationsOf, rowsOf } from '../support/evaluations.js';
import { mixed, mixedStart } from '../support/mixed.js';
import { holds } from '../support/property.js';
import { everyFamily, systemOf, specs } from '../support/systems.js';

describe('the WebAssembly back end', () => {
  test('gives the same bits as plain TypeScript for every family, a third party included', () => {
    holds(
      fc.property(specs(everyFamily), (spec) => {
        const [wasm, js] = (['wasm', 'js'] as const).map((backend) => compile(systemOf(spec), { backend }));
        expect(wasm!.backend).toBe('wasm');
        expect(js!.backend).toBe('js');
        const eta = Float64Array.from(spec.eta);
        expect(evaluationsOf(wasm!, eta)).toEqual(evaluationsOf(js!, eta));
        expect(algebraOf(wasm!, true)).toEqual(algebraOf(js!, true));
        expect(algebraOf(wasm!, false)).toEqual(algebraOf(js!, false));
        expect(rowsOf(wasm!, eta)).toEqual(rowsOf(js!, eta));
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

import { describe, expect, test } from 'vitest';
import {
  type CompiledSystem,
  type WeightAdapter,
  asymmetricHinge,
  compile,
  dampedGateBenefit,
  defineAdapter,
  defineCoupling,
  defineSystem,
  descent,
  directedHinge,
  fixedStep,
  gateBenefit,
  landau,
  maxSteps,
  peek,
  quadratic,
  relax,
  termBounds,
} from '../../src/index.js';
import { measure } from '../../src/relax/measure.js';
import { holds } from '../support/property.js';
import { built, everyFamily, specs } from '../support/systems.js';
import fc from 'fast-check';

/** What is measured at a point under multipliers. */
function seenAt(
  system: CompiledSystem,
  eta: Float64Array,
  multipliers = new Float64Array(system.terms.length).fill(1),
) {
  const env = { weights: system.unit.weights.map((weight, t) => weight * multipliers[t]!) };
  const point = { eta, energy: system.energy(eta, env), gradient: null };
  return measure(system, ['place', 'couplingBounds'], point, env, multipliers);
}

/** The rows that a term's entries stand for. */
function rowsOf(system: CompiledSystem, seen: ReturnType<typeof seenAt>, t: number, near?: number): Float64Array {
  const { start, row, bound } = termBounds(seen.place, near);
  const rows = new Float64Array(system.size);
  for (let e = start[t]!; e < start[t + 1]!; e++) rows[row[e]!] = rows[row[e]!]! + bound[e]!;
  return rows;
}

describe('termBounds', () => {
  test('are what each coupling term adds to the rows, whatever its family', () => {
    holds(
      fc.property(specs(everyFamily), (spec) => {
        const { system, eta } = built(spec);
        const seen = seenAt(system, eta);
        const total = new Float64Array(system.size);
        system.terms.forEach(({ kind }, t) => {
          const own = rowsOf(system, seen, t);
          const alone = system.unit.weights.map((weight, k) => (k === t ? weight : 0));
          const rows = kind === 'coup' ? system.rowBounds(eta, { weights: alone }) : new Float64Array(system.size);
          own.forEach((each, i) => {
            total[i] = total[i]! + each;
            if (rows[i] === Infinity || each === Infinity) expect(each).toBe(rows[i]);
            else expect(each).toBeCloseTo(rows[i]!, 9);
          });
        });
        const { start, row } = termBounds(seen.place);
        system.terms.forEach((_, t) => {
          const own = [...row.slice(start[t], start[t + 1])];
          expect(new Set(own).size).toBe(own.length);
        });
      }),
    );
  });

  test('fade smoothly where a hinge is far from activation', () => {
    const hinge = { use: asymmetricHinge({ weight: 1.5, alpha: 2, beta: 0.5 }), between: ['a', 'b'] as const };
    const system = compile(defineSystem({ modules: { a: landau(), b: landau() }, couplings: [hinge] }));
    const at = (a: number, near: number) => [...rowsOf(system, seenAt(system, Float64Array.of(a, 0)), 1, near)];
    const full = [2 * 1.5 * 2.5 * 2, 2 * 1.5 * 2.5 * 0.5];
    // The gap is -2a, its lowest value -2.
    expect(at(1, 1)).toEqual(full);
    expect(at(0.2, 0.2)).toEqual(full);
    expect(at(0.4, 0.2)).toEqual([0, 0]);
    expect(at(1, 0.2)).toEqual([0, 0]);
    at(0.3, 0.2).forEach((each, i) => expect(each).toBeCloseTo(0.5 * full[i]!, 12));
    at(0.25, 0.2).forEach((each, i) => expect(each).toBeCloseTo(0.84375 * full[i]!, 12));
  });

  test('are infinite where a family says so', () => {
    const use = dampedGateBenefit({ etaPower: 1.5, signal: 'gain' });
    const couplings = [{ use, between: ['a', 'b'] as const }];
    const modules = { a: landau(), b: landau() };
    const system = compile(defineSystem({ modules, couplings, signals: { gain: 1 } }));
    expect([...rowsOf(system, seenAt(system, Float64Array.of(0, 0.5)), 1)]).toEqual([Infinity, 0]);
  });

  test('that are no bounds are blamed on their family', () => {
    const broken = defineCoupling({
      name: 'BrokenCoupling',
      meaning: 'its bound is none',
      options: {},
      energy: () => 0,
      slopes: (_a, _b, _options, _signals, out) => void out.fill(0),
      bend: () => [NaN, 0, 0],
    });
    const couplings = [{ use: broken(), between: ['a', 'b'] as const }];
    const system = compile(defineSystem({ modules: { a: landau(), b: landau() }, couplings }));
    expect(() => termBounds(seenAt(system, Float64Array.of(0.2, 0.5)).place)).toThrow(/ENERGY_INVALID.*BrokenCoupling/);
  });
});

describe('peek', () => {
  const system = compile(
    defineSystem({
      modules: { a: landau({ a: 1, b: 0 }), b: landau({ a: 1, b: 0 }) },
      couplings: [
        { use: quadratic({ weight: 1 }), between: ['a', 'b'] },
        { use: gateBenefit({ weight: 1, signal: 'gain' }), between: ['a', 'b'] },
        { use: directedHinge({ weight: 1 }), between: ['a', 'b'] },
      ],
      signals: { gain: 0.1 },
      weights: { 'coup:QuadraticCoupling': 2 },
    }),
  );
  const eta = Float64Array.of(0.9, 0.3);
  const step = Float64Array.of(0.05, 0.1);

  test('is the difference of two steps, by hand', () => {
    const multipliers = Float64Array.of(1, 1.5, 1, 1);
    const change = 0.1;
    const values = peek(seenAt(system, eta, multipliers).place, step, change);
    const after = (weights: Float64Array): number => {
      const gradient = new Float64Array(2);
      system.gradient(eta, { weights }, gradient);
      return system.energy(
        eta.map((x, i) => x - step[i]! * gradient[i]!),
        system.unit,
      );
    };
    const plain = after(Float64Array.of(1, 3, 1, 1));
    expect(values[0]).toBe(0);
    expect(values[1]).toBeCloseTo((plain - after(Float64Array.of(1, 3 + 2 * change, 1, 1))) / change, 10);
    expect(values[2]).toBeCloseTo((plain - after(Float64Array.of(1, 3, 1 + change, 1))) / change, 10);
    expect(values[3]).toBe(0);
    // To open the gate further raises the unit-weight energy.
    expect(values[2]).toBeLessThan(0);
  });

  test('starts from multiplier 0 too', () => {
    const values = peek(seenAt(system, eta, Float64Array.of(1, 0, 1, 1)).place, step, 0.1);
    expect(values[1]).toBeGreaterThan(0);
  });
});

/** A coupling that counts how often its bound is asked for, on two modules. */
function counting(constantBend: boolean) {
  const asked = { times: 0 };
  const counted = defineCoupling({
    name: 'CountedCoupling',
    meaning: 'counts how often its bound is asked for',
    options: {},
    energy: (a, b) => (a - b) ** 2,
    slopes(a, b, _options, _signals, out) {
      out[0] = 2 * (a - b);
      out[1] = -out[0];
    },
    bend() {
      asked.times++;
      return [2, 2, 2];
    },
    constantBend,
  });
  const couplings = [{ use: counted(), between: ['a', 'b'] as const }];
  return { asked, system: compile(defineSystem({ modules: { a: landau(), b: landau() }, couplings })) };
}

/** An adapter that calls for `termBounds` after each step, or does not. */
const lazy = (calls: boolean) =>
  defineAdapter({
    name: 'LazyAdapter',
    meaning: 'may ask',
    options: {},
    make: (): WeightAdapter<null, 'place'> => ({
      needs: ['place'],
      init: () => null,
      adapt({ place, multipliers }, state) {
        if (calls) termBounds(place);
        return { multipliers, state };
      },
    }),
  })();
const threeSteps = { method: descent({ search: fixedStep() }), stop: maxSteps({ steps: 3 }) };

test('measurements that are functions cost nothing before they are called', () => {
  const { asked, system } = counting(false);
  relax(system, [0.1, 0.9], { ...threeSteps, adapter: lazy(false) });
  expect(asked.times).toBe(0);
  relax(system, [0.1, 0.9], { ...threeSteps, adapter: lazy(true) });
  expect(asked.times).toBe(3);
});

test('a constant bend is asked for once for each system, and gives the same bounds', () => {
  const [once, often] = [counting(true), counting(false)];
  relax(once.system, [0.1, 0.9], { ...threeSteps, adapter: lazy(true) });
  expect(once.asked.times).toBe(1);
  const [same, asked] = [once, often].map(({ system }) => termBounds(seenAt(system, Float64Array.of(0.1, 0.3)).place));
  expect(same).toEqual(asked);
});

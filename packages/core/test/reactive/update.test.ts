import { describe, expect, test } from 'vitest';
import {
  EnergyCoordinator,
  compile,
  defineModule,
  defineSystem,
  landau,
  number,
  quadratic,
  relax,
} from '../../src/index.js';
import { codeOf, errorOf } from '../support/errors.js';

const size = 30;
const ids = Array.from({ length: size }, (_, i) => `m${i}`);
const chain = defineSystem({
  modules: Object.fromEntries(ids.map((id, i) => [id, landau({ a: 1, b: 0.5, h: 0.5 + 0.01 * i })])),
  couplings: ids.slice(1).map((id, i) => ({ use: quadratic({ weight: 0.3 }), between: [ids[i]!, id] as const })),
});
const rested = (options = {}) => {
  const one = new EnergyCoordinator(chain, undefined, undefined, options);
  one.relax();
  return one;
};

describe('a change of one module', () => {
  test('moves its surroundings, and leaves everybody else where they are', () => {
    const one = rested({ tolerance: 1e-3 });
    const before = one.eta;
    const { moved, by, updates } = one.change('m15', { h: 0.9 });
    expect(by).toBe('local');
    expect(moved[0]).toBe('m15');
    expect(moved.length).toBeLessThan(9);
    expect(updates).toBeGreaterThanOrEqual(moved.length);
    ids.forEach((id, i) => expect(one.eta[i] !== before[i]).toBe(moved.includes(id)));
  });

  test('leads to the minimum of the system with these options', () => {
    const one = rested({ tolerance: 1e-10 });
    one.change('m15', { h: 0.9 });
    const modules = Object.fromEntries(
      ids.map((id, i) => [id, landau({ a: 1, b: 0.5, h: i === 15 ? 0.9 : 0.5 + 0.01 * i })]),
    );
    const couplings = ids.slice(1).map((id, i) => {
      return { use: quadratic({ weight: 0.3 }), between: [ids[i]!, id] as const };
    });
    const { vector } = relax(
      compile(defineSystem({ modules, couplings })),
      one.eta.map(() => 0),
    );
    one.eta.forEach((x, i) => expect(x).toBeCloseTo(vector[i]!, 8));
    expect(one.energy()).toBeCloseTo(compile(defineSystem({ modules, couplings })).energy(vector, one.system.unit), 12);
  });

  test('an update of a convex system relaxes back', () => {
    const one = rested({ tolerance: 1e-8 });
    const before = one.etaOf('m3');
    expect(one.update('m3', 0.99).moved).toContain('m3');
    expect(one.etaOf('m3')).toBeCloseTo(before, 7);
  });

  test('of options that do not exist, or of nobody, changes nothing', () => {
    const one = rested();
    const before = one.eta;
    expect(codeOf(() => one.change('m3', { hh: 1 }))).toBe('OPTION_UNKNOWN');
    expect(codeOf(() => one.change('m3', { b: -1 }))).toBe('OPTION_INVALID');
    expect(codeOf(() => one.change('m3', 7 as never))).toBe('INPUT_INVALID');
    expect(errorOf(() => one.change('m333', { h: 1 })).fix).toMatch('Did you mean "m3');
    expect(one.eta).toEqual(before);
  });
});

describe('updateMany', () => {
  test('takes a record or pairs, and settles once', () => {
    const [one, two] = [rested(), rested()];
    const settled = one.updateMany({ m3: 0.9, m7: 0.1 });
    expect(settled).toEqual(
      two.updateMany([
        ['m3', 0.9],
        ['m7', 0.1],
      ]),
    );
    expect(settled.moved.slice(0, 2)).toEqual(['m3', 'm7']);
    expect(one.eta).toEqual(two.eta);
  });

  test('does all or nothing', () => {
    const one = rested();
    const before = one.eta;
    expect(codeOf(() => one.updateMany({ m3: 0.9, m7: 2 }))).toBe('INPUT_INVALID');
    expect(codeOf(() => one.updateMany({ m3: 0.9, x: 0.1 }))).toBe('NAME_UNKNOWN');
    expect(codeOf(() => one.updateMany(['m3'] as never))).toBe('INPUT_INVALID');
    expect(codeOf(() => one.updateMany(7 as never))).toBe('INPUT_INVALID');
    expect(one.eta).toEqual(before);
  });
});

describe('the budget', () => {
  test('once used up, the batch solver goes on from there, to the same place', () => {
    const local = rested({ tolerance: 1e-8 });
    const batch = rested({ tolerance: 1e-8, budget: 3 });
    expect(local.change('m9', { h: 0.1 }).by).toBe('local');
    const settled = batch.change('m9', { h: 0.1 });
    expect(settled).toMatchObject({ by: 'batch', updates: 3 });
    expect(settled.residual).toBeLessThanOrEqual(1e-8);
    expect(settled.moved[0]).toBe('m9');
    local.eta.forEach((x, i) => expect(x).toBeCloseTo(batch.eta[i]!, 7));
    expect(batch.change('m9', { h: 0.1 })).toEqual({ moved: [], updates: 0, by: 'local' });
  });

  test('of nothing asks the batch solver at once', () => {
    expect(rested({ budget: 0 }).change('m9', { h: 0.1 })).toMatchObject({ by: 'batch', updates: 0 });
  });

  test('and tolerance are checked when the coordinator is made', () => {
    expect(codeOf(() => rested({ budget: -1 }))).toBe('OPTION_INVALID');
    expect(codeOf(() => rested({ budget: 0.5 }))).toBe('OPTION_INVALID');
    expect(codeOf(() => rested({ tolerance: 0 }))).toBe('OPTION_INVALID');
    expect(codeOf(() => rested({ backend: 'c' }))).toBe('OPTION_INVALID');
    expect(codeOf(() => rested({ tolerence: 1 }))).toBe('OPTION_UNKNOWN');
  });
});

describe('a family that fails on the way', () => {
  const cliff = defineModule({
    name: 'CliffModule',
    meaning: '(η - at)², and nothing at all below 0.3',
    options: { at: number(0, 'its lowest point') },
    eta: (input: number) => input,
    energy: (eta, { at }) => (eta < 0.3 ? NaN : (eta - at) ** 2),
    slope(eta, { at }) {
      if (eta < 0.3) throw new Error('over the edge');
      return 2 * (eta - at);
    },
    curvature: () => 2,
    bend: () => 2,
  });
  const source = defineSystem({
    modules: { x: cliff({ at: 0.6 }), y: landau({ a: 1, b: 0, h: 1 }) },
    couplings: [{ use: quadratic({ weight: 0.5 }), between: ['x', 'y'] }],
  });
  const made = () => {
    const one = new EnergyCoordinator(source, undefined, { x: 0.5, y: 0.5 });
    one.relax();
    return one;
  };

  test.each([
    ['an update', (one: EnergyCoordinator) => one.update('x', 0.1)],
    ['a change', (one: EnergyCoordinator) => one.change('x', { at: 0 })],
    ['an addition', (one: EnergyCoordinator) => one.add({ modules: { z: cliff({ at: 0 }) }, eta: { z: 0.9 } })],
  ])('is named, and %s leaves no trace', (_, run) => {
    const one = made() as EnergyCoordinator;
    const [eta, energy, gradient] = [one.eta, one.energy(), one.gradient()];
    const error = errorOf(() => run(one));
    expect(error.code).toBe('ENERGY_INVALID');
    expect(error.what).toMatch('CliffModule');
    expect(one.eta).toEqual(eta);
    expect(one.energy()).toBe(energy);
    one.gradient().forEach((slope, i) => expect(slope).toBeCloseTo(gradient[i]!, 14));
    expect(one.system.ids).toEqual(['x', 'y']);
    expect(one.update('y', 0.9).by).toBe('local');
  });
});

import { describe, expect, test } from 'vitest';
import {
  EnergyCoordinator,
  compile,
  defineSystem,
  directedHinge,
  gateBenefit,
  landau,
  quadratic,
} from '../../src/index.js';
import { codeOf, errorOf } from '../support/errors.js';
import { well } from '../support/model.js';
import { wave } from '../support/wave.js';

const source = defineSystem({
  modules: { x: landau({ a: 1, b: 0, h: 1 }), y: landau({ a: 0.5, b: 0 }), z: landau({ a: 1, b: 0 }) },
  couplings: [
    { use: quadratic(), between: ['x', 'y'] },
    { use: directedHinge(), between: ['y', 'z'] },
    { use: gateBenefit({ signal: 'gain' }), between: ['z', 'x'] },
  ],
  signals: { gain: 0.1 },
  weights: { 'coup:QuadraticCoupling': 2 },
});
const made = () => new EnergyCoordinator(source) as EnergyCoordinator;
const numbersOf = ({ system }: EnergyCoordinator) => ({ ids: system.ids, couplings: system.sequence.length });

describe('adding', () => {
  test('numbers couplings on from those that are defined, and modules come last', () => {
    const one = made();
    const added = one.add({
      modules: { w: landau({ a: 1, h: 1 }) },
      couplings: [
        { use: quadratic(), between: ['w', 'x'] },
        { use: wave(), between: ['y', 'w'] },
      ],
      eta: { w: 0.5 },
    });
    expect(added.couplings).toEqual([3, 4]);
    expect(added.moved).toContain('w');
    expect(numbersOf(one)).toEqual({ ids: ['x', 'y', 'z', 'w'], couplings: 5 });
    expect(one.add({ couplings: [{ use: quadratic(), between: ['y', 'z'] }] }).couplings).toEqual([5]);
  });

  test('an id can be taken again, and is another module then', () => {
    const one = made();
    one.remove({ modules: ['x'] });
    expect(numbersOf(one)).toEqual({ ids: ['y', 'z'], couplings: 1 });
    one.add({ modules: { x: landau({ a: 1, b: 0, h: 0.5 }) } });
    expect(numbersOf(one)).toEqual({ ids: ['y', 'z', 'x'], couplings: 1 });
    expect(one.etaOf('x')).toBeCloseTo(0.25, 5);
  });

  test('a family keeps its base weight, also where none of it was left', () => {
    const one = made();
    one.remove({ couplings: [0] });
    expect(one.system.terms.map(({ family }) => family)).not.toContain('QuadraticCoupling');
    one.add({ couplings: [{ use: quadratic(), between: ['x', 'y'] }] });
    one.updateMany({ x: 0.5, y: 0.5, z: 0.5 });
    const before = made();
    before.updateMany({ x: 0.5, y: 0.5, z: 0.5 });
    expect(one.energy()).toBeCloseTo(before.energy(), 10);
  });

  test.each([
    ['an id that is taken', { modules: { x: landau() } }, 'NAME_TAKEN', 'add.modules.x'],
    ['what is no module', { modules: { w: quadratic() } }, 'INPUT_INVALID', 'add.modules.w'],
    [
      'an end that is not there',
      { couplings: [{ use: quadratic(), between: ['x', 'w'] }] },
      'NAME_UNKNOWN',
      'add.couplings[0].between',
    ],
    [
      'a module with itself',
      { couplings: [{ use: quadratic(), between: ['x', 'x'] }] },
      'INPUT_INVALID',
      'add.couplings[0]',
    ],
    [
      'a signal that is not there',
      { couplings: [{ use: gateBenefit({ signal: 'gian' }), between: ['x', 'y'] }] },
      'NAME_UNKNOWN',
      'add.couplings[0]',
    ],
    ['what is no coupling', { couplings: [7] }, 'INPUT_INVALID', 'add.couplings[0]'],
    ['η outside the box', { modules: { w: landau() }, eta: { w: 2 } }, 'INPUT_INVALID', 'add.eta.w'],
    ['η of nobody new', { eta: { x: 0.5 } }, 'NAME_UNKNOWN', 'add.eta'],
    ['another key', { module: {} }, 'OPTION_UNKNOWN', 'add'],
    ['nothing', null, 'INPUT_INVALID', 'add'],
  ])('refuses %s before anything changes', (_, given, code, where) => {
    const one = made();
    one.relax();
    const before = [one.eta, one.energy(), numbersOf(one)];
    const good = { modules: { good: landau() }, couplings: [{ use: quadratic(), between: ['x', 'good'] as const }] };
    const { couplings = [], modules = {} } = (given ?? {}) as { couplings?: never[]; modules?: object };
    const mixed = given === null ? given : { ...good, ...given, modules: { ...good.modules, ...modules } };
    const all = mixed === null ? mixed : { ...mixed, couplings: [...couplings, ...good.couplings] };
    const error = errorOf(() => one.add(all as never));
    expect([error.code, error.where]).toEqual([code, where]);
    expect([one.eta, one.energy(), numbersOf(one)]).toEqual(before);
    expect(one.add(good).couplings).toEqual([3]);
  });

  test('two families of one name are refused', () => {
    const other = { ...quadratic(), family: { ...quadratic().family } };
    expect(codeOf(() => made().add({ couplings: [{ use: other, between: ['x', 'y'] }] }))).toBe('NAME_TAKEN');
  });
});

describe('removing', () => {
  test('by number, or by family and ends', () => {
    const one = made();
    one.add({ couplings: [{ use: wave(), between: ['x', 'z'] }] });
    one.remove({ couplings: [1, { use: 'WaveCoupling', between: ['x', 'z'] }] });
    expect(one.system.couplings.map(({ name }) => name)).toEqual(['QuadraticCoupling', 'GateBenefitCoupling']);
    one.remove({ couplings: [{ use: 'QuadraticCoupling', between: ['x', 'y'] }] });
    expect(numbersOf(one)).toEqual({ ids: ['x', 'y', 'z'], couplings: 1 });
  });

  test.each([
    ['a number that is not there', { couplings: [3] }, 'NAME_UNKNOWN'],
    ['one coupling twice', { couplings: [1, 1] }, 'NAME_UNKNOWN'],
    ['the other direction', { couplings: [{ use: 'QuadraticCoupling', between: ['y', 'x'] }] }, 'NAME_UNKNOWN'],
    ['half a number', { couplings: [0.5] }, 'INPUT_INVALID'],
    ['a text', { couplings: ['0'] }, 'INPUT_INVALID'],
    ['a module that is not there', { modules: ['w'] }, 'NAME_UNKNOWN'],
    ['everything', { modules: ['x', 'y', 'z'] }, 'INPUT_INVALID'],
    ['another key', { module: [] }, 'OPTION_UNKNOWN'],
    ['no list', { modules: 'x' }, 'INPUT_INVALID'],
  ])('refuses %s before anything changes', (_, given, code) => {
    const one = made();
    const before = [one.eta, numbersOf(one)];
    expect(codeOf(() => one.remove(given as never))).toBe(code);
    expect(codeOf(() => one.remove({ couplings: [0], ...given } as never))).toBe(code);
    expect([one.eta, numbersOf(one)]).toEqual(before);
  });

  test('what was removed is no longer known', () => {
    const one = made();
    one.remove({ modules: ['y'] });
    expect(codeOf(() => one.update('y', 0.5))).toBe('NAME_UNKNOWN');
    expect(codeOf(() => one.remove({ couplings: [0] }))).toBe('NAME_UNKNOWN');
    expect(one.remove({ couplings: [2] }).by).toBe('local');
    expect(numbersOf(one)).toEqual({ ids: ['x', 'z'], couplings: 0 });
  });

  test('numbers last through packing anew', () => {
    const one = made();
    one.add({ couplings: [{ use: quadratic(), between: ['x', 'z'] }] });
    for (let k = 4; k < 700; k++) {
      const { couplings } = one.add({ couplings: [{ use: quadratic(), between: ['x', 'z'] }] });
      expect(couplings).toEqual([k]);
      one.remove({ couplings: [k - 1] });
    }
    one.remove({ couplings: [0] });
    expect(one.system.couplings.map(({ name, count }) => [name, count])).toEqual([
      ['QuadraticCoupling', 1],
      ['DirectedHingeCoupling', 1],
      ['GateBenefitCoupling', 1],
    ]);
    expect(one.add({ couplings: [{ use: quadratic(), between: ['x', 'y'] }] }).couplings).toEqual([700]);
  });
});

test('computeEtas and relax go on with the system as it is', () => {
  const one = made();
  one.add({ modules: { w: landau({ a: 1, b: 0, h: 1 }) }, couplings: [{ use: quadratic(), between: ['w', 'x'] }] });
  one.remove({ modules: ['y'] });
  expect(one.computeEtas({ x: 0.1, z: 0.2, w: 0.3 })).toEqual(Float64Array.of(0.1, 0.2, 0.3));
  const { eta, outcome } = one.relax();
  expect(outcome).toBe('converged');
  expect(Object.keys(eta)).toEqual(['x', 'z', 'w']);
  expect(one.etaOf('w')).toBe(eta['w']);
});

test('a system of third parties alone takes up quartics and squared gaps, and gives them back', () => {
  const [p, q, r] = [well({ at: 0.2 }), well({ at: 0.7 }), landau({ a: 1, b: 1, h: 0.5 })];
  const between = { pq: ['p', 'q'] as const, rp: ['r', 'p'] as const };
  const signals = { gain: 0.3 };
  const alone = defineSystem({ modules: { p, q }, couplings: [{ use: wave(), between: between.pq }], signals });
  const one = new EnergyCoordinator(alone, undefined, undefined, { tolerance: 1e-9 }) as EnergyCoordinator;
  one.update('p', 0.2);
  const energy = one.energy();
  const late = [
    { use: gateBenefit({ signal: 'gain' }), between: between.rp },
    { use: quadratic(), between: between.rp },
  ];
  const { couplings } = one.add({ modules: { r }, couplings: late, eta: { r: 0.9 } });
  const whole = compile(
    defineSystem({ modules: { p, q, r }, couplings: [{ use: wave(), between: between.pq }, ...late], signals }),
  );
  const gradient = new Float64Array(3);
  expect(whole.gradient(one.eta, whole.unit, gradient)).toBeCloseTo(one.energy(), 14);
  one.gradient().forEach((slope, i) => expect(slope).toBeCloseTo(gradient[i]!, 14));
  one.remove({ couplings, modules: ['r'] });
  expect(one.energy()).toBeCloseTo(energy, 12);
});

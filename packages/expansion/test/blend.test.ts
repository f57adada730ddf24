import { compile, defineSystem, landau, quadratic, relax } from '@cfc/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Proposal, blend, expand } from '../src/index.js';
import { bowl, errorOf } from './support/growth.js';

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const base = defineSystem({
  modules: { x: bowl(0.3), y: bowl(0.8) },
  couplings: [{ use: quadratic({ weight: 0.4 }), between: ['x', 'y'] }],
  weights: { 'coup:QuadraticCoupling': 1.5 },
});

/** Convex proposals, each with a module and two couplings. */
const proposals: fc.Arbitrary<readonly Proposal[]> = fc
  .array(fc.tuple(unit, unit, unit), { minLength: 3, maxLength: 3 })
  .map((all) =>
    all.map(([at, one, other], k) => ({
      id: `p${k}`,
      modules: { [`z${k}`]: landau({ a: 1, b: 0.5, h: 2 * at - 0.6 }) },
      couplings: [
        { use: quadratic({ weight: 3 * one }), between: [`z${k}`, 'x'] },
        { use: quadratic({ weight: other }), between: ['y', `z${k}`] },
      ],
    })),
  );
const gatesOf = (etas: readonly number[]) => Object.fromEntries(etas.map((eta, k) => [`p${k}`, eta]));
const corners = [0, 1].flatMap((a) => [0, 1].flatMap((b) => [0, 1].map((c) => [a, b, c])));
const start = [0.5, 0.5];

test('no blend beats the best corner, and a blend never lies below the mean of the corners that it mixes', () => {
  fc.assert(
    fc.property(proposals, fc.tuple(unit, unit, unit), unit, (some, etas, gamma) => {
      const total = (gates: readonly number[]): number =>
        blend(base, start, some, gatesOf(gates), { gamma: gamma / 5 }).soft.total;
      const ends = corners.map(total);
      const mean = ends.reduce((sum, end, at) => {
        return sum + end * corners[at]!.reduce((share, bit, k) => share * (bit === 1 ? etas[k]! : 1 - etas[k]!), 1);
      }, 0);
      expect(total(etas)).toBeGreaterThanOrEqual(mean - 1e-9);
      expect(total(etas)).toBeGreaterThanOrEqual(Math.min(...ends) - 1e-9);
    }),
    { seed: 1, numRuns: 25 },
  );
});

test('at gates of 0 and 1 blending and snapping are the same', () => {
  fc.assert(
    fc.property(proposals, fc.constantFrom(...corners), (some, gates) => {
      const { soft, hard, open, difference } = blend(base, start, some, gatesOf(gates), { gamma: 0.1 });
      expect(difference).toBeCloseTo(0, 9);
      expect(soft.complexity).toBeCloseTo(hard.complexity, 12);
      expect(open).toEqual(['p0', 'p1', 'p2'].filter((_, k) => gates[k] === 1));
      for (const [id, eta] of Object.entries(hard.eta)) expect(soft.eta[id]).toBeCloseTo(eta, 6);
    }),
    { seed: 2, numRuns: 25 },
  );
});

test('a blended proposal has its own terms, whose base weights are those of its families times η', () => {
  const proposal: Proposal = {
    id: 'p',
    modules: { z: bowl(0.9) },
    couplings: [{ use: quadratic({ weight: 2 }), between: ['z', 'x'] }],
  };
  const { soft, hard, difference, open } = blend(
    base,
    start,
    [proposal],
    { p: 0.7 },
    { gamma: 0.1, gammaCoupling: 0.2 },
  );
  expect(soft.system.weights).toEqual({
    'coup:QuadraticCoupling': 1.5,
    'local:LandauModule@p': 0.7,
    'coup:QuadraticCoupling@p': 0.7 * 1.5,
  });
  const { x, y, z } = soft.eta as { x: number; y: number; z: number };
  const own = x * x - 0.6 * x + y * y - 1.6 * y + 1.5 * 0.4 * (x - y) ** 2;
  expect(soft.energy).toBeCloseTo(own + 0.7 * (z * z - 1.8 * z + 1.5 * 2 * (z - x) ** 2), 12);
  expect(soft.complexity).toBeCloseTo(0.7 * 0.3, 12);
  expect(open).toEqual(['p']);
  expect(hard.system.weights).toEqual({ 'coup:QuadraticCoupling': 1.5 });
  expect(hard.energy).toBeCloseTo(relax(compile(hard.system), { x: 0, y: 0, z: 0 }).unitEnergy, 9);
  expect(difference).toBe(soft.total - hard.total);
  expect(difference).toBeGreaterThan(0);
});

test('what is coupled to something behind a closed gate is closed as well', () => {
  const chain: Proposal[] = [
    { id: 'c', modules: { c: bowl(1) }, couplings: [{ use: quadratic(), between: ['c', 'b'] }] },
    { id: 'b', modules: { b: bowl(1) }, couplings: [{ use: quadratic(), between: ['b', 'a'] }] },
    { id: 'a', modules: { a: bowl(1) } },
  ];
  const open = (a: number): readonly string[] => blend(base, start, chain, { a, b: 0.9, c: 0.9 }).open;
  expect(open(0.6)).toEqual(['c', 'b', 'a']);
  expect(open(0.5)).toEqual([]);
});

test('growing behind blending gates, the totals never rise and the snapped system stands beside it', () => {
  fc.assert(
    fc.property(proposals, (some) => {
      const options = { gamma: 0.05, decide: 'soft', gate: 20 } as const;
      const { accepted, history, bridge, total, system } = expand(base, start, some, options);
      for (let k = 1; k < history.length; k++) expect(history[k]).toBeLessThanOrEqual(history[k - 1]!);
      for (const { blended, net, gate } of accepted) {
        expect(blended).toBeGreaterThan(0);
        expect(gate).toBeGreaterThan(0.5);
        // The least energy is concave in the gate: a part of the gate brings at most that part of the gain.
        expect(blended).toBeLessThanOrEqual(gate * net + 1e-9);
        expect(gate).toBeCloseTo(1 / (1 + Math.exp(-20 * net)), 12);
      }
      expect(bridge!.soft.total).toBeCloseTo(total, 9);
      expect(bridge!.open).toEqual(accepted.map(({ id }) => id).filter((id) => bridge!.open.includes(id)));
      expect(bridge!.hard.system.size).toBe(2 + accepted.length);
      expect(bridge!.soft.system.ids).toEqual(system.ids);
    }),
    { seed: 3, numRuns: 25 },
  );
  expect(expand(base, start, [], {}).bridge).toBeNull();
});

test('a gate of one’s own may stay closed where opening would pay, and cannot open where it would not', () => {
  const pays: Proposal = { id: 'pays', modules: { z: bowl(0.9) } };
  const shut = expand(base, start, [pays], { gate: (surplus) => (surplus > 1 ? 0.9 : 0.2) });
  expect(shut.refused).toMatchObject([{ id: 'pays', reason: 'its gate stays closed at 0.2' }]);
  const idle: Proposal = { id: 'idle', modules: { z: bowl(0) } };
  for (const decide of ['hard', 'soft'] as const) {
    expect(expand(base, start, [idle], { decide, gate: () => 1 }).accepted).toEqual([]);
  }
  expect(errorOf(() => expand(base, start, [pays], { gate: () => 2 }))).toMatchObject({ code: 'OPTION_INVALID' });
});

test('bad gates and proposals have their errors', () => {
  const p: Proposal = { id: 'p', modules: { z: bowl(0.9) } };
  const cases: readonly [() => unknown, string, string][] = [
    [() => blend(base, start, [p], {}), 'INPUT_INVALID', 'blend.gates.p'],
    [() => blend(base, start, [p], { p: 1.1 }), 'INPUT_INVALID', 'blend.gates.p'],
    [() => blend(base, start, [p], { p: 1, q: 1 }), 'OPTION_UNKNOWN', 'blend.gates'],
    [() => blend(base, start, [p, { ...p, id: 'q' }], { p: 1, q: 1 }), 'NAME_TAKEN', 'proposals.q'],
    [() => blend(base, start, [p, p], { p: 1 }), 'NAME_TAKEN', 'proposals[1].id'],
    [() => blend(base, start, [p], { p: 1 }, { gamma: -1 }), 'OPTION_INVALID', 'blend.gamma'],
    [() => blend(base, start, [p], { p: 1 }, { tau: 1 } as never), 'OPTION_UNKNOWN', 'blend'],
    [() => blend(base, [2, 0], [p], { p: 1 }), 'INPUT_INVALID', 'eta.x'],
  ];
  for (const [run, code, where] of cases) expect(errorOf(run)).toMatchObject({ code, where });
});

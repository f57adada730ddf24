import { readFileSync } from 'node:fs';
import {
  begin,
  compile,
  defineSystem,
  descent,
  landau,
  maxSteps,
  quadratic,
  readState,
  relax,
  steps,
  type Term,
  type Vector,
  writeState,
  proceed,
  advance,
} from '@cfc/core';
import { expect, test } from 'vitest';
import { agm } from '../src/index.js';

interface Reference {
  readonly inputs: readonly { readonly termGradNorms: Readonly<Record<string, number>>; readonly energy: number }[];
  readonly weights: readonly Readonly<Record<string, number>>[];
}

const fixture = new URL('fixtures/agm.json', import.meta.url);
const references = JSON.parse(readFileSync(fixture, 'utf8')) as readonly Reference[];

const term = (key: string): Term => ({
  key,
  kind: key.startsWith('coup:') ? 'coup' : 'local',
  family: key.split(':')[1]!,
  count: 1,
});

/** The multipliers after each of several energies. */
function after(energies: readonly number[], keys: readonly string[], options: Parameters<typeof agm>[0] = {}) {
  const adapter = agm(options);
  const terms = keys.map(term);
  let state: unknown = adapter.init(terms);
  let multipliers: Vector = new Float64Array(keys.length).fill(1);
  return energies.map((energy) => {
    ({ multipliers, state } = adapter.adapt({ terms, multipliers, energy }, state));
    return multipliers;
  });
}

test('the weights are those of the prototype, step by step', () => {
  expect(references).toHaveLength(10);
  for (const { inputs, weights } of references) {
    const keys = Object.keys(inputs[0]!.termGradNorms);
    const energies = inputs.map(({ energy }) => energy);
    after(energies, keys).forEach((multipliers, k) =>
      keys.forEach((key, t) => expect(Math.abs(multipliers[t]! - weights[k]![key]!)).toBeLessThan(1e-12)),
    );
  }
});

const gated = ['local:EnergyGatingModule', 'local:LandauModule', 'coup:QuadraticCoupling'];

test('while nothing is known couplings lose and gates gain, other local terms keep their weight', () => {
  expect([...after([1], gated)[0]!]).toEqual([1.05, 1, 0.97]);
});

test('multipliers stay between floor and ceiling', () => {
  const wild = Array.from({ length: 400 }, (_, k) => (k % 3 === 0 ? 1 : -1) * 1e3 ** (k % 2));
  const last = after(wild, gated, { floor: 0.5, ceiling: 1.5 }).at(-1)!;
  expect([...last]).toEqual([1.5, 1, 0.5]);
});

test('the term that balances the couplings can be another one, and has to be there', () => {
  expect([...after([1], gated, { gates: 'local:LandauModule' })[0]!]).toEqual([1, 1.05, 0.97]);
  expect(() => after([1], gated, { gates: 'local:LandauModul' })).toThrow(
    'NAME_UNKNOWN: no local term "local:LandauModul" (at Agm.gates). Did you mean "local:LandauModule"?',
  );
  expect([...after([1], gated.slice(1))[0]!]).toEqual([1, 0.97]);
});

const system = compile(
  defineSystem({
    modules: { a: landau({ h: 0.3 }), b: landau({ a: 0.5, h: 0.1 }) },
    couplings: [{ use: quadratic(), between: ['a', 'b'] }],
  }),
);
const plan = { method: descent(), stop: maxSteps({ steps: 30 }), adapter: agm() };

test('in a run the metrics are facts of every step, and the couplings move', () => {
  const events = [...steps(system, [0.9, 0.1], plan)];
  for (const { facts } of events) {
    expect(Object.keys(facts)).toEqual(
      expect.arrayContaining(['phaseRate', 'phaseVariance', 'phaseTrend', 'phaseOscillation', 'uncertaintyEpistemic']),
    );
  }
  expect(relax(system, [0.9, 0.1], plan).weights['coup:QuadraticCoupling']).not.toBe(1);
});

test('a run resumed from JSON ends in the same bits', () => {
  let state = begin(system, [0.9, 0.1], plan);
  for (let k = 0; k < 9; k++) ({ state } = advance(system, plan, state));
  const resumed = proceed(system, plan, readState(writeState(state)));
  expect([...resumed.vector]).toEqual([...relax(system, [0.9, 0.1], plan).vector]);
});

test('options out of range are refused when the adapter is made', () => {
  for (const options of [
    { raise: 0.9 },
    { lower: 0 },
    { lower: 1.1 },
    { settled: 2 },
    { unsettled: -1 },
    { calm: -1 },
  ]) {
    expect(() => agm(options)).toThrow('OPTION_INVALID');
  }
  expect(() => agm({ floor: 11 })).toThrow('the floor 11 lies above the ceiling 10 (at Agm.floor)');
});

/** A fall that slows down, then energies that swing. */
const varied = [
  ...Array.from({ length: 12 }, (_, k) => 1 + 2 * 0.5 ** k),
  ...Array.from({ length: 12 }, (_, k) => (k % 3 === 0 ? -1 : 0.2 * k)),
];

test.each([
  ['raise', 1.1],
  ['lower', 0.9],
  ['gates', 'local:LandauModule'],
  ['settled', 0.95],
  ['unsettled', 0.8],
  ['calm', 0],
  ['wild', 0.5],
  ['floor', 1],
  ['ceiling', 1.05],
] as const)('the option %s makes a difference', (option, value) => {
  expect(after(varied, gated, { [option]: value })).not.toEqual(after(varied, gated));
});

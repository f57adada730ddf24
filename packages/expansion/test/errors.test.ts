import { defineSystem, landau, quadratic } from '@cfc/core';
import { expect, test } from 'vitest';
import { type Proposal, boltzmann, effectiveCount, expand } from '../src/index.js';
import { errorOf } from './support/growth.js';

const system = defineSystem({ modules: { x: landau(), y: landau() } });
const good: Proposal = { id: 'p', modules: { z: landau() }, couplings: [{ use: quadratic(), between: ['z', 'x'] }] };

test.each<[string, unknown, string, string]>([
  ['two proposals of one id', [good, { ...good, modules: { w: landau() } }], 'NAME_TAKEN', 'proposals[1].id'],
  ['an id that the root has', [{ ...good, id: 'root' }], 'NAME_TAKEN', 'proposals[0].id'],
  ['a module that the system has', [{ id: 'p', modules: { x: landau() } }], 'NAME_TAKEN', 'proposals.p.modules.x'],
  ['a parent that stands for nothing', [{ ...good, parent: 'q' }], 'NAME_UNKNOWN', 'proposals.p.parent'],
  ['itself as its parent', [{ ...good, parent: 'p' }], 'NAME_UNKNOWN', 'proposals.p.parent'],
  ['a parent that is no name', [{ ...good, parent: { toString: null } }], 'NAME_UNKNOWN', 'proposals.p.parent'],
  [
    'a coupling to a module that is not there',
    [{ id: 'p', couplings: [{ use: quadratic(), between: ['x', 'w'] }] }],
    'NAME_UNKNOWN',
    'proposals.p.couplings[0].between',
  ],
  [
    'a coupling of a module with itself',
    [{ id: 'p', couplings: [{ use: quadratic(), between: ['x', 'x'] }] }],
    'INPUT_INVALID',
    'proposals.p.couplings[0].between',
  ],
  [
    'a coupling with one end',
    [{ id: 'p', couplings: [{ use: quadratic(), between: ['x'] }] }],
    'INPUT_INVALID',
    'proposals.p.couplings[0].between',
  ],
  [
    'a coupling that is a definition',
    [{ id: 'p', couplings: [{ use: quadratic, between: ['x', 'y'] }] }],
    'INPUT_INVALID',
    'proposals.p.couplings[0]',
  ],
  ['a module that is a definition', [{ id: 'p', modules: { z: landau } }], 'INPUT_INVALID', 'proposals.p.modules.z'],
  ['a start outside [0, 1]', [{ ...good, eta: { z: 1.5 } }], 'INPUT_INVALID', 'proposals.p.eta.z'],
  ['a start of another module', [{ ...good, eta: { x: 0.5 } }], 'NAME_UNKNOWN', 'proposals.p.eta.x'],
  ['a proposal that brings nothing', [{ id: 'p' }], 'INPUT_INVALID', 'proposals.p'],
  ['a proposal without an id', [{ modules: { z: landau() } }], 'INPUT_INVALID', 'proposals[0].id'],
  ['a key that no proposal has', [{ ...good, module: {} }], 'OPTION_UNKNOWN', 'proposals[0]'],
  ['something that is no proposal', [5], 'INPUT_INVALID', 'proposals[0]'],
  ['modules in a list', [{ id: 'p', modules: [landau()] }], 'INPUT_INVALID', 'proposals.p'],
  ['couplings that are no list', [{ id: 'p', couplings: {} }], 'INPUT_INVALID', 'proposals.p'],
  ['starts that are no map', [{ ...good, eta: 5 }], 'INPUT_INVALID', 'proposals.p'],
  ['no proposals', null, 'INPUT_INVALID', 'proposals'],
])('%s: %j is an error', (_, proposals, code, where) => {
  expect(errorOf(() => expand(system, [0, 0], proposals as Proposal[]))).toMatchObject({ code, where });
  if (proposals !== null) {
    expect(errorOf(() => expand(system, [0, 0], () => proposals as Proposal[]))).toMatchObject({ code, where });
  }
});

test.each([
  [{ gamma: -0.1 }, 'OPTION_INVALID', 'expand.gamma'],
  [{ gammaCoupling: -0.1 }, 'OPTION_INVALID', 'expand.gammaCoupling'],
  [{ tau: -0.1 }, 'OPTION_INVALID', 'expand.tau'],
  [{ gamma: NaN }, 'OPTION_INVALID', 'expand.gamma'],
  [{ topK: 0 }, 'OPTION_INVALID', 'expand.topK'],
  [{ topK: 1.5 }, 'OPTION_INVALID', 'expand.topK'],
  [{ rounds: 0 }, 'OPTION_INVALID', 'expand.rounds'],
  [{ temperature: -1 }, 'OPTION_INVALID', 'expand.temperature'],
  [{ seed: -1 }, 'OPTION_INVALID', 'expand.seed'],
  [{ gate: 0 }, 'OPTION_INVALID', 'expand.gate'],
  [{ decide: 'maybe' }, 'OPTION_INVALID', 'expand.decide'],
  [{ plan: {} }, 'OPTION_INVALID', 'plan.method'],
  [{ k: 2 }, 'OPTION_UNKNOWN', 'expand'],
  [null, 'OPTION_INVALID', 'expand'],
])('the options %j are an error', (options, code, where) => {
  expect(errorOf(() => expand(system, [0, 0], [good], options as never))).toMatchObject({ code, where });
});

test('order parameters to begin with have to fit', () => {
  expect(errorOf(() => expand(system, [0], [good]))).toMatchObject({ code: 'INPUT_INVALID', where: 'eta' });
  expect(errorOf(() => expand(system, { x: 0, z: 0 }, [good]))).toMatchObject({ code: 'NAME_UNKNOWN' });
});

test('Boltzmann’s weights sum to 1, and the lowest has all at 0', () => {
  const weights = boltzmann([1, 2, 1.5], 0.5);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 14);
  expect(weights[1]! / weights[0]!).toBeCloseTo(Math.exp(-2), 14);
  expect(boltzmann([3, 1, 1], 0)).toEqual([0, 0.5, 0.5]);
  expect(boltzmann([1e6, 1e6 + 1], 1e-3)).toEqual([1, 0]);
  expect(boltzmann([], 1)).toEqual([]);
  expect(effectiveCount(boltzmann([2, 2, 2, 2], 1))).toBe(4);
  expect(effectiveCount([1, 0])).toBe(1);
  expect(effectiveCount([])).toBe(0);
  expect(errorOf(() => boltzmann([1, NaN], 1))).toMatchObject({ code: 'INPUT_INVALID' });
  expect(errorOf(() => boltzmann([1], -1))).toMatchObject({ code: 'INPUT_INVALID' });
});

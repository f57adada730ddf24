import { describe, expect, test } from 'vitest';
import { compare } from '../../src/index.js';
import { identityOf } from '../../src/report/parse.js';
import { runOf } from '../helpers/sample-run.js';

const scenario = {
  cfc: 1,
  modules: { a: { use: 'LandauModule', with: { h: 0.1 }, start: 0.5 }, b: { use: 'LandauModule', start: 0.1 } },
  couplings: [{ use: 'QuadraticCoupling', between: ['a', 'b'] }],
  relax: { seed: 1 },
};
const identity = (tree: unknown, more: object = {}) =>
  identityOf({
    scenario: { file: 's.yaml', tree },
    seed: 1,
    versions: { '@cfc/core': '1.0.0' },
    machine: { cores: 2 },
    ...more,
  });
const run = (directory: string, tree: unknown = scenario, more: object = {}) =>
  runOf([{ step: 1, accepted: true, unitEnergy: 0.2 }], { directory, identity: identity(tree, more) });

describe('compare', () => {
  test('the same twice differs in nothing', () => {
    expect(compare([run('x'), run('y')])).toMatchObject({ comparable: true, notes: [], differences: [] });
  });

  test('options, starts, seeds, versions and machines are told where they differ, and runs stay comparable', () => {
    const other = structuredClone(scenario);
    other.modules.a.start = 0.7;
    const found = compare([
      run('x'),
      run('y', other, { seed: 2, versions: { '@cfc/core': '1.1.0' }, machine: { cores: 4 } }),
    ]);
    expect(found.comparable).toBe(true);
    expect(found.differences).toEqual([
      { what: 'scenario.modules.a.start', values: ['0.5', '0.7'] },
      { what: 'seed', values: ['1', '2'] },
      { what: 'versions.@cfc/core', values: ['"1.0.0"', '"1.1.0"'] },
      { what: 'machine.cores', values: ['2', '4'] },
    ]);
  });

  test.each([
    ['an option of a module', { modules: { ...scenario.modules, b: { use: 'LandauModule', with: { a: 2 } } } }],
    ['a coupling', { couplings: [] }],
    ['a weight', { weights: { 'coup:QuadraticCoupling': 2 } }],
    ['a signal', { signals: { x: 1 } }],
  ])('%s makes another energy: not comparable', (_, part) => {
    const { comparable, notes } = compare([run('x'), run('y', { ...scenario, ...part })]);
    expect(comparable).toBe(false);
    expect(notes[0]).toMatch(/^Not comparable: the systems differ \(/);
  });

  test('a run that does not say what it relaxed is not comparable', () => {
    const { comparable, notes } = compare([run('x'), runOf([], { directory: 'y' })]);
    expect([comparable, notes[0]]).toEqual([
      false,
      'Not comparable: of a run it is not known what scenario it relaxed.',
    ]);
  });

  test('runs that have not ended are told by their last row', () => {
    const going = { ...run('y'), result: null };
    const { runs, notes } = compare([run('x'), going]);
    expect(runs[1]).toMatchObject({ outcome: null, steps: 1, unitEnergy: 0.2 });
    expect(notes).toEqual(['y has not ended: its numbers are those of its last row.']);
  });

  test('one run is not enough', () => {
    expect(() => compare([run('x')])).toThrow('INPUT_INVALID: 1 to compare');
  });
});

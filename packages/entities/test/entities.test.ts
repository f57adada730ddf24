import {
  landau,
  maxSteps,
  monotone,
  prefixed,
  createRegistry,
  corePlugin,
  quadratic,
  descent,
  fixedStep,
} from '@cfc/core';
import { expect, test } from 'vitest';
import { type EntityEvent, type RelaxedEvent, compacted, readLog, record, replay } from '../src/index.js';
import { stateOf } from './support/play.js';
import { errorOf, product, registry, ring, well, wellPlugin } from './support/world.js';

const start = () => record(ring(), { registry, eta: { a: 0.9, b: 0.2, c: 0.5, d: 0.4 } });

test('an entity has an id, a version, its kind with all options, and its order parameter', () => {
  const run = start();
  expect(run.ids).toEqual(['a', 'b', 'c', 'd']);
  expect(run.entity('c')).toEqual({
    id: 'c',
    version: 1,
    use: 'WellModule',
    with: { at: 0.7, bursts: 2 },
    eta: 0.5,
  });
  expect(run.couplings()[1]).toEqual({
    number: 1,
    use: 'DirectedHingeCoupling',
    with: { weight: 0.8 },
    between: ['b', 'c'],
  });
  expect(errorOf(() => run.entity('e'))).toMatchObject({ code: 'NAME_UNKNOWN' });
});

test('every command that names an entity raises its version, and a relaxation raises none', () => {
  const run = start();
  run.change('a', { h: 0.2 });
  run.update('a', 0.1);
  run.updateMany({ a: 0.3, b: 0.9 });
  run.relax();
  run.setSignals({ delta_eta_domain: 0.9 });
  expect(run.ids.map((id) => run.entity(id).version)).toEqual([4, 2, 1, 1]);
  expect(run.entity('a').with).toEqual({ a: -1, b: 1, h: 0.2 });
});

test('an entity that comes back goes on counting, after a snapshot and a replay too', () => {
  const run = start();
  run.change('a', { h: 0.2 });
  run.remove({ modules: ['a'] });
  run.snapshot();
  const again = replay(compacted(run.log), registry);
  again.add({ modules: { a: landau() } });
  expect(again.entity('a').version).toBe(4);
  again.remove({ modules: ['a'] });
  again.add({ modules: { a: landau() } });
  expect(again.entity('a').version).toBe(6);
});

test('couplings keep their numbers, which are never given twice', () => {
  const run = start();
  expect(run.add({ couplings: [{ use: quadratic(), between: ['a', 'c'] }] }).couplings).toEqual([4]);
  run.remove({ couplings: [4, { use: 'QuadraticCoupling', between: ['a', 'b'] }] });
  run.setWeights({ 'local:LandauModule': 2 });
  const { couplings } = run.add({ modules: { e: landau() }, couplings: [{ use: product(), between: ['e', 'a'] }] });
  expect(couplings).toEqual([5]);
  expect(run.couplings().map(({ number }) => number)).toEqual([1, 2, 3, 5]);
  expect(errorOf(() => run.remove({ couplings: [0] }))).toMatchObject({ code: 'NAME_UNKNOWN' });
  run.remove({ couplings: [5] });
  run.remove({ modules: ['c'] });
  expect(run.couplings().map(({ number }) => number)).toEqual([3]);
  expect(stateOf(replay(run.log, registry))).toEqual(stateOf(run));
});

test('the weight of a family that is gone holds when it comes back, as in a coordinator', () => {
  const run = start();
  run.remove({ couplings: [0] });
  run.setSignals({ delta_eta_domain: 0 });
  run.remove({ modules: ['b', 'c', 'd'] });
  const without = run.energy();
  run.add({
    modules: { b: landau({ a: 0, b: 0 }) },
    couplings: [{ use: quadratic({ weight: 1 }), between: ['a', 'b'] }],
    eta: { b: 0 },
  });
  const { a, b } = run.eta as { a: number; b: number };
  const alone = a * a * (a * a - 1) - 0.1 * a;
  expect(run.energy()).toBeCloseTo(alone + 1.5 * (a - b) ** 2, 12);
  expect(without).toBeLessThan(0);
});

test('listeners hear of every entity, then of what moved, in the order of the log', () => {
  const run = start();
  run.relax();
  const heard: string[] = [];
  const tell = ({ type, id, version, seq }: EntityEvent): void => void heard.push(`${seq} ${type} ${id} ${version}`);
  const moved = ({ moved: ids, by, seq }: RelaxedEvent): void => void heard.push(`${seq} ${by} ${ids.join('')}`);
  run.on('created', tell);
  const end = run.on('updated', tell);
  run.on('removed', tell);
  run.on('relaxed', moved);
  run.add({ modules: { e: landau({ h: 1 }), f: landau({ h: -1 }) } });
  run.change('e', { h: 0.5 });
  end();
  run.update('f', 0);
  run.remove({ modules: ['e', 'f'] });
  run.relax({ method: descent(), guard: monotone(), stop: maxSteps({ steps: 2 }) });
  expect(heard).toEqual([
    '2 created e 1',
    '2 created f 1',
    '2 local e',
    '3 updated e 2',
    '3 local e',
    '5 removed e 3',
    '5 removed f 3',
    expect.stringMatching(/^6 plan/) as string,
  ]);
  expect(errorOf(() => run.on('changed' as never, () => undefined))).toMatchObject({ code: 'NAME_UNKNOWN' });
});

test('a listener may give commands: they come next in the log, and are told after the present event', () => {
  const run = start();
  const heard: string[] = [];
  run.on('created', ({ id }) => {
    if (id === 'e') run.add({ modules: { f: landau() } });
  });
  run.on('created', ({ id, seq }) => void heard.push(`${seq} ${id}`));
  run.add({ modules: { e: landau() } });
  expect(heard).toEqual(['1 e', '2 f']);
  expect(stateOf(replay(run.log, registry))).toEqual(stateOf(run));
});

test('a command that is refused changes nothing and leaves no line', () => {
  const run = start();
  const [log, state] = [run.log, stateOf(run)];
  const cases: readonly [() => unknown, string][] = [
    [() => run.add({ modules: { a: landau() } }), 'NAME_TAKEN'],
    [() => run.add({ couplings: [{ use: quadratic(), between: ['a', 'e'] }] }), 'NAME_UNKNOWN'],
    [() => run.add({ couplings: [{ use: quadratic(), between: ['a', 'a'] }] }), 'INPUT_INVALID'],
    [() => run.add({ couplings: [{ use: quadratic(), between: ['a'] } as never] }), 'INPUT_INVALID'],
    [() => run.add({ couplings: 5 as never }), 'INPUT_INVALID'],
    [() => run.add({ modules: { e: landau }, eta: {} } as never), 'INPUT_INVALID'],
    [() => run.add({ modules: { e: landau() }, eta: { e: 2 } }), 'INPUT_INVALID'],
    [() => run.add({ modules: { e: landau() }, eta: { f: 0.5 } }), 'OPTION_UNKNOWN'],
    [() => run.add({ module: {} } as never), 'OPTION_UNKNOWN'],
    [() => run.add(null as never), 'INPUT_INVALID'],
    [() => run.remove({ modules: ['e'] }), 'NAME_UNKNOWN'],
    [() => run.remove({ modules: 'a' as never }), 'INPUT_INVALID'],
    [() => run.remove({ modules: ['a', 'b', 'c', 'd'] }), 'INPUT_INVALID'],
    [() => run.remove({ couplings: [9] }), 'NAME_UNKNOWN'],
    [() => run.remove({ couplings: [0, 0] }), 'NAME_UNKNOWN'],
    [() => run.remove({ couplings: [{ use: 'QuadraticCoupling', between: ['b', 'a'] }] }), 'NAME_UNKNOWN'],
    [() => run.remove({ couplings: [{ use: 'QuadraticCoupling' } as never] }), 'INPUT_INVALID'],
    [() => run.update('e', 0.5), 'NAME_UNKNOWN'],
    [() => run.update('a', 7), 'INPUT_INVALID'],
    [() => run.update('a', NaN), 'INPUT_INVALID'],
    [() => run.updateMany([['a'] as never]), 'INPUT_INVALID'],
    [() => run.updateMany(5 as never), 'INPUT_INVALID'],
    [() => run.change('a', { a: 'b' }), 'OPTION_INVALID'],
    [() => run.change('a', { x: 1 }), 'OPTION_UNKNOWN'],
    [() => run.change('a', 5 as never), 'INPUT_INVALID'],
    [() => run.change('e', {}), 'NAME_UNKNOWN'],
    [() => run.setSignals({ delta_eta_domain: Infinity }), 'INPUT_INVALID'],
    [() => run.setSignals({ delta_eta_domain: 'x' as never }), 'INPUT_INVALID'],
    [() => run.setWeights({ 'local:LandauModule': -1 }), 'OPTION_INVALID'],
    [() => run.setWeights({ 'local:NoModule': 1 }), 'NAME_UNKNOWN'],
    [() => run.relax({ method: descent() }), 'INPUT_INVALID'],
    [() => run.relax({ method: { ...descent(), name: 'Own' } as never, stop: maxSteps() }), 'NAME_UNKNOWN'],
    [() => run.relax({ method: { init: () => 0, step: () => ({}) } as never, stop: maxSteps() }), 'INPUT_INVALID'],
    [() => run.relax({ method: descent(), stop: maxSteps(), observers: [() => undefined] }), 'INPUT_INVALID'],
  ];
  cases.forEach(([command, code], k) => expect(errorOf(command), String(k)).toMatchObject({ code }));
  expect(run.log).toBe(log);
  expect(stateOf(run)).toEqual(state);
});

test('a family that is not the registered one is found when it is recorded, not when it is replayed', () => {
  const bare = createRegistry([corePlugin]);
  expect(errorOf(() => record(ring(), { registry: bare }))).toMatchObject({
    code: 'NAME_UNKNOWN',
    where: 'modules.c',
    what: 'no module "WellModule"',
  });
  const run = start();
  const twin = { ...landau(), family: { ...landau.family } };
  expect(errorOf(() => run.add({ modules: { e: twin } }))).toMatchObject({
    code: 'NAME_UNKNOWN',
    what: 'another module is registered as "LandauModule"',
  });
});

test('pieces of a plugin under a prefix are written by the names that the registry knows', () => {
  const own = createRegistry([prefixed(corePlugin, 'core:'), wellPlugin]);
  const run = record(ring(), { registry: own });
  expect(run.entity('a').use).toBe('core:LandauModule');
  run.add({ couplings: [{ use: quadratic(), between: ['a', 'd'] }] });
  run.relax({ method: descent(), guard: monotone(), stop: maxSteps({ steps: 3 }) });
  expect(readLog(run.log).entries.at(-1)).toMatchObject({ plan: { method: { use: 'core:Descent' } } });
  expect(stateOf(replay(run.log, own))).toEqual(stateOf(run));
  run.remove({ couplings: [{ use: 'core:QuadraticCoupling', between: ['a', 'd'] }] });
  expect(run.couplings()).toHaveLength(4);
});

test('a command that fails on the way leaves a snapshot of what it left, which replays', () => {
  const run = start();
  run.add({ modules: { fuse: well({ at: 0.5, bursts: 0.6 }) }, eta: { fuse: 0.5 } });
  const { energy, couplings, entities } = stateOf(run);
  expect(errorOf(() => run.change('fuse', { at: 1 }))).toMatchObject({ code: 'ENERGY_INVALID' });
  expect(readLog(run.log).entries.at(-1)).toMatchObject({
    type: 'snapshot',
    failed: expect.stringContaining('ENERGY_INVALID') as string,
  });
  expect(stateOf(run)).toMatchObject({ energy, couplings, entities });
  run.change('fuse', { at: 0.4 });
  for (const options of [{}, { audit: true }]) {
    expect(stateOf(replay(run.log, registry, options))).toEqual(stateOf(run));
  }
});

test('so does a relaxation that fails half way: the steps before stay taken', () => {
  const run = record(ring(), { registry, tolerance: 10 });
  run.add({ modules: { fuse: well({ at: 0.9, bursts: 0.6 }) }, eta: { fuse: 0.3 } });
  const plan = { method: descent({ search: fixedStep({ step: 0.05 }) }), stop: maxSteps({ steps: 20 }) };
  expect(errorOf(() => run.relax(plan))).toMatchObject({ code: 'ENERGY_INVALID' });
  expect(run.etaOf('fuse')).toBeGreaterThan(0.5);
  for (const options of [{}, { audit: true }]) {
    expect(stateOf(replay(run.log, registry, options))).toEqual(stateOf(run));
  }
});

test('what a failing removal took is gone, in the log as well', () => {
  const run = start();
  run.add({
    modules: { fuse: well({ at: 0.7, bursts: 0.6 }) },
    couplings: [{ use: quadratic({ weight: 50 }), between: ['fuse', 'b'] }],
    eta: { fuse: 0.3 },
  });
  const removed: EntityEvent[] = [];
  run.on('removed', (event) => void removed.push(event));
  expect(errorOf(() => run.remove({ modules: ['b'] }))).toMatchObject({ code: 'ENERGY_INVALID' });
  expect(run.ids).toEqual(['a', 'c', 'd', 'fuse']);
  expect(removed).toMatchObject([{ id: 'b', version: 2 }]);
  expect(run.couplings().map(({ number }) => number)).toEqual([2, 3]);
  expect(stateOf(replay(run.log, registry))).toEqual(stateOf(run));
});

test('recording needs a registry and options that are known', () => {
  expect(errorOf(() => record(ring(), {} as never))).toMatchObject({ code: 'OPTION_INVALID' });
  expect(errorOf(() => record(ring(), { registry, plan: 5 } as never))).toMatchObject({ code: 'OPTION_UNKNOWN' });
  expect(errorOf(() => record(ring(), { registry, tolerance: 0 }))).toMatchObject({ code: 'OPTION_INVALID' });
  expect(errorOf(() => record(ring(), { registry, eta: [1] }))).toMatchObject({ code: 'INPUT_INVALID' });
  expect(errorOf(() => record(ring(), { registry, sink: 'file' as never }))).toMatchObject({ code: 'OPTION_INVALID' });
});

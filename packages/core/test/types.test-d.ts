import { expectTypeOf } from 'vitest';
import {
  type Module,
  type Options,
  EnergyCoordinator,
  capCouplings,
  clamped,
  corePlugin,
  createRegistry,
  couplingColumns,
  defineModule,
  definePlugin,
  defineSystem,
  descent,
  landau,
  list,
  maxSteps,
  moduleColumns,
  monotone,
  neededList,
  neededNumber,
  number,
  quadratic,
  readEta,
  relax,
  switching,
  text,
} from '../src/index.js';

/* Checked by tsc alone: what stands under @ts-expect-error must not compile. */

const well = defineModule({
  name: 'WellModule',
  meaning: 'a parabola',
  options: { at: number(0.5, 'its lowest point'), depth: neededNumber('how deep'), label: text('x', 'a label') },
  eta: (input: { readonly value: number }) => input.value,
  energy: (eta, { at, depth }) => depth * (eta - at) ** 2,
  slope: (eta, { at, depth }) => 2 * depth * (eta - at),
});

const waves = defineModule({
  name: 'WavesModule',
  meaning: 'a sum of waves',
  options: { heights: neededList('of each wave'), phases: list([], 'of each wave') },
  eta: (input: number) => input,
  energy: (_eta, { heights }) => heights.length,
  slope: () => 0,
});

export function options(): void {
  expectTypeOf(waves({ heights: [1] }).options.phases).toEqualTypeOf<readonly number[]>();
  // @ts-expect-error a needed list left out
  waves({ phases: [1] });
  // @ts-expect-error a list of texts
  waves({ heights: ['1'] });
  expectTypeOf(landau({ a: 2 }).options.a).toEqualTypeOf<number>();
  expectTypeOf<Options<(typeof well)['fields']>>().toEqualTypeOf<{
    readonly at: number;
    readonly depth: number;
    readonly label: string;
  }>();
  expectTypeOf(well({ depth: 1 })).toExtend<Module<{ readonly value: number }>>();
  landau();
  // @ts-expect-error an option that does not exist
  landau({ alpha: 2 });
  // @ts-expect-error a value of the wrong type
  landau({ a: '2' });
  // @ts-expect-error a needed option left out
  well({ at: 0.2 });
  // @ts-expect-error no options at all where one is needed
  well();
  // @ts-expect-error a word that is none of the choices
  descent({ geometry: 'ball' });
  // @ts-expect-error a needed piece left out
  clamped({});
  // @ts-expect-error a needed piece left out
  switching({ burst: descent() });
  // @ts-expect-error a needed number left out
  capCouplings();
  const plain = { name: 'A', meaning: '', options: {}, eta: (x: number) => x, slope: () => 0 } as const;
  // @ts-expect-error a family's functions see its own options alone
  defineModule({ ...plain, energy: (_eta, { at }) => at });
}

export function systems(): void {
  const modules = { order: landau(), gate: well({ depth: 1 }) };
  const system = defineSystem({ modules, couplings: [{ use: quadratic(), between: ['order', 'gate'] }] });
  // @ts-expect-error an id that no module has
  defineSystem({ modules, couplings: [{ use: quadratic(), between: ['order', 'gat'] }] });
  // @ts-expect-error a coupling of one module
  defineSystem({ modules, couplings: [{ use: quadratic(), between: ['order'] }] });
  // @ts-expect-error a module where a coupling belongs
  defineSystem({ modules, couplings: [{ use: landau(), between: ['order', 'gate'] }] });
  // @ts-expect-error a coupling where a module belongs
  defineSystem({ modules: { order: quadratic() } });

  readEta(system, { order: 0.5, gate: { value: 0.2 } });
  // @ts-expect-error an input of the wrong type
  readEta(system, { order: 0.5, gate: 0.2 });
  // @ts-expect-error an input that is missing
  readEta(system, { order: 0.5 });

  const coordinator = new EnergyCoordinator(system, { method: descent() });
  coordinator.update('gate', { value: 0.5 });
  coordinator.on('accepted', (event) => expectTypeOf(event.energy).toEqualTypeOf<number>());
  // @ts-expect-error an id that no module has
  coordinator.update('gat', { value: 0.5 });
  // @ts-expect-error the input of another module
  coordinator.update('order', { value: 0.5 });
  coordinator.updateMany([['gate', { value: 0.5 }]]);
  // @ts-expect-error an id that no module has
  coordinator.updateMany({ gat: { value: 0.5 } });
  expectTypeOf(coordinator.change('gate', {}).by).toEqualTypeOf<'local' | 'batch'>();
  expectTypeOf(coordinator.add({}).couplings).toEqualTypeOf<readonly number[]>();
  // @ts-expect-error the input of another module
  coordinator.follow([['order', { value: 0.5 }]]);
  coordinator.on('moved', ({ moved }) => expectTypeOf(moved).toEqualTypeOf<readonly string[]>());
  // @ts-expect-error an event that does not exist
  coordinator.on('accept', () => undefined);
}

export function columns(): void {
  moduleColumns(landau, { count: 3, with: { a: Float64Array.of(1, 2, 3), b: 0.5 } });
  moduleColumns(waves, { count: 2, with: { heights: [[1], [2, 3]], phases: [0.5] } });
  // @ts-expect-error a column of numbers where lists belong
  moduleColumns(waves, { count: 2, with: { heights: Float64Array.of(1, 2) } });
  // @ts-expect-error a column that does not exist
  moduleColumns(landau, { count: 3, with: { alpha: 1 } });
  // @ts-expect-error a column of the wrong type
  moduleColumns(landau, { count: 3, with: { a: 'x' } });
  // @ts-expect-error ends are 32-bit integers
  couplingColumns(quadratic, { a: [0], b: [1] });
}

export function registries(): void {
  const wells = definePlugin({ name: 'wells', version: '1.0.0', api: 1, provides: [well] });
  const registry = createRegistry([corePlugin, wells]);
  expectTypeOf(registry.make.WellModule).toEqualTypeOf(well);
  expectTypeOf(registry.make.LandauModule({ a: 1 })).toEqualTypeOf(landau({ a: 1 }));
  registry.make.WellModule({ depth: 2, at: 0.1 });
  // @ts-expect-error a name that nobody provides
  registry.make.WelModule({ depth: 2 });
  // @ts-expect-error an option that does not exist
  registry.make.WellModule({ depth: 2, where: 0.1 });
  // @ts-expect-error a value of the wrong type
  registry.make.WellModule({ depth: 'deep' });
  // @ts-expect-error a needed option left out
  registry.make.WellModule({});
}

export function plans(): void {
  const system = {} as Parameters<typeof relax>[0];
  relax(system, { order: 0.5 }, { method: descent(), guard: monotone(), stop: maxSteps({ steps: 3 }) });
  // @ts-expect-error a plan without a method
  relax(system, { order: 0.5 }, { guard: monotone() });
  // @ts-expect-error a guard where a stop rule belongs
  relax(system, { order: 0.5 }, { method: descent(), stop: monotone() });
  // @ts-expect-error a search where a method belongs
  relax(system, { order: 0.5 }, { method: maxSteps() });
}

import { expect, test } from 'vitest';
import {
  CfcError,
  EnergyCoordinator,
  buildScenario,
  compile,
  corePlugin,
  createRegistry,
  defineModule,
  definePlugin,
  defineSystem,
  list,
  moduleColumns,
  neededList,
  prefixed,
} from '../../src/index.js';
import { errorOf } from '../support/errors.js';

/** A family whose options are lists that have to fit together: F = Σ heights[k] (η - places[k])². */
const wells = defineModule({
  name: 'WellsModule',
  meaning: 'a sum of parabolas',
  options: { heights: neededList('of each parabola', { min: 0 }), places: list([0.5], 'lowest point of each') },
  check({ heights, places }, where) {
    if (heights.length === places.length) return;
    const what = `${places.length} places for ${heights.length} heights`;
    throw new CfcError('OPTION_INVALID', what, `${where}.places`, 'Give one for each.');
  },
  eta: (input: number) => input,
  energy: (eta, { heights, places }) => heights.reduce((sum, height, k) => sum + height * (eta - places[k]!) ** 2, 0),
  slope: (eta, { heights, places }) => heights.reduce((sum, height, k) => sum + 2 * height * (eta - places[k]!), 0),
  pack: (slots, { heights, places }) => {
    const half = heights.map((all, i) => all.map((height, k) => [height, places[i]![k]!] as const));
    return (eta, weight, gradient) => {
      let total = 0;
      for (let i = 0; i < slots.length; i++) {
        const at = eta[slots[i]!]!;
        for (const [height, place] of half[i]!) {
          total += height * (at - place) ** 2;
          if (gradient !== null) gradient[slots[i]!] = gradient[slots[i]!]! + weight * 2 * height * (at - place);
        }
      }
      return weight * total;
    };
  },
});

const eta = Float64Array.of(0.9, 0.2, 0.6);

test('columns of lists define the same system as objects, to the bit', () => {
  const heights = [[1], [2, 3], [0.5, 0, 4]];
  const places = [[0.3], [0.1, 0.9], [0, 1, 0.4]];
  const modules = Object.fromEntries(heights.map((all, i) => [`m${i}`, wells({ heights: all, places: places[i]! })]));
  const [one, two] = [
    compile(defineSystem({ modules })),
    compile(defineSystem({ modules: [moduleColumns(wells, { count: 3, prefix: 'm', with: { heights, places } })] })),
  ];
  const [first, second] = [new Float64Array(3), new Float64Array(3)];
  expect(two.gradient(eta, two.unit, second)).toBe(one.gradient(eta, one.unit, first));
  expect(second).toEqual(first);
});

test('a list of numbers stands for all instances, beside a column of lists too', () => {
  const shared = { count: 3, with: { heights: [1, 2], places: [0.25, 0.75] } };
  const mixed = {
    count: 3,
    with: {
      heights: [
        [1, 2],
        [1, 2],
        [1, 2],
      ],
      places: [0.25, 0.75],
    },
  };
  const [one, two] = [shared, mixed].map((given) =>
    compile(defineSystem({ modules: [moduleColumns(wells, given)] })),
  ) as [ReturnType<typeof compile>, ReturnType<typeof compile>];
  expect(one.energy(eta, one.unit)).toBe(two.energy(eta, two.unit));
});

test('bad lists in columns are named by instance and entry', () => {
  const message = (given: object) => errorOf(() => moduleColumns(wells, { count: 2, with: given })).message;
  expect(message({ heights: [[1], [-1]] })).toContain('-1 is not a finite number >= 0 (at WellsModule.heights[1][0])');
  expect(message({ heights: [[1], 2] })).toContain('2 is not a list of numbers >= 0 (at WellsModule.heights[1])');
  expect(message({ heights: [[1]] })).toContain('the column has 1 entries for 2 instances (at WellsModule.heights)');
  expect(message({ heights: [NaN] })).toContain('NaN is not a finite number >= 0 (at WellsModule.heights[0])');
  expect(message({})).toContain('this column is needed');
});

test('options that do not fit together are refused wherever instances are made', () => {
  const told = '1 places for 2 heights';
  const heights = [1, 2];
  expect(errorOf(() => wells({ heights }))).toMatchObject({ what: told, where: 'WellsModule.places' });
  const rows = { count: 2, with: { heights: [[1], heights] } };
  expect(errorOf(() => moduleColumns(wells, rows))).toMatchObject({ what: told, where: 'WellsModule[1].places' });
  const alike = { count: 1e9, with: { heights } };
  expect(errorOf(() => moduleColumns(wells, alike))).toMatchObject({ what: told, where: 'WellsModule.places' });
  const plugin = definePlugin({ name: 'wells', version: '1.0.0', api: 1, provides: [wells] });
  for (const [given, use] of [
    [plugin, 'WellsModule'],
    [prefixed(plugin, 'my:'), 'my:WellsModule'],
  ] as const) {
    const registry = createRegistry([corePlugin, given]);
    const scenario = { cfc: 1, modules: { x: { use, start: 0.5, with: { heights } } } };
    expect(errorOf(() => buildScenario(registry, scenario))).toMatchObject({ what: told, where: 'modules.x.places' });
  }
  const coordinator = new EnergyCoordinator(defineSystem({ modules: { x: wells({ heights: [1] }) } }));
  expect(errorOf(() => coordinator.change('x', { heights }))).toMatchObject({ what: told, where: 'change.x.places' });
  coordinator.change('x', { heights, places: [0.2, 0.6] });
  coordinator.change('x', { heights: [2, 1] });
  expect(coordinator.etaOf('x')).toBeCloseTo(1 / 3, 8);
});

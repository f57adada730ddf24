import { expect, test } from 'vitest';
import { laidOut } from '../../src/system/compile.js';
import { compile, defineSystem, landau, numericSlope, defineModule } from '../../src/index.js';

const flat = defineModule({
  name: 'FlatModule',
  meaning: 'nothing at all',
  options: {},
  eta: (input: number) => input,
  ...numericSlope({ energy: () => 0 }),
});
const system = defineSystem({ modules: { a: landau({ h: 1 }), b: flat(), c: landau({ h: 3 }), d: landau({ h: 4 }) } });

test('a compiled system shows its modules by family, with their terms and options', () => {
  const { locals, terms } = compile(system);
  expect(locals.map(({ name, count, term }) => [name, count, terms[term]!.key])).toEqual([
    ['LandauModule', 3, 'local:LandauModule'],
    ['FlatModule', 1, 'local:FlatModule'],
  ]);
  const [landaus] = locals;
  expect([...landaus!.slots]).toEqual([0, 2, 3]);
  expect([0, 1, 2].map((k) => landaus!.at(k)['h'])).toEqual([1, 3, 4]);
  expect(landaus!.family).toBe(landau.family);
});

test('in a layout of its own, in the order of its vectors: outside as given, inside as laid out', () => {
  const turned = laidOut(system, 'js', { rank: Int32Array.of(3, 2, 1, 0), tiles: null });
  expect([...turned.locals[0]!.slots]).toEqual([0, 2, 3]);
  expect([...turned.inner!.locals[0]!.slots]).toEqual([3, 1, 0]);
  expect(turned.inner!.locals[0]!.at(1)['h']).toBe(3);
});

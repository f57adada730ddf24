import { expect, test, vi } from 'vitest';
import * as first from '../../src/index.js';

/** The core once more, as a second installation on disk would bring it. */
vi.resetModules();
const second: typeof first = await import('../../src/index.js');

test('pieces of two copies of the core work together', () => {
  expect(second.createRegistry).not.toBe(first.createRegistry);
  const guards = second.definePlugin({ name: 'elsewhere', version: '1.0.0', api: 1, provides: [second.monotone] });
  const rest = { ...first.corePlugin, provides: first.corePlugin.provides.filter(({ name }) => name !== 'Monotone') };
  const registry = first.createRegistry([rest, guards]);
  const { system, eta0, plan } = first.buildScenario(registry, {
    cfc: 1,
    modules: { x: { use: 'LandauModule', start: 0.9 } },
    relax: { method: { use: 'Descent' }, guard: { use: 'Monotone' }, stop: { use: 'MaxSteps', with: { steps: 5 } } },
  });
  const expected = first.relax(system, eta0, {
    method: first.descent(),
    guard: first.monotone(),
    stop: first.maxSteps({ steps: 5 }),
  });
  expect(first.relax(system, eta0, plan).vector).toEqual(expected.vector);
});

test('families of one copy are compiled and relaxed by the other, methods of one take pieces of the other', () => {
  const modules = { x: second.landau({ a: -1 }), y: second.landau({ a: 0.3 }) };
  const couplings = [{ use: second.quadratic({ weight: 0.4 }), between: ['x', 'y'] as const }];
  const start = Float64Array.of(0.2, 0.7);
  const search = second.backtracking({ initial: 0.5 });
  const mixed = first.relax(first.compile(first.defineSystem({ modules, couplings })), start, {
    method: first.descent({ search, explore: second.tangentNoise() }),
    guard: second.monotone(),
    stop: first.anyOf({ of: [second.maxSteps({ steps: 9 })] }),
  });
  const pure = first.relax(
    first.compile(
      first.defineSystem({
        modules: { x: first.landau({ a: -1 }), y: first.landau({ a: 0.3 }) },
        couplings: [{ use: first.quadratic({ weight: 0.4 }), between: ['x', 'y'] }],
      }),
    ),
    start,
    {
      method: first.descent({ search: first.backtracking({ initial: 0.5 }), explore: first.tangentNoise() }),
      guard: first.monotone(),
      stop: first.maxSteps({ steps: 9 }),
    },
  );
  expect(first.writeState(mixed.state).replace(/"stop":\[[^\]]*\]/, '"stop":null')).toBe(first.writeState(pure.state));
});

test('errors of one copy are recognised by the other', () => {
  let caught: unknown;
  try {
    second.landau({ b: -1 });
  } catch (error) {
    caught = error;
  }
  expect(caught).not.toBeInstanceOf(first.CfcError);
  expect(first.isCfcError(caught)).toBe(true);
  const broken = first.definePlugin({ name: 'elsewhere', version: '1.0.0', api: 1, provides: [second.landau] });
  const tree = { cfc: 1, modules: { x: { use: 'LandauModule', with: { b: -1 }, start: 0.5 } } };
  expect(() => first.buildScenario(first.createRegistry([broken]), tree)).toThrow('(at modules.x.b)');
});

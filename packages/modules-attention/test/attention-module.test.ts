import {
  buildScenario,
  compile,
  corePlugin,
  createRegistry,
  defineSystem,
  gradientBelow,
  projectedNewton,
  quadratic,
  readEta,
  relax,
} from '@cfc/core';
import { checkModule } from '@cfc/core/testing';
import { expect, test } from 'vitest';
import { type AttentionInput, attention, attentionModule, attentionOrder, attentionPlugin } from '../src/index.js';
import { randomMatrix } from './configurations.js';

const inputs: AttentionInput[] = [
  {
    queries: [[1, 0]],
    keys: [
      [1, 0],
      [0, 1],
    ],
  },
  {
    queries: [[1, 0]],
    keys: [
      [1, 0],
      [0, 1],
    ],
    temperature: 1e-6,
  },
  { queries: [[1]], keys: [[1]] },
  { queries: randomMatrix(6, 3, 1, 0), keys: randomMatrix(6, 3, 1, 1), before: 1, after: 1 },
  { queries: randomMatrix(4, 3, 2, 0, 1e4), keys: randomMatrix(4, 3, 2, 1, 1e4), after: 0 },
];

test('AttentionModule keeps its contract', () => {
  const options = [{}, { alpha: 0 }, { beta: 0 }, { alpha: 3, beta: 0.2 }];
  expect(checkModule(attentionModule, { options, inputs }).checks).toHaveLength(7);
});

test('η is read off the input: 1 where decided, 0 where even, and as attentionOrder says between', () => {
  const system = defineSystem({
    modules: { decided: attentionModule(), even: attentionModule(), head: attentionModule() },
  });
  const eta = readEta(system, {
    decided: { queries: [[1]], keys: [[1], [-1]], temperature: 1e-3 },
    even: { queries: [[0]], keys: [[1], [-1]] },
    head: inputs[3]!,
  });
  expect([...eta]).toEqual([1, 0, attentionOrder(attention(inputs[3]!))]);
});

test('heads that are coupled become decided together, and the energy falls', () => {
  const system = defineSystem({
    modules: { early: attentionModule(), late: attentionModule({ beta: 0 }) },
    couplings: [{ use: quadratic({ weight: 2 }), between: ['early', 'late'] }],
  });
  const start = readEta(system, { early: inputs[0]!, late: inputs[3]! });
  const compiled = compile(system);
  const { eta, unitEnergy } = relax(compiled, start, {
    method: projectedNewton(),
    stop: gradientBelow({ norm: 1e-12 }),
  });
  expect(unitEnergy).toBeLessThan(compiled.energy(start, compiled.unit));
  expect(eta['early']).toBeCloseTo(1, 6);
  expect(eta['late']).toBeCloseTo(1, 6);
});

test('an input that cannot be read is named with its module and place', () => {
  const system = defineSystem({ modules: { head: attentionModule() } });
  const read = (head: unknown) => () => readEta(system, { head: head as AttentionInput });
  const where = 'inputs.head.queries[0][1]';
  expect(read({ queries: [[1, NaN]], keys: [[1, 2]] })).toThrow(
    expect.objectContaining({ code: 'INPUT_INVALID', where }),
  );
  expect(read(null)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID', where: 'inputs.head' }));
});

test('a scenario of plain data reads it, and an input that is left out is an error with its path', () => {
  const registry = createRegistry([corePlugin, attentionPlugin]);
  const scenario = (input: object) => ({
    cfc: 1,
    plugins: ['@cfc/modules-attention'],
    modules: { head: { use: 'AttentionModule', with: { alpha: 0.5 }, input } },
  });
  const input = {
    queries: [[1, 0]],
    keys: [
      [1, 0],
      [0, 1],
    ],
    temperature: 0.1,
    mask: [[1, 1]],
  };
  expect(buildScenario(registry, scenario(input)).eta0[0]).toBe(
    attentionOrder(attention({ ...input, mask: undefined })),
  );
  expect(() => buildScenario(registry, scenario({ queries: [[1]] }))).toThrow(/undefined is no matrix .*keys/);
});

test('a registry offers the module by name, with its options typed and checked', () => {
  const registry = createRegistry([corePlugin, attentionPlugin]);
  expect(registry.make.AttentionModule).toBe(attentionModule);
  expect(registry.make.AttentionModule({ alpha: 0.5 }).options).toEqual({ alpha: 0.5, beta: 1 });
  // @ts-expect-error -- no such option
  expect(() => registry.make.AttentionModule({ gamma: 1 })).toThrow('OPTION_UNKNOWN');
  for (const options of [{ alpha: -1 }, { beta: -1 }]) {
    expect(() => attentionModule(options)).toThrow('OPTION_INVALID');
  }
});

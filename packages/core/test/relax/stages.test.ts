import { describe, expect, test } from 'vitest';
import {
  type CfcError,
  clip,
  compile,
  defineModule,
  defineSystem,
  descent,
  landau,
  maxSteps,
  number,
  quadratic,
  readEta,
  relax,
  type Stage,
  stages,
} from '../../src/index.js';

/** A gate whose cost acts only when η is read. */
const gate = defineModule({
  name: 'PlainGate',
  meaning: 'opens as far as the gain exceeds the cost',
  options: { cost: number(0.1, 'what opening costs', { min: 0 }) },
  eta: (gain: number, { cost }) => clip(0.5 + 5 * (gain - cost)),
  energy: (eta) => 0.05 * eta * eta,
  slope: (eta) => 0.1 * eta,
  curvature: () => 0.1,
  difference: (from, to) => 0.05 * (to - from) * (to + from),
});

const gains = { low: 0.08, high: 0.3, middle: 0.15 };
const inputs = { ...gains, domain: 0.6 };

/** Three gates on one domain. */
const gatesAt = (cost: number) =>
  defineSystem({
    modules: { low: gate({ cost }), high: gate({ cost }), middle: gate({ cost }), domain: landau({ h: 0.5 }) },
    couplings: (['low', 'high', 'middle'] as const).map((id) => ({
      use: quadratic({ weight: 0.2 }),
      between: [id, 'domain'] as const,
    })),
  });

/** From eight times its value down by a fifth in every stage. */
const ramped = (stage: number) => gatesAt(0.05 * Math.max(1, 8 * 0.8 ** stage));

const thrown = (run: () => unknown): CfcError => {
  try {
    run();
  } catch (error) {
    return error as CfcError;
  }
  throw new Error('nothing was thrown');
};

describe('stages', () => {
  test('a ramp of gate costs opens the gates in the order of their gain', () => {
    const run = stages({ stages: 12, system: ramped, inputs, carry: ['domain'] });
    const openedAt = [0, 1, 2].map((i) => run.findIndex(({ start }) => start[i]! > 0.5));
    const [low, high, middle] = openedAt as [number, number, number];
    expect(high).toBeGreaterThan(0);
    expect(middle).toBeGreaterThan(high);
    expect(low).toBeGreaterThan(middle);
    // Nothing closes again as the cost falls.
    run.forEach(({ start }, k) => {
      for (const i of [0, 1, 2]) expect(start[i]!).toBeGreaterThanOrEqual(run[k - 1]?.start[i] ?? 0);
    });
  });

  test('one stage is what reading and relaxing give', () => {
    const [only] = stages({ stages: 1, system: ramped, inputs });
    const system = ramped(0);
    const start = readEta(system, inputs);
    expect([...only!.start]).toEqual([...start]);
    expect([...only!.solution.vector]).toEqual([...relax(compile(system), start).vector]);
  });

  test('what is carried goes on from where it was, all else is read anew', () => {
    const plan = { method: descent(), stop: maxSteps({ steps: 3 }) };
    const run = stages({ stages: 3, system: () => gatesAt(0.1), inputs, carry: ['domain', 'low'], plan });
    for (const [k, { start }] of run.entries()) {
      const before = run[k - 1]?.solution.eta ?? { low: clip(0.5 + 5 * (0.08 - 0.1)), domain: 0.6 };
      expect([start[0], start[3]]).toEqual([before['low'], before['domain']]);
      expect(start[1]).toBe(1);
      expect(start[2]).toBeCloseTo(0.75, 14);
    }
  });

  test('systems and inputs may depend on all stages before, which stay as they were', () => {
    const heard: (readonly Stage[])[] = [];
    const run = stages({
      stages: 3,
      system: (stage, seen) => {
        heard.push(seen);
        return gatesAt(0.1 * (stage + 1));
      },
      inputs: (stage, seen) => ({ ...inputs, domain: seen.at(-1)?.solution.eta['domain'] ?? stage }),
    });
    expect(heard.map(({ length }) => length)).toEqual([0, 1, 2]);
    expect(heard[2]).toEqual(run.slice(0, 2));
    expect(run[0]!.start[3]).toBe(0);
    expect(run[1]!.start[3]).toBe(run[0]!.solution.vector[3]);
  });

  test('the inputs of a system are typed, and so are the ids to carry', () => {
    // @ts-expect-error -- a gain is a number
    expect(() => stages({ stages: 1, system: ramped, inputs: { ...inputs, low: 'much' } })).toThrow('INPUT_INVALID');
    // @ts-expect-error -- no such module
    expect(() => stages({ stages: 1, system: ramped, inputs, carry: ['domian'] })).toThrow('NAME_UNKNOWN');
  });

  test.each([0, -1, 1.5, NaN, '3'])('%j stages are refused', (count) => {
    const error = thrown(() => stages({ stages: count as number, system: ramped, inputs }));
    expect(error).toMatchObject({ code: 'INPUT_INVALID', where: 'stages' });
  });

  test('a stage with other modules is refused, and named', () => {
    const system = (stage: number) =>
      defineSystem({ modules: Object.fromEntries([[stage === 0 ? 'a' : 'b', landau()]]) });
    const error = thrown(() => stages({ stages: 2, system, inputs: (stage) => ({ [stage === 0 ? 'a' : 'b']: 0.5 }) }));
    expect(error).toMatchObject({ code: 'INPUT_INVALID', where: 'stage 1' });
  });
});

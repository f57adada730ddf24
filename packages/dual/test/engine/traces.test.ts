import { describe, expect, test } from 'vitest';
import { createDual } from '../../src/index.js';
import { configOf, inputOf, traces } from './traces.js';

test('there are 17 recorded runs of 160 steps', () => {
  expect(traces).toHaveLength(17);
  for (const { lambda } of traces) for (const trace of Object.values(lambda)) expect(trace).toHaveLength(160);
});

describe.each(traces)('the recorded run $name', (trace) => {
  test('gives the multipliers to 1e-12 and the reasons', () => {
    const dual = createDual(configOf(trace));
    const counts: Record<string, Record<string, number>> = {};
    for (let t = 0; t < 160; t++) {
      const { constraints, step } = dual.step(inputOf(trace, t));
      expect(step).toBe(t + 1);
      for (const [name, { multiplier, reason }] of Object.entries(constraints)) {
        expect(Math.abs(multiplier - trace.lambda[name]![t]!), `${name} at ${t}`).toBeLessThanOrEqual(1e-12);
        if (trace.reasons !== null) expect(reason, `${name} at ${t}`).toBe(trace.reasons[name]![t]);
        const count = (counts[name] ??= {});
        count[reason] = (count[reason] ?? 0) + 1;
      }
    }
    expect(counts).toEqual(trace.reasons_count);
  });

  test('stopped at any step, written as JSON and resumed, gives the same bits', () => {
    const whole = createDual(configOf(trace));
    const steps = Array.from({ length: 160 }, (_, t) => whole.step(inputOf(trace, t)));
    for (const at of [0, 1, 17, 40, 63, 101, 159]) {
      const first = createDual(configOf(trace));
      for (let t = 0; t < at; t++) first.step(inputOf(trace, t));
      const second = createDual(configOf(trace), JSON.parse(JSON.stringify(first.state())) as never);
      for (let t = at; t < 160; t++) expect(second.step(inputOf(trace, t))).toEqual(steps[t]);
      expect(second.state()).toEqual(whole.state());
    }
  });
});

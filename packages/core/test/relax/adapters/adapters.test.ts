import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Plan,
  type StepEvent,
  type WeightAdapter,
  anyOf,
  autoBalance,
  capCouplings,
  clamped,
  defineStop,
  descent,
  fixedStep,
  maxSteps,
  ramp,
  relax,
} from '../../../src/index.js';
import { mixed, mixedStart } from '../../support/mixed.js';
import { holds, real } from '../../support/property.js';
import { built, everyFamily, specs } from '../../support/systems.js';
import { codeOf } from '../../support/errors.js';

const terms = mixed.terms.slice(0, 3);
const seen = (norms: number[], multipliers = [1, 1, 1]) => ({
  terms,
  termNorms: Float64Array.from(norms),
  multipliers: Float64Array.from(multipliers),
  energy: 0,
});
const runOf = (plan: Partial<Plan>, steps = 8): StepEvent[] => {
  const events: StepEvent[] = [];
  const observers = [(event: StepEvent) => events.push(event)];
  relax(mixed, mixedStart, { method: descent({ search: fixedStep() }), stop: maxSteps({ steps }), observers, ...plan });
  return events;
};

describe('AutoBalance', () => {
  const adapter: WeightAdapter<null, 'termNorms'> = autoBalance({ target: 2, ratio: 3, floor: 0.1, ceiling: 5 });

  test('multiplies by target / norm where a norm exceeds ratio · target, and warns', () => {
    const { multipliers, warnings } = adapter.adapt(seen([8, 6, 4], [0.5, 1, 1]), null);
    expect([...multipliers]).toEqual([0.5 / 4, 1, 1]);
    expect(warnings).toHaveLength(1);
    expect(warnings![0]).toContain(
      '8.000 of local:LandauModule exceeds 3 times 2: its multiplier goes from 0.5000 to 0.1250',
    );
  });

  test('keeps weights between floor and ceiling', () => {
    expect([...adapter.adapt(seen([800, 1, 1], [1, 9, 1]), null).multipliers]).toEqual([0.1, 5, 1]);
  });

  test('warns in a run, and is repeated by hand from the norms of the step', () => {
    const events = runOf({ adapter: autoBalance({ target: 0.05, ratio: 2 }) });
    expect(events.flatMap(({ warnings }) => warnings)).not.toEqual([]);
    let multipliers = [1, 1, 1, 1, 1, 1];
    for (const { eta, weights } of events) {
      expect([...weights]).toEqual(multipliers.map((multiplier, t) => mixed.unit.weights[t]! * multiplier));
      const norms = mixed.termNorms(eta, { weights });
      multipliers = multipliers.map((weight, t) => (norms[t]! > 0.1 ? (weight * 0.05) / norms[t]! : weight));
    }
  });

  test('a floor above the ceiling is an error', () => {
    expect(codeOf(() => autoBalance({ floor: 3, ceiling: 2 }))).toBe('OPTION_INVALID');
  });
});

describe('CapCouplings', () => {
  test('keeps every row that couplings decide at or below the target, from the first step on', () => {
    holds(
      fc.property(specs(everyFamily, { powers: [1, 2, 3] }), real(0.5, 20), (spec, target) => {
        const { system, eta } = built(spec);
        const local = system.unit.weights.map((weight, t) => (system.terms[t]!.kind === 'local' ? weight : 0));
        const observer = (event: StepEvent): void => {
          const alone = system.rowBounds(event.eta, { weights: local });
          system.rowBounds(event.eta, { weights: event.weights }).forEach((row, i) => {
            if (alone[i]! < target) expect(row).toBeLessThanOrEqual(target * (1 + 1e-14));
          });
        };
        const method = descent({ search: fixedStep() });
        const stop = maxSteps({ steps: 4 });
        relax(system, eta, { method, adapter: capCouplings({ target }), stop, observers: [observer] });
      }),
    );
  });

  test('leaves the couplings whole where there is room, and local terms always', () => {
    const roomy = runOf({ adapter: capCouplings({ target: 1e6 }) }, 2);
    expect(roomy.every(({ weights }) => weights.every((weight, t) => weight === mixed.unit.weights[t]))).toBe(true);
    const [tight] = runOf({ adapter: capCouplings({ target: 8 }) }, 1) as [StepEvent];
    expect(tight.weights[0]).toBe(mixed.unit.weights[0]);
    expect(tight.facts['couplingScale']).toBeLessThan(1);
    expect(tight.weights[1]).toBeCloseTo(tight.facts['couplingScale']! * mixed.unit.weights[1]!, 14);
  });

  test('counts the rows that exceed the target by themselves', () => {
    const [event] = runOf({ adapter: capCouplings({ target: 1e-3 }) }, 1) as [StepEvent];
    expect(event.facts).toMatchObject({ rowsBeyondTarget: 6, couplingScale: 1 });
  });
});

describe('Clamped', () => {
  test("keeps the other adapter's multipliers in range and passes on the rest", () => {
    const inner = autoBalance({ target: 2, ratio: 3 });
    const adapter: WeightAdapter<null, 'termNorms'> = clamped({ adapter: inner, floor: 0.4, ceiling: 1.5 });
    const { multipliers, warnings } = adapter.adapt(seen([100, 1, 1], [1, 9, 1]), null);
    expect([...multipliers]).toEqual([0.4, 1.5, 1]);
    expect(warnings).toHaveLength(1);
    expect(adapter.needs).toEqual(['termNorms']);
  });

  test('takes over what the other adapter requires and when it acts', () => {
    const adapter = clamped({ adapter: capCouplings({ target: 8 }), floor: 0.9 });
    expect(adapter).toMatchObject({ requires: ['bounds'], atStart: true });
    const [event] = runOf({ adapter }, 1) as [StepEvent];
    expect(event.weights[1]).toBeCloseTo(0.9 * mixed.unit.weights[1]!, 14);
  });

  test('a floor above the ceiling is an error', () => {
    expect(codeOf(() => clamped({ adapter: autoBalance(), floor: 3, ceiling: 2 }))).toBe('OPTION_INVALID');
  });
});

test('schedule and adapter multiply', () => {
  const adapter = clamped({ adapter: autoBalance({ target: 1e9 }), ceiling: 0.5 });
  const events = runOf({ adapter, schedule: ramp({ start: 0.2, steps: 4 }) }, 3);
  expect(events[0]!.weights[1]).toBeCloseTo(1.5 * 0.2, 14);
  expect(events[1]!.weights[1]).toBeCloseTo(1.5 * 0.4 * 0.5, 14);
  expect(events[2]!.weights[0]).toBeCloseTo(0.8 * 0.5, 14);
});

test('energies of the terms are measured under the base weights, whatever the multipliers are', () => {
  const seenAt: Float64Array[] = [];
  const halving: WeightAdapter<null, 'termEnergies'> = {
    needs: ['termEnergies'],
    init: () => null,
    adapt({ termEnergies, multipliers }, state) {
      seenAt.push(Float64Array.from(termEnergies));
      return { multipliers: multipliers.map((multiplier) => multiplier / 2), state };
    },
  };
  const events = runOf({ adapter: halving }, 4).filter(({ accepted }) => accepted);
  expect(seenAt).toHaveLength(events.length);
  events.forEach(({ eta }, k) => expect([...seenAt[k]!]).toEqual([...mixed.termEnergies(eta, mixed.unit)]));
});

test('an adapter hears only of accepted steps', () => {
  let heard = 0;
  const counting: WeightAdapter = {
    needs: [],
    init: () => null,
    adapt: ({ multipliers }, state) => (heard++, { multipliers, state }),
  };
  const guard = {
    check: (task: { iteration: number }) =>
      task.iteration === 3 ? ({ accept: false, reason: 'no' } as const) : ({ accept: true } as const),
  };
  expect(runOf({ adapter: counting, guard })).toHaveLength(4);
  expect(heard).toBe(3);
});

describe('an adapter hears of refusals', () => {
  /** Doubles all multipliers, and halves them after refusals until they are 1. */
  const doubling: WeightAdapter<number, never> = {
    needs: [],
    init: () => 0,
    adapt: ({ multipliers }, state) => ({ multipliers: multipliers.map((m) => 2 * m), state }),
    refused: (multipliers, state) =>
      multipliers.every((m) => m <= 1)
        ? null
        : { multipliers: multipliers.map((m) => Math.max(1, m / 2)), state: state + 1 },
  };

  test('and a run goes on under what it gives, until it gives nothing', () => {
    let steps = 0;
    const guard = {
      check: () => (steps++ < 3 ? ({ accept: true } as const) : ({ accept: false, reason: 'no' } as const)),
    };
    const { weights, state, outcome } = relax(mixed, mixedStart, {
      method: descent({ search: fixedStep({ step: 1e-6 }) }),
      guard,
      adapter: doubling,
    });
    expect(outcome).toBe('refused');
    expect(state.adapter).toBe(3);
    expect(state.steps).toBe(3 + 3 + 1);
    mixed.terms.forEach(({ key }, t) => expect(weights[key]).toBe(mixed.unit.weights[t]));
  });
});

test('while the weights move, a limit on steps holds though another rule says converged', () => {
  const slow: WeightAdapter<null, never> = {
    needs: [],
    init: () => null,
    adapt: ({ multipliers }, state) => ({ multipliers: multipliers.map((m) => 1.0001 * m), state }),
  };
  const near = defineStop({
    name: 'Near',
    meaning: 'converged after the first step',
    options: {},
    make: () => ({
      init: () => null,
      check: ({ steps: taken }, state: null) => ({
        state,
        verdict: taken > 0 ? { reason: 'near', converged: true } : null,
      }),
    }),
  });
  const { outcome, steps } = relax(mixed, mixedStart, {
    method: descent({ search: fixedStep({ step: 1e-6 }) }),
    stop: anyOf({ of: [near(), maxSteps({ steps: 7 })] }),
    adapter: slow,
  });
  expect([outcome, steps]).toEqual(['stopped', 7]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GradientSummary, type RatioGateOptions, energyGating, gradientRatioGate } from '../../src/index.js';
import { layer, network, plainNetwork, wildNetwork } from './layers.js';

const host = network('host', layer('linear', 100, 10));
/** A seed whose ratio to the host is given. */
const seedOf = (ratio: number, blueprint = 'mlp') => network(blueprint, layer('linear', 4, 2 * ratio));

/** All decisions of a gate on one seed. */
function decisions(options: RatioGateOptions, ...seeds: readonly GradientSummary[]) {
  const gate = gradientRatioGate(options);
  let state = gate.init();
  return seeds.map((seed) => {
    const next = gate.decide(seed, host, state);
    state = next.state;
    return next.decision;
  });
}

test('a seed passes from the threshold on', () => {
  const [at, below] = [seedOf(0.5), seedOf(0.49)].map((seed) => decisions({ threshold: 0.5 }, seed)[0]!);
  expect(at).toEqual({
    blueprint: 'mlp',
    ratio: 0.5,
    status: 'measured',
    average: 0.5,
    threshold: 0.5,
    pass: true,
    reason: 'The ratio 0.5 is not below 0.5.',
  });
  expect(below).toMatchObject({ pass: false, reason: 'The ratio 0.49 is below 0.5.' });
});

test('the average is an exponential one, without the pull to 0 of its beginning', () => {
  const found = decisions({ decay: 0.75 }, seedOf(1), seedOf(2), seedOf(4)).map(({ average }) => average);
  expect(found[0]).toBe(1);
  expect(found[1]).toBeCloseTo((0.75 * 1 + 2) / 1.75, 14);
  expect(found[2]).toBeCloseTo((0.75 ** 2 * 1 + 0.75 * 2 + 4) / (0.75 ** 2 + 1.75), 14);
  expect(decisions({ decay: 0 }, seedOf(1), seedOf(2)).map(({ average }) => average)).toEqual([1, 2]);
});

test('the gate decides by the average, and a steady ratio stays what it is', () => {
  const options = { threshold: 0.5, decay: 0.9 };
  expect(decisions(options, seedOf(1), seedOf(0.1))[1]).toMatchObject({ ratio: 0.1, pass: true });
  expect(decisions(options, seedOf(0.1), seedOf(1))[1]!.average).toBeCloseTo((0.09 + 1) / 1.9, 14);
  for (const { average } of decisions(options, ...Array.from({ length: 50 }, () => seedOf(0.3)))) {
    expect(average).toBeCloseTo(0.3, 14);
  }
});

test('a step without a ratio does not pass and leaves the average alone', () => {
  const found = decisions({}, seedOf(1), network('mlp', layer('linear', 4, NaN)), seedOf(3));
  expect(found[1]).toMatchObject({ ratio: 0, status: 'seedInvalid', average: 1, pass: false });
  expect(found[2]!.average).toBe(decisions({}, seedOf(1), seedOf(3))[1]!.average);
});

test('a seed whose gradient has always been 0 does not pass, though the threshold be 0', () => {
  const found = decisions({ threshold: 0 }, seedOf(0), network('noop'), seedOf(1e-6));
  expect(found.map(({ pass }) => pass)).toEqual([false, false, true]);
  expect(found[0]!.reason).toBe('The gradient of the seed has vanished.');
});

test.each([
  [network('noop'), host, 'The seed has no parameters.'],
  [network('mlp', layer('linear', 1, NaN)), host, 'A gradient of the seed is not finite.'],
  [seedOf(1), network('host'), 'The host has no parameters.'],
  [seedOf(1), network('host', layer('linear', 1, Infinity)), 'A gradient of the host is not finite.'],
  [seedOf(1), network('host', layer('linear', 1, 0)), 'The gradient of the host has vanished.'],
])('what has no ratio is refused with a reason: %#', (seed, other, reason) => {
  const gate = gradientRatioGate();
  expect(gate.decide(seed, other, gate.init()).decision).toMatchObject({ pass: false, reason });
});

test('a blueprint with a threshold of its own is held to that, any other to the common one', () => {
  const gate = gradientRatioGate({ threshold: 0.2, thresholds: { conv: 0.6 } });
  expect(['conv', 'mlp', 'constructor', '__proto__'].map(gate.thresholdOf)).toEqual([0.6, 0.2, 0.2, 0.2]);
  expect(gate.decide(seedOf(0.4, 'conv'), host, gate.init()).decision.pass).toBe(false);
  expect(gate.decide(seedOf(0.4, 'mlp'), host, gate.init()).decision.pass).toBe(true);
});

test('states are plain data: a run goes on from JSON with the same bits, and what was given is not changed', () => {
  fc.assert(
    fc.property(fc.array(plainNetwork, { minLength: 2, maxLength: 20 }), (seeds) => {
      const gate = gradientRatioGate();
      let [state, resumed] = [gate.init(), gate.init()];
      for (const seed of seeds) {
        const before = JSON.stringify(state);
        const next = gate.decide(seed, host, state);
        expect(JSON.stringify(state)).toBe(before);
        expect(gate.decide(seed, host, resumed)).toEqual(next);
        state = next.state;
        resumed = JSON.parse(JSON.stringify(next.state)) as typeof resumed;
      }
    }),
    { seed: 5 },
  );
});

test('whatever the gradients, every number of a decision is finite and the average stays in [0, cap]', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(wildNetwork, wildNetwork), { maxLength: 10 }), (steps) => {
      const gate = gradientRatioGate({ ratio: 'perLayerType', cap: 10, vanishing: 0 });
      let state = gate.init();
      for (const [seed, other] of steps) {
        const next = gate.decide(seed, other, state);
        state = next.state;
        const { ratio, average, threshold } = next.decision;
        expect([ratio, average, threshold].every((value) => value >= 0 && value <= 10 * (1 + 1e-15))).toBe(true);
        expect([state.sum, state.weight].every(Number.isFinite)).toBe(true);
      }
    }),
    { seed: 6, numRuns: 2000 },
  );
});

test('options out of range are refused when the gate is made', () => {
  const wrong: RatioGateOptions[] = [
    { threshold: -1 },
    { thresholds: { mlp: NaN } },
    { cap: 0 },
    { vanishing: -1 },
    { decay: 1 },
    { threshold: 11 },
    { cap: 0.05 },
    { thresholds: { mlp: 11 } },
  ];
  for (const options of wrong) expect(() => gradientRatioGate(options)).toThrow('OPTION_INVALID');
  // @ts-expect-error -- no such ratio
  expect(() => gradientRatioGate({ ratio: 'cubeRoot' })).toThrow('OPTION_INVALID');
  // @ts-expect-error -- no such option
  expect(() => gradientRatioGate({ treshold: 1 })).toThrow('Did you mean "threshold"?');
});

test('as the gain of an energy gate whose cost is the threshold, the average opens it where the seed passes', () => {
  const { options } = energyGating({ cost: 0.5, straightThrough: true });
  for (const ratio of [0.01, 0.3, 0.49, 0.51, 0.8, 9]) {
    const [decision] = decisions({ threshold: 0.5 }, seedOf(ratio));
    expect(energyGating.family.eta({ gain: decision!.average }, options)).toBe(Number(decision!.pass));
  }
});

import { describe, expect, test } from 'vitest';
import {
  type CompiledSystem,
  compile,
  dampedGateBenefit,
  defineSystem,
  descent,
  dot,
  fixedStep,
  landau,
  maxSteps,
  norm,
  relax,
  tangentNoise,
} from '../../../src/index.js';
import { taskAt } from '../../support/task.js';
import { mixed, mixedStart } from '../../support/mixed.js';

type Noise = ReturnType<typeof tangentNoise>;
type V = Readonly<Float64Array>;

/** The noise at a point, and the gradient there. */
function drawn(noise: Noise, system: CompiledSystem, eta: V, given: { iteration?: number; seed?: number } = {}) {
  const { task, from } = taskAt(system, eta, given);
  const gradient = task.gradient(from);
  return { ...noise.noise(task, { from, gradient, tries: 0 }, noise.init(system.size)), gradient };
}

const kinds = {
  euclidean: {},
  metric: { projection: 'metric' },
  'metric by the diagonal': { projection: 'metric', precision: 'diagonal' },
  weighted: { weighting: 'precision' },
  'metric and weighted': { projection: 'metric', weighting: 'precision' },
} as const;

describe('the noise is orthogonal to the gradient', () => {
  test.each(Object.entries(kinds))('%s', (_name, options) => {
    for (let seed = 0; seed < 20; seed++) {
      const { add, gradient } = drawn(tangentNoise({ magnitude: 1, ...options }), mixed, mixedStart, { seed });
      expect(Math.abs(dot(add!, gradient))).toBeLessThanOrEqual(1e-12 * norm(gradient));
    }
  });

  test.each(Object.entries(kinds))('also where a row has no bound: %s', (_name, options) => {
    const gate = dampedGateBenefit({ etaPower: 1.5, signal: 's' });
    const closed = compile(
      defineSystem({
        modules: { gate: landau({ h: 0.4 }), x: landau(), y: landau({ a: 2 }) },
        couplings: [{ use: gate, between: ['gate', 'x'] }],
        signals: { s: 0.1 },
      }),
    );
    for (let seed = 0; seed < 20; seed++) {
      const noise = tangentNoise({ magnitude: 1, ...options });
      const { add, gradient } = drawn(noise, closed, Float64Array.of(0, 0.5, 0.3), { seed });
      expect(gradient[0]).toBe(-0.4);
      expect(Math.abs(dot(add!, gradient))).toBeLessThanOrEqual(1e-12 * norm(gradient));
    }
  });
});

test('its length is the magnitude times the decay to the power of the iteration', () => {
  for (const iteration of [0, 1, 7]) {
    const { add, facts } = drawn(tangentNoise({ magnitude: 0.2, decay: 0.9 }), mixed, mixedStart, { iteration });
    const length = 0.2 * 0.9 ** iteration;
    expect(norm(add!)).toBeCloseTo(length, 14);
    expect(facts).toEqual({ noise: length, noiseScale: 1 });
  }
});

test('it depends on seed and iteration alone', () => {
  const at = (seed: number, iteration: number) => drawn(tangentNoise(), mixed, mixedStart, { seed, iteration }).add;
  expect(at(3, 2)).toEqual(at(3, 2));
  expect(at(4, 2)).not.toEqual(at(3, 2));
  expect(norm(at(3, 3)!.map((x, i) => x - at(3, 2)![i]!))).toBeGreaterThan(1e-3);
});

test('weighting by precision moves stiff modules less', () => {
  const stiff = compile(defineSystem({ modules: { stiff: landau({ a: 100, b: 0 }), x: landau(), y: landau() } }));
  const share = (options: object): number => {
    let total = 0;
    for (let seed = 0; seed < 50; seed++) {
      total += Math.abs(
        drawn(tangentNoise({ magnitude: 1, ...options }), stiff, new Float64Array(3), { seed }).add![0]!,
      );
    }
    return total / 50;
  };
  expect(share({ weighting: 'precision' })).toBeLessThan(0.5 * share({}));
});

test('there is none once it has faded, or where the gradient leaves no room', () => {
  const faded = drawn(tangentNoise({ magnitude: 1e-3, decay: 0.1 }), mixed, mixedStart, { iteration: 9 });
  expect(faded.add).toBeNull();
  expect(faded.facts).toEqual({ noise: 0, noiseScale: 1 });
  const single = compile(defineSystem({ modules: { only: landau() } }));
  expect(drawn(tangentNoise(), single, Float64Array.of(0.5))).toMatchObject({ add: null, facts: { noise: 0 } });
});

describe('the automatic scale', () => {
  const plane = compile(defineSystem({ modules: { x: landau({ a: 1, b: 0 }), y: landau({ a: 1, b: 0 }) } }));
  const only = { stall: 0, backtracks: 0, rotation: 0, automatic: true };

  /** The scale of the second step from `before` to `now`, on η_x² + η_y². */
  function scaleOf(options: object, before: V, now: V, tries = 0): number {
    const noise = tangentNoise({ ...only, ...options });
    const [first, second] = [taskAt(plane, before), taskAt(plane, now, { iteration: 1 })];
    const seen = { from: first.from, gradient: first.task.gradient(first.from), tries: 0 };
    const { state } = noise.noise(first.task, seen, noise.init(2));
    const next = { from: second.from, gradient: second.task.gradient(second.from), tries };
    return noise.noise(second.task, next, state).facts['noiseScale']!;
  }

  test('grows with the stall: 1 - 10 · relative fall, at least 0', () => {
    const before = Float64Array.of(0.6, 0.8); // energy 1
    const after = (energy: number): V => before.map((x) => x * Math.sqrt(energy));
    expect(scaleOf({ stall: 0.5 }, before, before)).toBeCloseTo(0.5, 14);
    expect(scaleOf({ stall: 0.5 }, before, after(0.96))).toBeCloseTo(0.5 * 0.6, 13);
    expect(scaleOf({ stall: 0.5 }, before, after(0.5))).toBe(0);
    expect(scaleOf({ stall: 0.5 }, after(0.5), before)).toBeCloseTo(0.5, 14);
  });

  test('grows where the search had to shorten its step', () => {
    const at = Float64Array.of(0.6, 0.8);
    expect(scaleOf({ backtracks: 0.2 }, at, at, 3)).toBe(0.2);
    expect(scaleOf({ backtracks: 0.2 }, at, at, 0)).toBe(0);
  });

  test('grows with the turning of the gradient: (1 - cos) / 2', () => {
    const turned = scaleOf({ rotation: 0.3 }, Float64Array.of(0.5, 0), Float64Array.of(0, 0.5));
    expect(turned).toBeCloseTo(0.3 * 0.5, 14);
    expect(scaleOf({ rotation: 0.3 }, Float64Array.of(0.5, 0), Float64Array.of(0.2, 0))).toBeCloseTo(0, 14);
  });

  test('lies between its least value and 1', () => {
    const at = Float64Array.of(0.6, 0.8);
    expect(scaleOf({ least: 0.25 }, at, at)).toBe(0.25);
    expect(scaleOf({ stall: 3 }, at, at)).toBe(1);
  });

  test('hears nothing but what happened before the first step', () => {
    expect(drawn(tangentNoise({ automatic: true }), mixed, mixedStart).facts['noiseScale']).toBe(0);
  });

  test('compares energies under the weights of the step alone', () => {
    const noise = tangentNoise({ ...only, stall: 1 });
    const at = Float64Array.of(0.6, 0.8);
    const [light, heavy] = [1, 5].map((weight) => taskAt(plane, at, { env: { weights: Float64Array.of(weight) } }));
    const seenAt = ({ task, from }: ReturnType<typeof taskAt>) => ({ from, gradient: task.gradient(from), tries: 0 });
    const { state } = noise.noise(heavy!.task, seenAt(heavy!), noise.init(2));
    expect(noise.noise(light!.task, seenAt(light!), state).facts['noiseScale']).toBe(1);
  });
});

test('in a run it is added to the step, and clipped into the box', () => {
  const plan = { stop: maxSteps({ steps: 5 }), seed: 2 };
  const plain = relax(mixed, mixedStart, { ...plan, method: descent({ search: fixedStep() }) });
  const explore = tangentNoise({ magnitude: 2, decay: 1 });
  const noisy = relax(mixed, mixedStart, { ...plan, method: descent({ search: fixedStep(), explore }) });
  expect(noisy.vector).not.toEqual(plain.vector);
  expect(noisy.vector.some((eta) => eta === 0 || eta === 1)).toBe(true);
  expect(noisy.vector.every((eta) => eta >= 0 && eta <= 1)).toBe(true);
});

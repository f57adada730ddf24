import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RatioName, type RatioOptions, gradientRatio } from '../../src/index.js';
import { layer, network, plainNetwork, random, wildNetwork } from './layers.js';

const names: readonly RatioName[] = ['sqrtParameters', 'perParameter', 'perLayerType'];
const seed = network('mlp', layer('linear', 4, 6, 8), layer('norm', 5, 8, 10));
const host = network('host', layer('linear', 64, 3, 20), layer('norm', 80, 4, 52));

test("sqrtParameters is today's formula", () => {
  fc.assert(
    fc.property(plainNetwork, plainNetwork, (one, other) => {
      const norm = (of: typeof one): number => Math.hypot(...of.layers.map((x) => x.norm));
      const size = (of: typeof one): number => of.layers.reduce((sum, x) => sum + x.count, 0);
      const expected = (norm(one) / norm(other)) * Math.sqrt(size(other) / size(one));
      const { ratio } = gradientRatio(one, other, { cap: Infinity });
      expect(ratio / expected).toBeCloseTo(1, 12);
    }),
    { seed: 1 },
  );
});

test('each ratio by hand', () => {
  expect(gradientRatio(seed, host)).toEqual({ ratio: 10 / 3 / (5 / 12), status: 'measured' });
  expect(gradientRatio(seed, host, { ratio: 'perParameter' }).ratio).toBeCloseTo(18 / 9 / (72 / 144), 14);
  const [linear, norm] = [6 / 2 / (3 / 8), 8 / Math.sqrt(5) / (4 / Math.sqrt(80))];
  const expected = Math.sqrt((4 * linear ** 2 + 5 * norm ** 2) / 9);
  expect(gradientRatio(seed, host, { ratio: 'perLayerType' }).ratio).toBeCloseTo(expected, 13);
});

test('perLayerType measures by the whole host where that has no such layer, or only vanished ones', () => {
  const attention = network('attention', layer('attention', 4, 6));
  const vanished = network('host', ...host.layers, layer('attention', 16, 1e-9));
  const all = (of: typeof host): number => gradientRatio(attention, of, { ratio: 'sqrtParameters' }).ratio;
  expect(gradientRatio(attention, host, { ratio: 'perLayerType' }).ratio).toBeCloseTo(all(host), 14);
  expect(gradientRatio(attention, vanished, { ratio: 'perLayerType' }).ratio).toBeCloseTo(all(vanished), 14);
  const awake = network('host', ...host.layers, layer('attention', 16, 6));
  expect(gradientRatio(attention, awake, { ratio: 'perLayerType' }).ratio).toBeCloseTo(2, 14);
});

test('perLayerType is sqrtParameters where all layers are of one type', () => {
  const one = (of: typeof seed) => network(of.blueprint, ...of.layers.map((x) => ({ ...x, type: 'linear' })));
  fc.assert(
    fc.property(plainNetwork, plainNetwork, (a, b) => {
      const [by, today] = (['perLayerType', 'sqrtParameters'] as const).map(
        (ratio) => gradientRatio(one(a), one(b), { ratio, cap: Infinity }).ratio,
      );
      expect(by! / today!).toBeCloseTo(1, 12);
    }),
    { seed: 2 },
  );
});

test.each(names)('%s does not depend on the scale of the loss, nor on how layers are split into arrays', (ratio) => {
  const scaled = (of: typeof seed, by: number) =>
    network(of.blueprint, ...of.layers.map((x) => ({ ...x, norm: by * x.norm, sumAbs: by * x.sumAbs })));
  const split = (of: typeof seed) =>
    network(
      of.blueprint,
      ...of.layers.flatMap((x) => {
        const half = { ...x, count: x.count / 2, norm: x.norm / Math.SQRT2, sumAbs: x.sumAbs / 2 };
        return x.count === 1 ? [x] : [half, half];
      }),
    );
  fc.assert(
    fc.property(plainNetwork, plainNetwork, fc.double({ min: 1e-2, max: 1e100, noNaN: true }), (a, b, by) => {
      const options: RatioOptions = { ratio, cap: Infinity };
      const expected = gradientRatio(a, b, options).ratio;
      expect(gradientRatio(scaled(a, by), scaled(b, by), options).ratio / expected).toBeCloseTo(1, 12);
      expect(gradientRatio(split(a), split(b), options).ratio / expected).toBeCloseTo(1, 12);
    }),
    { seed: 3 },
  );
});

test.each([
  [10, 10],
  [100_000, 1000],
  [30, 100_000],
  [100_000, 100_000],
])('of normal gradients of %i and %i parameters the ratio is 1 up to the noise of such sizes', (seeds, hosts) => {
  const error = Math.sqrt(1 / (2 * seeds) + 1 / (2 * hosts));
  for (const ratio of names) {
    for (let draw = 0; draw < 3; draw++) {
      const found = gradientRatio(random('mlp', seeds, 1, draw), random('host', hosts, 2, draw), { ratio }).ratio;
      expect(Math.abs(Math.log(found))).toBeLessThan(4 * error);
    }
  }
});

test('of normal gradients the squared ratio follows the F distribution: its mean is n / (n - 2) of the host, whatever the seed', () => {
  const [hosts, draws] = [50, 2000];
  for (const seeds of [1, 8, 64]) {
    let mean = 0;
    for (let draw = 0; draw < draws; draw++) {
      const found = gradientRatio(random('mlp', seeds, 3, draw), random('host', hosts, 4, draw), { cap: Infinity });
      mean += found.ratio ** 2 / draws;
    }
    const expected = hosts / (hosts - 2);
    // The variance of F(m, n): 2 n² (m + n - 2) / (m (n - 2)² (n - 4)).
    const variance = (2 * expected ** 2 * (seeds + hosts - 2)) / (seeds * (hosts - 4));
    expect(Math.abs(mean - expected)).toBeLessThan(3 * Math.sqrt(variance / draws));
  }
});

test('gradients of unequal magnitude are where the formula fails: it tells layers apart that are equally active', () => {
  const uneven = network('host', layer('linear', 100, 10), layer('norm', 100, 0.1));
  const active = (type: string, norm: number) => network('seed', layer(type, 25, norm));
  const [linear, norm] = [active('linear', 5), active('norm', 0.05)];
  expect(gradientRatio(linear, uneven).ratio / gradientRatio(norm, uneven).ratio).toBeCloseTo(100, 12);
  for (const one of [linear, norm])
    expect(gradientRatio(one, uneven, { ratio: 'perLayerType' }).ratio).toBeCloseTo(1, 14);
});

const nothing = network('noop');
test.each([
  ['a no-op seed', nothing, host, 'seedEmpty'],
  ['a seed of layers without parameters', network('noop', layer('linear', 0, 0)), host, 'seedEmpty'],
  ['a seed whose count is not known', network('mlp', layer('linear', NaN, 1)), host, 'seedEmpty'],
  ['a seed and a host without parameters', nothing, nothing, 'seedEmpty'],
  ['a seed with NaN', network('mlp', layer('linear', 4, NaN)), host, 'seedInvalid'],
  ['a seed that overflowed', network('mlp', layer('linear', 4, Infinity)), host, 'seedInvalid'],
  ['a seed with a sum below 0', network('mlp', layer('linear', 4, 1, -1)), host, 'seedInvalid'],
  ['a seed with NaN and a host without parameters', network('mlp', layer('linear', 4, NaN)), nothing, 'seedInvalid'],
  ['a host without parameters', seed, nothing, 'hostEmpty'],
  ['a host with NaN', seed, network('host', layer('linear', 4, 1, NaN)), 'hostInvalid'],
  ['a host with a gradient of 0', seed, network('host', layer('linear', 4, 0)), 'hostVanished'],
  ['a host below the norm that counts', seed, network('host', layer('linear', 4, 0.9e-8)), 'hostVanished'],
  ['a seed with a gradient of 0', network('mlp', layer('linear', 4, 0)), host, 'seedVanished'],
] as const)('%s has the ratio 0 and says why', (_name, one, other, status) => {
  for (const ratio of names) expect(gradientRatio(one, other, { ratio })).toEqual({ ratio: 0, status });
});

test('a layer without parameters counts for nothing, whatever its numbers', () => {
  const more = network('mlp', ...seed.layers, layer('linear', 0, NaN));
  for (const ratio of names) expect(gradientRatio(more, host, { ratio })).toEqual(gradientRatio(seed, host, { ratio }));
});

test('a ratio above the cap is the cap', () => {
  const loud = network('mlp', layer('linear', 1, 1e300), layer('norm', 1, Number.MAX_VALUE));
  const quiet = network('host', layer('linear', 1, 1e-7), layer('norm', 1, 1e-7));
  for (const ratio of names) expect(gradientRatio(loud, quiet, { ratio })).toEqual({ ratio: 10, status: 'capped' });
  expect(gradientRatio(seed, host, { cap: 3 })).toEqual({ ratio: 3, status: 'capped' });
});

test('whatever the numbers, the ratio is in [0, cap]', () => {
  const seen = new Set<string>();
  const options = fc.record({
    ratio: fc.constantFrom(...names),
    cap: fc.constantFrom(1e-3, 10, 1e300),
    vanishing: fc.constantFrom(0, 1e-8, 1e300),
  });
  fc.assert(
    fc.property(
      fc.oneof(wildNetwork, plainNetwork),
      fc.oneof(wildNetwork, plainNetwork),
      options,
      (one, other, given) => {
        const { ratio, status } = gradientRatio(one, other, given);
        seen.add(status);
        expect(ratio >= 0 && ratio <= given.cap).toBe(true);
        if (status !== 'measured' && status !== 'capped') expect(ratio).toBe(0);
      },
    ),
    { seed: 4, numRuns: 5000 },
  );
  expect(seen.size).toBe(8);
});

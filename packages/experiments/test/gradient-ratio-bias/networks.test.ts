import { expect, test } from 'vitest';
import { adam } from '../../src/gradient-ratio-bias/adam.js';
import { attention } from '../../src/gradient-ratio-bias/attention.js';
import { blueprints } from '../../src/gradient-ratio-bias/blueprints.js';
import { chain, residual } from '../../src/gradient-ratio-bias/chain.js';
import { convolution } from '../../src/gradient-ratio-bias/convolution.js';
import { hosts } from '../../src/gradient-ratio-bias/hosts.js';
import { type Layer, parameter } from '../../src/gradient-ratio-bias/layer.js';
import { layerNorm } from '../../src/gradient-ratio-bias/layer-norm.js';
import { linear } from '../../src/gradient-ratio-bias/linear.js';
import { opening } from '../../src/gradient-ratio-bias/opening.js';
import { tanh } from '../../src/gradient-ratio-bias/tanh.js';
import { INPUTS, LENGTH, WIDTH, drawing, task } from '../../src/gradient-ratio-bias/task.js';
import { batch, differentiate, incubate, lossOf } from '../../src/gradient-ratio-bias/training.js';
import { difference, gradientError, places, stirred } from './differences.js';

const draw = drawing(7, 0);
/** Two sequences of normal tokens. */
const tokens = (width: number): Float64Array => new Float64Array(2 * LENGTH * width).map(draw);

const layers: Readonly<Record<string, readonly [Layer, number]>> = {
  linear: [linear(3, 5, draw), 3],
  tanh: [tanh, 4],
  convolution: [convolution(3, 2, LENGTH, draw), 3],
  attention: [attention(4, 3, LENGTH, draw, false), 4],
  'layer norm': [layerNorm(6), 6],
  opening: [opening(layerNorm(6)), 6],
  'chain of residuals': [chain(residual(linear(4, 4, draw)), tanh, residual(linear(4, 4, draw))), 4],
  'plain host': [chain(hosts.plain(draw).before, hosts.plain(draw).after), INPUTS],
  'mixed host': [chain(hosts.mixed(draw).before, hosts.mixed(draw).after), INPUTS],
  ...Object.fromEntries(
    Object.entries(blueprints).map(([name, build]) => [`seed ${name}`, [build(draw), WIDTH] as const]),
  ),
};

test.each(Object.keys(layers))('the gradients of %s are its central differences', (name) => {
  const [layer, width] = layers[name]!;
  const input = tokens(width);
  expect(gradientError(stirred(layer, 3), input)).toBeLessThan(1e-7);
});

test('a gradient that is wrong is found', () => {
  const wrong: Layer = {
    parameters: [],
    forward: (input) => ({ output: tanh.forward(input).output, back: (gradient) => gradient }),
  };
  expect(gradientError(wrong, tokens(4))).toBeGreaterThan(0.1);
});

test('layers compute what their formulas say', () => {
  const [weight, bias] = [linear(2, 1, draw), linear(2, 1, draw)].map((one) => one.parameters[0]!.value);
  expect(weight).not.toEqual(bias);
  const norm = layerNorm(4).forward(Float64Array.of(1, 2, 3, 4)).output;
  expect([...norm].map((x) => x * Math.sqrt(1.25 + 1e-5))).toEqual(
    [-1.5, -0.5, 0.5, 1.5].map((x) => expect.closeTo(x, 12) as number),
  );
  // Queries and keys of 0: every token of a sequence gets the mean of its values, and none of another sequence's.
  const even = attention(2, 1, 3, draw, false);
  const [mix, , out] = even.parameters.map(({ value }) => value);
  mix!.set([0, 0, 1, 0, 0, 0]);
  out!.set([1, 0]);
  const { output } = even.forward(Float64Array.of(3, 0, 6, 0, 9, 0, 1, 0, 1, 0, 4, 0));
  expect([...output].filter((_, i) => i % 2 === 0)).toEqual(
    [6, 6, 6, 2, 2, 2].map((x) => expect.closeTo(x, 12) as number),
  );
});

test('a convolution sees both neighbours, zeros beyond the ends, and nothing of the next sequence', () => {
  const layer = convolution(1, 1, 3, draw);
  layer.parameters[0]!.value.set([100, 10, 1]);
  expect([...layer.forward(Float64Array.of(1, 2, 3, 4, 5, 6)).output]).toEqual([12, 123, 230, 45, 456, 560]);
});

test.each(Object.entries(blueprints))('a seed of %s adds nothing before it has learnt', (_name, build) => {
  expect(
    build(draw)
      .forward(tokens(WIDTH))
      .output.every((y) => y === 0),
  ).toBe(true);
});

test('incubated seeds see what a change of their output does to the loss, and the host learns as if alone', () => {
  const host = hosts.mixed(drawing(1, 3));
  const seeds = [blueprints.attention, blueprints.conv].map((build) => stirred(build(drawing(1, 4)), 5));
  const whole = chain(host.before, host.after);
  const examples = batch(task(1)(32, 1), INPUTS, 1, 0);
  incubate(host, seeds, examples);
  const felt = whole.parameters.map(({ gradient }) => gradient.slice());
  for (const { gradient } of whole.parameters) gradient.fill(0);
  differentiate(whole, examples);
  expect(whole.parameters.map(({ gradient }) => gradient)).toEqual(felt);
  const inside = host.before.forward(examples.inputs).output;
  for (const seed of seeds) {
    const still = seed.forward(inside).output;
    const loss = (): number => {
      const moved = seed.forward(inside).output.map((y, i) => inside[i]! + y - still[i]!);
      return lossOf(host.after.forward(moved).output, examples.targets);
    };
    for (const { value, gradient } of seed.parameters) {
      for (const i of places(value.length, 1)) expect(gradient[i]!).toBeCloseTo(difference(loss, value, i), 8);
    }
  }
});

test('an optimiser takes the steps of Adam, and clears the gradients', () => {
  const one = parameter('linear', Float64Array.of(1, 2));
  const learn = adam([one], 0.1);
  one.gradient.set([0.5, -4]);
  learn();
  expect([...one.value]).toEqual([expect.closeTo(0.9, 7), expect.closeTo(2.1, 7)]);
  expect([...one.gradient]).toEqual([0, 0]);
  one.gradient.set([0, -4]);
  learn();
  const [mean, square] = [(0.9 * 0.1 * 0.5) / (1 - 0.9 ** 2), (0.999 * 0.001 * 0.25) / (1 - 0.999 ** 2)];
  expect(one.value[0]).toBeCloseTo(0.9 - (0.1 * mean) / Math.sqrt(square), 7);
  expect(one.value[1]).toBeCloseTo(2.2, 7);
});

test('a task has targets of variance near 1, the same for the same seed and stream', () => {
  const { inputs, targets } = task(3)(512, 1);
  expect(inputs.length).toBe(targets.length * INPUTS);
  const square = targets.reduce((sum, y) => sum + y * y, 0) / targets.length;
  expect(square).toBeGreaterThan(0.3);
  expect(square).toBeLessThan(1.5);
  expect(task(3)(512, 1).targets).toEqual(targets);
  expect(task(3)(512, 2).targets).not.toEqual(targets);
});

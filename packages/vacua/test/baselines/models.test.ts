import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  fitForest,
  fitGraph,
  fitLogistic,
  fitMajority,
  fitMlp,
  type Model,
  type NodeGraph,
  predict,
  scoresOf,
  shuffledLabels,
} from '../../src/index.js';
import { clouds } from '../support/clouds.js';
import { errorCode } from '../support/error-code.js';

const train = clouds(240, 1);
const held = clouds(240, 2);

const fits = {
  logistic: (labels: readonly number[]): Model => fitLogistic(train.rows, labels, 3),
  forest: (labels: readonly number[]): Model => fitForest(train.rows, labels, 3, { trees: 30 }),
  mlp: (labels: readonly number[]): Model => fitMlp(train.rows, labels, 3, { hidden: [16], epochs: 30 }),
};

test.each(Object.keys(fits) as (keyof typeof fits)[])(
  '%s tells clouds apart, and nothing where labels are dealt out',
  (name) => {
    const accuracy = (from: readonly number[], to: readonly number[]): number =>
      scoresOf(predict(fits[name](from), held), to).accuracy;
    expect(accuracy(train.labels, held.labels)).toBeGreaterThan(0.93);
    // Both sides are dealt out: else a whole cloud would be right or wrong by the luck of one class.
    const dealt = accuracy(shuffledLabels(train.labels, 1), shuffledLabels(held.labels, 2));
    expect(Math.abs(dealt - 1 / 3)).toBeLessThan(0.12);
  },
);

test.each(Object.keys(fits) as (keyof typeof fits)[])('%s is plain data, the same for the same seed', (name) => {
  const model = fits[name](train.labels);
  expect(fits[name](train.labels)).toEqual(model);
  const read = JSON.parse(JSON.stringify(model)) as Model;
  expect(predict(read, held)).toEqual(predict(model, held));
});

test('the logistic minimum has gradient 0: class by class the probabilities add up to the counts', () => {
  const p = predict(fitLogistic(train.rows, train.labels, 3), train);
  for (const c of [0, 1, 2]) expect(p.reduce((sum, row) => sum + row[c]!, 0)).toBeCloseTo(80, 3);
});

test('the logistic fit does not see the order of the rows, nor scales and shifts of features', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      fc.double({ min: -50, max: 50, noNaN: true }),
      (a, b) => {
        const moved = train.rows.map(([x, ...rest]) => [a * x! + b, ...rest]).reverse();
        const model = fitLogistic(moved, [...train.labels].reverse(), 3);
        const there = predict(model, { rows: held.rows.map(([x, ...rest]) => [a * x! + b, ...rest]) });
        const here = predict(fitLogistic(train.rows, train.labels, 3), held);
        for (const [i, row] of here.entries())
          for (const [c, p] of row.entries()) expect(there[i]![c]).toBeCloseTo(p, 4);
      },
    ),
    { numRuns: 10, seed: 1 },
  );
});

test('a forest of fully grown trees on all features repeats its training labels where no rows are alike', () => {
  const model = fitForest(train.rows, train.labels, 3, { trees: 200, tried: 4 });
  expect(scoresOf(predict(model, train), train.labels).accuracy).toBe(1);
});

test('the majority predicts the shares of the training side', () => {
  expect(predict(fitMajority([0, 1, 1, 1], 3), { rows: [[1], [2]] })).toEqual([
    [0.25, 0.75, 0],
    [0.25, 0.75, 0],
  ]);
});

/** Cycles of as many 0 and 1: alternating, or one run of each. The bags are equal. */
const cycles = (edges: boolean): { graphs: NodeGraph[]; labels: number[] } => {
  const labels = Array.from({ length: 60 }, (_, i) => i % 2);
  const graphs = labels.map((label, i) => {
    const half = 2 + ((i % 10) >> 1);
    const values = Array.from({ length: 2 * half }, (_, k) => (label === 0 ? k % 2 : Number(k < half)));
    return { values, edges: edges ? values.map((_, k) => [k, (k + 1) % values.length] as const) : [] };
  });
  return { graphs, labels };
};

test('messages along edges tell orders apart whose bags are equal; without edges nothing does', () => {
  const [accuracy, blind] = [true, false].map((edges) => {
    const { graphs, labels } = cycles(edges);
    const model = fitGraph(graphs, labels, 2, { hidden: 8, rounds: 2, epochs: 60 });
    return scoresOf(predict(model, { rows: [], graphs }), labels).accuracy;
  });
  expect(accuracy).toBe(1);
  expect(blind).toBe(0.5);
});

test('a graph model does not see where a cycle begins, or in which direction it runs', () => {
  const { graphs, labels } = cycles(true);
  const model = fitGraph(graphs, labels, 2, { hidden: 4, epochs: 5 });
  const turned = graphs.map(({ values, edges }) => ({
    values: [...values.slice(3), ...values.slice(0, 3)].reverse(),
    edges,
  }));
  const [here, there] = [graphs, turned].map((of) => predict(model, { rows: [], graphs: of }));
  for (const [i, row] of here!.entries()) expect(there![i]![0]).toBeCloseTo(row[0]!, 12);
});

test('bad rows, labels and graphs are told before anything is fitted', () => {
  expect(errorCode(() => fitLogistic([[1], [2, 3]], [0, 1], 2))).toBe('INPUT_INVALID');
  expect(errorCode(() => fitForest([[1], [NaN]], [0, 1], 2))).toBe('INPUT_INVALID');
  expect(errorCode(() => fitMlp([[1], [2]], [0, 2], 2))).toBe('INPUT_INVALID');
  expect(() => fitMlp([[1], [2]], [0, 1], 2, { hidden: [4, 2.5] })).toThrow(
    '2.5 is no whole number (at fitMlp.hidden[1])',
  );
  expect(errorCode(() => fitForest([], [], 2))).toBe('INPUT_INVALID');
  expect(errorCode(() => fitForest([[1]], [0], 2, { trees: 0 }))).toBe('OPTION_INVALID');
  expect(errorCode(() => fitGraph([{ values: [1], edges: [[0, 1]] }], [0], 2))).toBe('INPUT_INVALID');
  const graph = fitGraph([{ values: [1, 2], edges: [[0, 1]] }], [0], 2, { epochs: 1 });
  expect(errorCode(() => predict(graph, { rows: [[1]] }))).toBe('INPUT_INVALID');
});

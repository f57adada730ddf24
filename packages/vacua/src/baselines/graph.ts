import { CfcError, type Given, describe, fill, integer, number } from '@cfc/core';
import { type Shape, type TokenGraph, graphNet, startGraph } from './graph-net.js';
import { checkLabels } from './rows.js';
import { softmax } from './softmax.js';
import { train } from './train.js';

const fields = {
  hidden: integer(24, 'width of the hidden states', { min: 1 }),
  rounds: integer(3, 'rounds of messages: how far a node sees', { min: 1, max: 16 }),
  epochs: integer(20, 'passes over the data', { min: 1 }),
  batch: integer(16, 'examples of a step', { min: 1 }),
  rate: number(5e-3, 'rate of Adam at the start', { above: 0 }),
  decay: number(1e-5, 'weight decay', { min: 0 }),
  seed: integer(0, 'seed of the start and the order', { min: 0 }),
};

/** A graph whose nodes carry one whole number each, like the self-intersections of the curves of a base. */
export interface NodeGraph {
  readonly values: readonly number[];
  /** Pairs of nodes that are joined, each once; both ways. */
  readonly edges: readonly (readonly [number, number])[];
}

/** A fitted message-passing network. Plain data. */
export interface GraphModel {
  readonly kind: 'graph';
  readonly shape: Shape;
  /** Values of nodes that were seen, ascending; others are taken for the nearest of them. */
  readonly values: readonly number[];
  readonly parameters: readonly number[];
}

/**
 * Message-passing network on graphs, fitted to the log-loss: see `graphNet`. Without edges it is a network on the bag of values.
 *
 * @param options `hidden` (24), `rounds` (3), `epochs` (20), `batch` (16), `rate` (0.005), `decay` (1e-5), `seed` (0)
 * @throws `INPUT_INVALID`, `OPTION_INVALID`
 */
export function fitGraph(
  graphs: readonly NodeGraph[],
  labels: readonly number[],
  classes: number,
  options: Given<typeof fields> = {},
): GraphModel {
  const { hidden, rounds, ...training } = fill(fields, options, 'fitGraph');
  checkGraphs(graphs, 'fitGraph.graphs');
  checkLabels(labels, graphs.length, classes, 'fitGraph.labels');
  const values = [...new Set(graphs.flatMap((graph) => graph.values))].sort((a, b) => a - b);
  const shape = { tokens: values.length, hidden, rounds, classes };
  const x = startGraph(shape, training.seed);
  const net = graphNet(shape, x);
  const read = graphs.map((graph) => tokensOf(graph, values));
  const slope = new Float64Array(classes);
  const addGradient = (example: number, gradient: Float64Array): void => {
    slope.set(net.scores(read[example]!));
    softmax(slope);
    slope[labels[example]!]! -= 1;
    net.addGradient(read[example]!, slope, gradient);
  };
  train(x, graphs.length, addGradient, training);
  return { kind: 'graph', shape, values, parameters: Array.from(x) };
}

/** Probabilities of the classes for each graph. */
export function predictGraph({ shape, values, parameters }: GraphModel, graphs: readonly NodeGraph[]): number[][] {
  const net = graphNet(shape, Float64Array.from(parameters));
  return graphs.map((graph) => {
    const scores = net.scores(tokensOf(graph, values));
    softmax(scores);
    return Array.from(scores);
  });
}

function tokensOf({ values: of, edges }: NodeGraph, values: readonly number[]): TokenGraph {
  const nearest = (value: number): number =>
    values.reduce((best, known, k) => (Math.abs(known - value) < Math.abs(values[best]! - value) ? k : best), 0);
  const neighbours: number[][] = of.map(() => []);
  for (const [a, b] of edges) {
    neighbours[a]!.push(b);
    neighbours[b]!.push(a);
  }
  return { tokens: of.map(nearest), neighbours };
}

function checkGraphs(graphs: readonly NodeGraph[], where: string): void {
  if (graphs.length === 0) throw new CfcError('INPUT_INVALID', 'there is no graph', where);
  for (const [g, { values, edges }] of graphs.entries()) {
    const wrong = values.find((value) => !Number.isInteger(value));
    if (values.length === 0 || wrong !== undefined) {
      throw new CfcError('INPUT_INVALID', `graph ${g} has ${describe(wrong)} on a node, no whole number`, where);
    }
    const known = (node: number): boolean => Number.isInteger(node) && node >= 0 && node < values.length;
    const loose = edges.find(([a, b]) => !known(a) || !known(b));
    if (loose) throw new CfcError('INPUT_INVALID', `graph ${g} joins ${loose.join(' and ')}, no nodes of it`, where);
  }
}

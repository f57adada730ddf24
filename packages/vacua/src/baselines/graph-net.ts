import { type Layer, backward, forward, layersOf, sizeOf, startLayer } from './layer.js';

/** A graph as the network reads it: a token for each node, and who is joined to whom. */
export interface TokenGraph {
  readonly tokens: readonly number[];
  readonly neighbours: readonly (readonly number[])[];
}

/** Sizes of a network: tokens known, width of the hidden states, rounds of messages, classes. */
export interface Shape {
  readonly tokens: number;
  readonly hidden: number;
  readonly rounds: number;
  readonly classes: number;
}

/** Where all parameters stand: one layer a round, then the readout. */
function graphLayers({ tokens, hidden, rounds, classes }: Shape): { layers: Layer[]; size: number } {
  const layers: Layer[] = [];
  let at = 0;
  const add = (inputs: number, outputs: number): void => {
    const [layer] = layersOf([inputs, outputs], at);
    layers.push(layer!);
    at += sizeOf(layer!);
  };
  for (let round = 0; round < rounds; round++) add(round === 0 ? 2 * tokens : 2 * hidden, hidden);
  add(2 * hidden, classes);
  return { layers, size: at };
}

/** Parameters to begin with; those of the first round are for inputs of which a few are 1. */
export function startGraph(shape: Shape, seed: number): Float64Array {
  const { layers, size } = graphLayers(shape);
  const x = new Float64Array(size);
  for (const [k, layer] of layers.entries()) {
    startLayer(x, layer, seed);
    const { at, inputs, outputs } = layer;
    if (k === 0) for (let i = at; i < at + inputs * outputs; i++) x[i]! *= Math.sqrt(inputs / 3);
  }
  return x;
}

/**
 * A message-passing network: h ← max(0, W [h, Σ over neighbours of h] + b), `rounds` times from one-hot tokens; the scores are a linear function
 * of the largest and the mean hidden state over all nodes.
 *
 * `scores(graph)` fills and returns a buffer; `addGradient` goes back from the slope of those scores.
 *
 * Source: J. Gilmer, S. Schoenholz, P. Riley, O. Vinyals, G. Dahl, ICML (2017), arXiv:1704.01212.
 */
export function graphNet(shape: Shape, x: Float64Array) {
  const { hidden, rounds, classes } = shape;
  const { layers } = graphLayers(shape);
  const readout = layers[rounds]!;
  const inputs: Float64Array[][] = Array.from({ length: rounds }, () => []);
  const states: Float64Array[][] = Array.from({ length: rounds }, () => []);
  const pooled = new Float64Array(2 * hidden);
  const largest = new Int32Array(hidden);
  const scores = new Float64Array(classes);
  const [slopePooled, slopeInput] = [new Float64Array(2 * hidden), new Float64Array(2 * hidden)];

  const sized = (count: number): void => {
    for (let round = 0; round < rounds; round++) {
      while (states[round]!.length < count) {
        states[round]!.push(new Float64Array(hidden));
        inputs[round]!.push(new Float64Array(2 * hidden));
      }
    }
  };

  /** Like `forward` on one-hot tokens and their sum: sums of columns. */
  const first = ({ tokens, neighbours }: TokenGraph, i: number, out: Float64Array): void => {
    const { at, inputs: width } = layers[0]!;
    for (let o = 0; o < hidden; o++) {
      const row = at + o * width;
      let sum = x[at + width * hidden + o]! + x[row + tokens[i]!]!;
      for (const j of neighbours[i]!) sum += x[row + shape.tokens + tokens[j]!]!;
      out[o] = sum > 0 ? sum : 0;
    }
  };

  const firstBack = ({ tokens, neighbours }: TokenGraph, i: number, slope: Float64Array, into: Float64Array): void => {
    const { at, inputs: width } = layers[0]!;
    for (let o = 0; o < hidden; o++) {
      const g = slope[o]!;
      if (g === 0) continue;
      into[at + width * hidden + o]! += g;
      into[at + o * width + tokens[i]!]! += g;
      for (const j of neighbours[i]!) into[at + o * width + shape.tokens + tokens[j]!]! += g;
    }
  };

  return {
    scores(graph: TokenGraph): Float64Array {
      const count = graph.tokens.length;
      sized(count);
      for (let i = 0; i < count; i++) first(graph, i, states[0]![i]!);
      for (let round = 1; round < rounds; round++) {
        const before = states[round - 1]!;
        for (let i = 0; i < count; i++) {
          const input = inputs[round]![i]!.fill(0);
          input.set(before[i]!);
          for (const j of graph.neighbours[i]!) for (let k = 0; k < hidden; k++) input[hidden + k]! += before[j]![k]!;
          const out = states[round]![i]!;
          forward(x, layers[round]!, input, out);
          for (let k = 0; k < hidden; k++) if (out[k]! < 0) out[k] = 0;
        }
      }
      const last = states[rounds - 1]!;
      pooled.fill(0);
      for (let k = 0; k < hidden; k++) {
        largest[k] = 0;
        for (let i = 0; i < count; i++) {
          pooled[hidden + k]! += last[i]![k]! / count;
          if (last[i]![k]! > last[largest[k]!]![k]!) largest[k] = i;
        }
        pooled[k] = last[largest[k]!]![k]!;
      }
      forward(x, readout, pooled, scores);
      return scores;
    },

    /** After `scores` of the same graph. */
    addGradient(graph: TokenGraph, slopeScores: Float64Array, gradient: Float64Array): void {
      const count = graph.tokens.length;
      backward(x, gradient, readout, pooled, slopeScores, slopePooled);
      let slopes = Array.from({ length: count }, () => {
        const slope = new Float64Array(hidden);
        for (let k = 0; k < hidden; k++) slope[k] = slopePooled[hidden + k]! / count;
        return slope;
      });
      for (let k = 0; k < hidden; k++) slopes[largest[k]!]![k]! += slopePooled[k]!;
      for (let round = rounds - 1; round >= 0; round--) {
        const before = Array.from({ length: round === 0 ? 0 : count }, () => new Float64Array(hidden));
        for (let i = 0; i < count; i++) {
          const slope = slopes[i]!;
          for (let k = 0; k < hidden; k++) if (states[round]![i]![k] === 0) slope[k] = 0;
          if (round === 0) {
            firstBack(graph, i, slope, gradient);
            continue;
          }
          backward(x, gradient, layers[round]!, inputs[round]![i]!, slope, slopeInput);
          for (let k = 0; k < hidden; k++) before[i]![k]! += slopeInput[k]!;
          for (const j of graph.neighbours[i]!) {
            for (let k = 0; k < hidden; k++) before[j]![k]! += slopeInput[hidden + k]!;
          }
        }
        slopes = before;
      }
    },
  };
}

import { attention } from './attention.js';
import { chain, residual } from './chain.js';
import { convolution } from './convolution.js';
import type { Draw, Layer } from './layer.js';
import { layerNorm } from './layer-norm.js';
import { linear } from './linear.js';
import { tanh } from './tanh.js';
import { INPUTS, LENGTH, WIDTH } from './task.js';

/** A network with a slot between its halves, into which a seed is grafted. */
export interface Host {
  readonly before: Layer;
  readonly after: Layer;
}

const perceptron = (draw: Draw): Layer => residual(chain(linear(WIDTH, WIDTH, draw), tanh, linear(WIDTH, WIDTH, draw)));

const tail = (draw: Draw): Layer => chain(perceptron(draw), linear(WIDTH, 1, draw));

export const hosts = {
  /** Only linear layers: no token knows of another. */
  plain: (draw) => ({ before: chain(linear(INPUTS, WIDTH, draw), perceptron(draw)), after: tail(draw) }),

  /** Layers of all types. */
  mixed: (draw) => ({
    before: chain(
      linear(INPUTS, WIDTH, draw),
      residual(chain(convolution(WIDTH, 4, LENGTH, draw), tanh, linear(4, WIDTH, draw, 'convolution'))),
      residual(attention(WIDTH, 4, LENGTH, draw, false)),
      layerNorm(WIDTH),
    ),
    after: tail(draw),
  }),
} satisfies Readonly<Record<string, (draw: Draw) => Host>>;

export type HostName = keyof typeof hosts;

import { attention } from './attention.js';
import { chain } from './chain.js';
import { convolution } from './convolution.js';
import type { Draw, Layer } from './layer.js';
import { layerNorm } from './layer-norm.js';
import { linear } from './linear.js';
import { opening } from './opening.js';
import { tanh } from './tanh.js';
import { LENGTH, WIDTH } from './task.js';

const mlp = (hidden: number) => (draw: Draw) => chain(linear(WIDTH, hidden, draw), tanh, linear(hidden, WIDTH, null));

const conv = (hidden: number) => (draw: Draw) =>
  chain(convolution(WIDTH, hidden, LENGTH, draw), tanh, linear(hidden, WIDTH, null, 'convolution'));

const head = (depth: number) => (draw: Draw) => attention(WIDTH, depth, LENGTH, draw, true);

/** What is grafted: each seed is added to its input, and begins at 0. A small and a large one of each architecture that has sizes. */
export const blueprints = {
  'attention-small': head(2),
  attention: head(8),
  'mlp-small': mlp(4),
  mlp: mlp(32),
  'conv-small': conv(2),
  conv: conv(12),
  norm: () => opening(layerNorm(WIDTH)),
} satisfies Readonly<Record<string, (draw: Draw) => Layer>>;

export type Blueprint = keyof typeof blueprints;

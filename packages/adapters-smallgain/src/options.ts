import { choice, integer, number } from '@cfc/core';

/** The options of `SmallGain`. */
export const options = {
  spend: choice('weights', ['weights', 'nothing'], 'what margin is spent on; nothing: only measured and reported'),
  rho: number(0.7, 'share of the margin at multipliers 1 that may be spent', { above: 0, below: 1 }),
  maxChange: number(0.1, 'largest change of a multiplier in one step, as a share of it', { above: 0, max: 1 }),
  floor: number(0.1, 'lowest multiplier', { above: 0, max: 1 }),
  ceiling: number(3, 'highest multiplier', { min: 1 }),
  ema: number(0.3, 'weight of the newest value in the moving average', { above: 0, max: 1 }),
  theta: number(1, 'the step that is to stay certified is theta / r of each row at multipliers 1', {
    above: 0,
    below: 2,
  }),
  step: number(0, 'instead of theta: the same step for all rows; 0 for none', { min: 0 }),
  near: number(1, 'how far below activation hinges are charged in full; 1: everywhere', { above: 0, max: 1 }),
  anneal: integer(0, 'accepted steps after which all multipliers are 1 again; 0: never', { min: 0 }),
  peek: integer(0, 'measures every so many steps what a raise is worth; 0: squared gradient norms', { min: 0 }),
  compat: choice('none', ['none', 'seed'], 'seed: no costs, as the prototype had it'),
};

import { choice, integer, number } from '@cfc/core';

export const combineFields = {
  method: choice('sum', ['sum', 'pcgrad', 'cagrad', 'mgda', 'upgrad', 'dualproj'], 'how gradients are combined'),
  c: number(0.5, 'CAGrad: how far from the mean gradient, as a share of its length', { min: 0 }),
  seed: integer(0, 'PCGrad: of the random orders', { min: 0 }),
  step: integer(0, 'PCGrad: number of the step, for other orders at each', { min: 0 }),
};

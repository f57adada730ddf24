import { definePlugin } from '@cfc/core';
import { polynomialEnergy } from './polynomial-energy.js';

/** Provides `PolynomialEnergyModule`. */
export const polynomialPlugin = definePlugin({
  name: '@cfc/modules-polynomial',
  version: '1.0.0',
  api: 1,
  provides: [polynomialEnergy],
});

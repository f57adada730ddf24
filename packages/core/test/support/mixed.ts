import { type CompiledSystem, compile, couplingColumns, defineSystem, landau, moduleColumns } from '../../src/index.js';
import { asymmetricHinge, dampedGateBenefit, directedHinge, gateBenefit, quadratic } from '../../src/index.js';

/** Six modules, not convex, with every built-in coupling: something for every piece to work on. */
export const mixed: CompiledSystem = compile(
  defineSystem({
    modules: [
      moduleColumns(landau, {
        count: 6,
        prefix: 'm',
        with: { a: Float64Array.of(0.3, -0.4, 0.2, 1, 0.1, -0.2), b: 0.5, h: Float64Array.of(0, 0, 0.3, -0.1, 0.2, 0) },
      }),
    ],
    couplings: [
      couplingColumns(quadratic, { a: Int32Array.of(0, 1, 2), b: Int32Array.of(1, 2, 3), with: { weight: 0.6 } }),
      couplingColumns(directedHinge, { a: Int32Array.of(3, 5), b: Int32Array.of(4, 0), with: { weight: 0.8 } }),
      couplingColumns(asymmetricHinge, { a: Int32Array.of(4), b: Int32Array.of(5), with: { alpha: 0.7, beta: 1.3 } }),
      couplingColumns(gateBenefit, { a: Int32Array.of(1, 4), b: Int32Array.of(0, 2), with: { signal: 'gain' } }),
      couplingColumns(dampedGateBenefit, {
        a: Int32Array.of(5, 2),
        b: Int32Array.of(1, 0),
        with: { signal: 'loss', etaPower: Float64Array.of(1.5, 2) },
      }),
    ],
    signals: { gain: 0.3, loss: -0.2 },
    weights: { 'coup:QuadraticCoupling': 1.5, 'local:LandauModule': 0.8 },
  }),
);

export const mixedStart = Float64Array.of(0.9, 0.2, 0.7, 0.1, 0.6, 0.4);

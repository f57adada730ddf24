import { expect, test } from 'vitest';
import { asymmetricHinge, dampedGateBenefit, directedHinge, gateBenefit, landau, quadratic } from '../src/index.js';
import { checkCoupling, checkModule } from '../src/testing/index.js';

const signals = { gain: 0.3, loss: -0.2 };

test('LandauModule keeps its contract', () => {
  const options = [{}, { a: -0.7, b: 1.3, h: 0.2 }, { a: 0, b: 0 }];
  expect(checkModule(landau, { options, inputs: [0, 0.4, 1] }).checks.length).toBeGreaterThan(5);
});

test('QuadraticCoupling keeps its contract', () => {
  checkCoupling(quadratic, { options: [{}, { weight: 0 }, { weight: 7.5 }] });
});

test('DirectedHingeCoupling keeps its contract', () => {
  checkCoupling(directedHinge, { options: [{}, { weight: 3 }] });
});

test('AsymmetricHingeCoupling keeps its contract', () => {
  checkCoupling(asymmetricHinge, { options: [{}, { weight: 2, alpha: 1.4, beta: 0.6 }, { alpha: 0 }, { beta: 0 }] });
});

test('GateBenefitCoupling keeps its contract', () => {
  checkCoupling(gateBenefit, { options: [{ signal: 'gain' }, { signal: 'loss', weight: 2 }], signals });
});

test('DampedGateBenefitCoupling keeps its contract for every power', () => {
  const powers = [0.5, 1, 1.5, 2, 3];
  const options = powers.flatMap((etaPower) => [
    { etaPower, signal: 'gain', damping: 0.8, positiveScale: 1.2 },
    { etaPower, signal: 'loss', negativeScale: 0.7 },
  ]);
  checkCoupling(dampedGateBenefit, { options, signals, tolerance: 1e-5 });
});

import { expect, test } from 'vitest';
import { defineCoupling, defineModule, derivative, number, numericSlope, numericSlopes } from '../../src/index.js';
import { checkCoupling, checkModule } from '../../src/testing/index.js';

test('a derivative by differences stays inside the box, to second order', () => {
  const asked: number[] = [];
  const cube = (x: number): number => (asked.push(x), x ** 3);
  for (const x of [0, 1e-9, 0.3, 1 - 1e-9, 1]) expect(derivative(cube, x)).toBeCloseTo(3 * x * x, 8);
  expect(asked.every((x) => x >= 0 && x <= 1)).toBe(true);
});

test('a module without a slope of its own does with differences', () => {
  const options = { at: number(0.4, 'its lowest point') };
  const well = defineModule({
    name: 'WellModule',
    meaning: 'a parabola',
    options,
    eta: (input: number) => input,
    ...numericSlope<typeof options>({ energy: (eta, { at }) => (eta - at) ** 2 }),
  });
  checkModule(well);
  for (const eta of [0, 0.3, 1]) expect(well.family.slope(eta, { at: 0.4 }, {})).toBeCloseTo(2 * (eta - 0.4), 8);
});

test('a coupling likewise', () => {
  const product = defineCoupling({
    name: 'ProductCoupling',
    meaning: 'a b²',
    options: {},
    ...numericSlopes({ energy: (a, b) => a * b * b }),
    bend: () => [0, 2, 2],
  });
  checkCoupling(product, { tolerance: 1e-5 });
  const out = new Float64Array(2);
  product.family.slopes(1, 0.5, {}, {}, out);
  expect(out[0]).toBeCloseTo(0.25, 8);
  expect(out[1]).toBeCloseTo(1, 8);
});

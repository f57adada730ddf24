import { normal } from '@cfc/core';
import {
  basisOf,
  conditioningOf,
  convert,
  evaluate,
  fitRates,
  orthonormalLegendre,
  series,
} from '@cfc/modules-polynomial';
import { type Cell, type Found, basisNames } from './cell.js';
import { learning } from './learning.js';
import { drawnCoefficients, placesOf } from './places.js';

const NOISE = 1e-3;

/** Fits coefficients that are known, and learns those of one function, in every basis. */
export function measureFit({ part, spread, degree, seed }: Cell): Found[] {
  const places = placesOf(spread, seed);
  const etas = places.map((xi) => (xi + 1) / 2);
  const noise = places.map((_, i) => NOISE * normal(seed, 9, i));
  const chaos = basisOf('apc', degree, places);
  const target = convert(series(orthonormalLegendre(degree), drawnCoefficients(degree, seed, 0)), chaos).coefficients;
  return basisNames.map((name) => {
    const basis = basisOf(name, degree, places);
    const truth = series(basis, drawnCoefficients(degree, seed, 1));
    const rates = etas.map((eta) => evaluate(truth, eta).value);
    const fit = fitRates(basis, { etas, rates });
    const blurred = fitRates(basis, { etas, rates: rates.map((rate, i) => rate + noise[i]!) });
    const { design, orthonormality } = conditioningOf(basis, places);
    return {
      part,
      spread,
      degree,
      seed,
      basis: name,
      condition: design,
      orthonormality,
      rounding: relative(fit.series.coefficients, truth.coefficients),
      noisy: relative(blurred.series.coefficients, truth.coefficients),
      prediction: rootMeanSquare(etas.map((eta, i) => evaluate(blurred.series, eta).value - rates[i]!)),
      ...learning(basis, chaos, places, target),
      distance: null,
      bend: null,
    };
  });
}

const rootMeanSquare = (values: readonly number[]): number => Math.hypot(...values) / Math.sqrt(values.length);

const relative = (found: readonly number[], truth: readonly number[]): number =>
  Math.hypot(...found.map((value, k) => value - truth[k]!)) / Math.hypot(...truth);

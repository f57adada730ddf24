import { CfcError, describe } from '@cfc/core';

/** Throws `INPUT_INVALID` for samples outside of [-1, 1], or that do not determine a polynomial of the degree. */
export function checkSamples(samples: readonly number[], degree: number): void {
  samples.forEach(checkSample);
  const distinct = new Set(samples).size;
  if (distinct > degree) return;
  const what = `${distinct} distinct samples for polynomials up to degree ${degree}`;
  throw new CfcError('INPUT_INVALID', what, 'samples', `Give ${degree + 1} or more, or lower the degree.`);
}

function checkSample(sample: number, k: number): void {
  if (typeof sample === 'number' && sample >= -1 && sample <= 1) return;
  const what = `the sample ${describe(sample)}`;
  throw new CfcError('INPUT_INVALID', what, `samples[${k}]`, 'Give ξ = 2η - 1, in [-1, 1].');
}

import fc from 'fast-check';

/** Checks a property on random cases; the seed is fixed, so that every run sees the same ones. */
export function holds<T>(property: fc.IRawProperty<T, false>, numRuns = 100): void {
  void fc.assert(property, { seed: 20_260_101, numRuns });
}

/** k / 1000 in [min, max]: coarse numbers shrink well, and the ends do occur. */
export const real = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.round(min * 1000), max: Math.round(max * 1000) }).map((k) => k / 1000);

/** An order parameter; one in five at an end of the box. */
export const eta: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: real(0, 1) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1) },
);

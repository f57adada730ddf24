import {
  type System,
  asymmetricHinge,
  couplingColumns,
  defineSystem,
  directedHinge,
  gateBenefit,
  landau,
  moduleColumns,
  quadratic,
  uniform,
} from '../../src/index.js';

export const kinds = ['convex', 'non-convex', 'stiff'] as const;

/**
 * A large random system with locality, and a random start: as many couplings of each built-in family as modules.
 * `non-convex`: 30% of the modules have a < 0; `stiff`: couplings 20 times as strong.
 */
export function large(
  size: number,
  kind: (typeof kinds)[number],
  seed: number,
): { source: System; eta0: Float64Array } {
  let drawn = 0;
  const column = (low: number, high: number): Float64Array =>
    Float64Array.from({ length: size }, () => low + (high - low) * uniform(seed, 0, drawn++));
  const strong = kind === 'stiff' ? 20 : 1;
  const ends = (): { a: Int32Array; b: Int32Array } => {
    const a = Int32Array.from({ length: size }, (_, i) => i);
    const spans = column(-50, 50);
    const b = a.map((i) => {
      const j = Math.min(size - 1, Math.max(0, i + Math.floor(spans[i]!)));
      return j === i ? (i + 1) % size : j;
    });
    return { a, b };
  };
  const weight = (): Float64Array => column(0.2 * strong, 1.2 * strong);
  const source = defineSystem({
    modules: [
      moduleColumns(landau, {
        count: size,
        with: { a: kind === 'non-convex' ? column(-0.3, 0.7) : column(0, 1), b: 0.5, h: column(0, 0.5) },
      }),
    ],
    couplings: [
      couplingColumns(quadratic, { ...ends(), with: { weight: weight() } }),
      couplingColumns(directedHinge, { ...ends(), with: { weight: weight() } }),
      couplingColumns(asymmetricHinge, {
        ...ends(),
        with: { weight: weight(), alpha: column(0.5, 1.5), beta: column(0.5, 1.5) },
      }),
      couplingColumns(gateBenefit, { ...ends(), with: { weight: weight() } }),
    ],
    signals: { delta_eta_domain: 0.08 / strong },
  });
  return { source, eta0: column(0, 1) };
}

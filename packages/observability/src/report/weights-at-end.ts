import type { Run } from './run.js';

/** A term whose weight at the end is not that of the scenario. */
export interface Away {
  readonly term: string;
  readonly weight: number;
  readonly base: number;
}

/** The terms whose weights the run ended away from their base with: there the energy is another function. */
export function awayFromBase(run: Run): readonly Away[] {
  const base = baseWeights(run.identity?.scenario.tree);
  return Object.entries(weightsAtEnd(run))
    .map(([term, weight]) => ({ term, weight, base: numberOr1(base[term]) }))
    .filter(({ weight, base }) => Math.abs(weight - base) > 1e-12 * Math.abs(base));
}

function weightsAtEnd({ result, rows }: Run): Readonly<Record<string, number>> {
  if (result !== null && Object.keys(result.weights).length > 0) return result.weights;
  const last = Object.entries(rows.at(-1) ?? {});
  return Object.fromEntries(
    last.flatMap(([name, cell]) =>
      name.startsWith('weight:') && typeof cell === 'number' ? [[name.slice('weight:'.length), cell]] : [],
    ),
  );
}

/** The weights that a scenario sets; all others are 1. */
function baseWeights(tree: unknown): Readonly<Record<string, unknown>> {
  const weights = (tree as { readonly weights?: unknown } | null | undefined)?.weights;
  return typeof weights === 'object' && weights !== null ? (weights as Readonly<Record<string, unknown>>) : {};
}

const numberOr1 = (weight: unknown): number => (typeof weight === 'number' ? weight : 1);

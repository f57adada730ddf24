import { readFileSync } from 'node:fs';
import type { Mask } from '../src/index.js';

type Rows = readonly (readonly number[])[];
type Gradients = Readonly<Record<'queries' | 'keys' | 'values', Rows>>;
type Terms<T> = Readonly<Record<'hopfield' | 'sparsity' | 'coherence' | 'output', T>>;

interface Reference {
  readonly queries: Rows;
  readonly keys: Rows;
  readonly values: Rows;
  /** What the output is multiplied by in `energy.output`. */
  readonly direction: Rows;
  readonly temperature: number;
  readonly mask: Mask;
  readonly weights: Rows;
  readonly output: Rows;
  readonly order: number;
  readonly energy: Terms<number>;
  readonly gradient: Terms<Gradients>;
}

/** Attention by SciPy, gradients by automatic differentiation: see `fixtures/attention.py`. */
export const references = Object.entries(
  JSON.parse(readFileSync(new URL('fixtures/attention.json', import.meta.url), 'utf8')) as Record<string, Reference>,
).map(([name, { queries, keys, values, temperature, mask, ...expected }]) => ({
  name,
  input: { queries, keys, values, temperature, mask },
  expected,
}));

/** The largest difference between a block of numbers and rows of them. */
export const distance = (data: Readonly<Float64Array>, rows: Rows): number =>
  Math.max(...rows.flat().map((x, at) => Math.abs(x - data[at]!)), data.length === rows.flat().length ? 0 : Infinity);

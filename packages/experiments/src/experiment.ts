/** How much of an experiment to run: a look that takes seconds, or what its page in the docs shows. */
export type Scope = 'quick' | 'full';

/** One observation, a line of the CSV file: names of columns to numbers, texts, or null for none. */
export type Row = Readonly<Record<string, number | string | null>>;

/** One sentence of the original documents, and what became of it. */
export interface Claim {
  /** What was expected, with where it is from. */
  readonly expected: string;
  /** What was seen, in numbers. */
  readonly seen: string;
  readonly verdict: 'confirmed' | 'partly confirmed' | 'refuted';
}

/** What the observations say. */
export interface Conclusion {
  readonly claims: readonly Claim[];
  readonly table: { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] };
  /** A Vega-Lite specification with its data inline, widths and heights included. */
  readonly figure: Readonly<Record<string, unknown>>;
}

/**
 * A question, and how it is put to the test. `cells` says what is to be done as plain data, seeds included; `measure` does
 * one cell and is pure, so that cells can be done in any order, by any worker, and again; `conclude` reads the rows of all
 * cells, in the order of the cells.
 */
export interface Experiment<Cell = unknown> {
  /** By which it is called: words with hyphens. */
  readonly name: string;
  readonly title: string;
  /** What is asked, and how it is measured: a paragraph. */
  readonly question: string;
  cells(scope: Scope): readonly Cell[];
  measure(cell: Cell): readonly Row[];
  conclude(rows: readonly Row[]): Conclusion;
}

/** Declares an experiment: checks the types of its cells and rows against each other, and then forgets them. */
export function defineExperiment<Cell, R extends Row>(experiment: {
  readonly name: string;
  readonly title: string;
  readonly question: string;
  cells(scope: Scope): readonly Cell[];
  measure(cell: Cell): readonly R[];
  conclude(rows: readonly R[]): Conclusion;
}): Experiment {
  return Object.freeze(experiment);
}

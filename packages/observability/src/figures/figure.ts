import type { Row } from '../table/row.js';

/** A Vega-Lite specification: plain data, for `svgOf` or for a page. */
export type Spec = Readonly<Record<string, unknown>>;

/** A figure that can be made of the rows of a table. */
export interface Figure {
  readonly name: string;
  /** What it shows, in a few words. */
  readonly title: string;
  /** The columns without which there is nothing to draw; a star stands for the rest of a name, one match is enough. */
  readonly needs: readonly string[];
  /** What records those columns, as an advice: a flag of the command line, an option of a tracker, an adapter. */
  readonly recordedBy: string;
  /** The figure of these rows, which have the columns; `figureSpec` checks that. */
  readonly spec: (rows: readonly Row[]) => Spec;
}

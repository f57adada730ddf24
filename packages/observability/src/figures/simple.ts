import type { Figure } from './figure.js';
import { fitting } from './names.js';
import { page } from './page.js';
import { lines, points } from './series.js';

/** A figure of lines over the steps. */
export interface Lines {
  readonly name: string;
  readonly title: string;
  /** Of the vertical axis. */
  readonly axis: string;
  /** Columns that it cannot do without, or patterns. */
  readonly needs: readonly string[];
  /** Further columns to draw where there are any. */
  readonly also?: readonly string[];
  readonly recordedBy: string;
  /** How columns are called in the legend. */
  readonly called?: Readonly<Record<string, string>>;
}

/** Makes a figure of lines, 0 in sight. */
export function lineFigure({ name, title, axis, needs, also = [], recordedBy, called = {} }: Lines): Figure {
  return {
    name,
    title,
    needs: ['step', ...needs],
    recordedBy,
    spec: (rows) => {
      const columns = [...needs, ...also].flatMap((pattern) => fitting(rows, pattern));
      return page(
        title,
        lines(
          points(rows, columns, (column) => called[column] ?? column),
          axis,
          { zero: true },
        ),
      );
    },
  };
}

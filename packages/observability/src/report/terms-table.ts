import { fitting } from '../figures/names.js';
import type { Cell, Row } from '../table/row.js';
import { shortOr } from './number.js';

/** For every term its weighted energy, gradient norm and weight after the first step and at the end. */
export function termsTable(rows: readonly Row[]): readonly (readonly string[])[] {
  const ends = [rows[0], rows.at(-1)];
  return fitting(rows, 'energy:*').map((column) => {
    const term = column.slice('energy:'.length);
    const cells = ['energy', 'grad_norm', 'weight'].flatMap((what) =>
      ends.map((row): Cell => row?.[`${what}:${term}`] ?? null),
    );
    return [term, ...cells.map((cell) => shortOr(cell))];
  });
}

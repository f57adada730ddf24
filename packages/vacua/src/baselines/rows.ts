import { CfcError, describe } from '@cfc/core';

/** Numbers of an example, one for each feature. */
export type Row = readonly number[];

/** Checks that there are rows of one width with finite numbers, and returns the width. Throws `INPUT_INVALID`. */
export function widthOf(rows: readonly Row[], where: string): number {
  const width = rows[0]?.length ?? 0;
  if (width === 0) throw new CfcError('INPUT_INVALID', 'there is no row with a number in it', where);
  for (const [i, row] of rows.entries()) {
    if (row.length !== width) throw bad(`row ${i} has ${row.length} numbers, row 0 has ${width}`, where);
    const wrong = row.findIndex((value) => !Number.isFinite(value));
    if (wrong >= 0) throw bad(`number ${wrong} of row ${i} is ${describe(row[wrong])}`, where);
  }
  return width;
}

/** Checks that labels are one for each row and indices of classes. Throws `INPUT_INVALID`. */
export function checkLabels(labels: readonly number[], rows: number, classes: number, where: string): void {
  if (!(Number.isInteger(classes) && classes >= 2)) throw bad(`there are ${describe(classes)} classes`, where);
  if (labels.length !== rows) throw bad(`${labels.length} labels for ${rows} rows`, where);
  const wrong = labels.findIndex((label) => !(Number.isInteger(label) && label >= 0 && label < classes));
  if (wrong >= 0) throw bad(`label ${wrong} is ${describe(labels[wrong])}, no index of ${classes} classes`, where);
}

const bad = (what: string, where: string): CfcError => new CfcError('INPUT_INVALID', what, where);

/** What stands in a table: a number, a text, a truth value, or null for none. */
export type Cell = number | string | boolean | null;

/** One line of a table by names of columns, see `columns`. Rows of one table may have further columns later on. */
export type Row = Readonly<Record<string, Cell>>;

/** Hears of rows, one after the other. Writers are such sinks; a tracker is an observer that makes rows for one. */
export type RowSink = (row: Row) => void;

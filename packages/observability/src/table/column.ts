/** What a column of the tables means; the documentation's table is made of these. */
export interface Column {
  /** Its name, or a pattern with a star: `energy:local:*` for one column for each family. */
  readonly name: string;
  readonly meaning: string;
  /** "energy", "1" for a pure number, "steps", "text", ... */
  readonly unit: string;
}

/** What a column of a trace of `traceRow` means; a star stands for the name of a constraint. */
export interface DualColumn {
  readonly name: string;
  readonly meaning: string;
  /** "1" for a pure number, "loss", "normalised", "steps", "text", ... */
  readonly unit: string;
}

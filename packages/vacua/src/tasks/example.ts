/** One thing to be learnt about, with what splits look at. */
export interface Example {
  readonly id: string;
  /** Index of its class, for stratified splits. */
  readonly label: number;
  /** The list it comes from. */
  readonly dataset: string;
  /** How complex it is: rays of a base, entries of a matrix. */
  readonly complexity: number;
  /** What it must not be parted from, like all others of its Hodge pair. */
  readonly group: string;
}

/** The patterns that the doctor knows. */
export type Pattern = 'oscillation' | 'never-satisfied' | 'task-starved' | 'wireheading' | 'conflict';

/** A pattern that a trace shows. */
export interface Finding {
  readonly pattern: Pattern;
  /** The constraints that it is about. */
  readonly constraints: readonly string[];
  /** What was seen, as a sentence. */
  readonly what: string;
  /** The numbers behind it, by name. */
  readonly evidence: Readonly<Record<string, number>>;
  /** What to change, the likeliest cure first. */
  readonly todo: readonly string[];
}

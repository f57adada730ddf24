/** Plain data: what JSON writes and reads without loss. Numbers are finite; what has no value is null. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/** What one constraint carries from step to step. */
export interface ConstraintState {
  readonly multiplier: number;
  /** States of the pieces of its chain by name, those that have one; normalizer and target are among them. */
  readonly rules: Readonly<Record<string, Plain>>;
}

/** A dual engine between two steps, as plain data: `createDual(config, state)` goes on with the same bits. */
export interface DualState {
  readonly version: 1;
  /** Steps taken so far. */
  readonly step: number;
  /** Step at which the current warm-up began, and its length in steps; 0: none. */
  readonly warmUp: { readonly from: number; readonly steps: number };
  readonly constraints: Readonly<Record<string, ConstraintState>>;
  /** Windows of the alerts, where the configuration asks for them. */
  readonly alerts: Plain;
}

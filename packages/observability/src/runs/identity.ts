import type { Git, Machine } from './machine.js';

/** What the caller knows of a run. */
export interface RunIdentity {
  readonly scenario: { readonly file: string; readonly tree: unknown };
  /** Of everything that the run's bits depend on. */
  readonly fingerprint: string;
  /** Versions by package. */
  readonly versions: Readonly<Record<string, string>>;
  /** Of the run's random numbers, where it draws any. */
  readonly seed?: number;
  /** How many the system has, where there is one. */
  readonly modules?: number;
  readonly couplings?: number;
}

/** run.json: what ran, when and where. */
export interface RunRecord extends RunIdentity {
  /** The name of the run's folder. */
  readonly run: string;
  /** When it was begun, as an ISO date. */
  readonly started: string;
  readonly machine: Machine;
  readonly git: Git | null;
  readonly pid: number;
  readonly host: string;
}

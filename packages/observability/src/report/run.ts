import type { Row } from '../table/row.js';

/** A run as its directory tells of it. Whatever a file does not hold, or holds in another shape, is null. */
export interface Run {
  /** What run.json calls it, else the name of its folder. */
  readonly name: string;
  /** The folder, as it was asked for. */
  readonly directory: string;
  readonly identity: Identity | null;
  /** Null while the run has not ended. */
  readonly result: Result | null;
  /** The rows of the trace. */
  readonly rows: readonly Row[];
}

/** What ran, of run.json. */
export interface Identity {
  readonly scenario: { readonly file: string | null; readonly tree: unknown };
  readonly fingerprint: string | null;
  readonly versions: Readonly<Record<string, string>>;
  readonly seed: number | null;
  readonly modules: number | null;
  readonly couplings: number | null;
  readonly started: string | null;
  /** Facts of the machine by name: platform, cpu, cores, ... */
  readonly machine: Readonly<Record<string, string | number>>;
  /** The commit, and whether files had changed since. */
  readonly git: { readonly commit: string; readonly dirty: boolean } | null;
}

/** How it ended, of result.json. */
export interface Result {
  readonly outcome: string;
  readonly reason: string;
  readonly steps: number;
  readonly energy: number | null;
  readonly unitEnergy: number | null;
  readonly eta: Readonly<Record<string, number>>;
  readonly weights: Readonly<Record<string, number>>;
  readonly evaluations: Readonly<Record<string, number>>;
}

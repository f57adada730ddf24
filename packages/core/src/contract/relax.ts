import type { WeightAdapter } from './adapter.js';
import type { Vector } from './energy.js';
import type { TermSums } from './system.js';
import type { Facts, Guard, Method, Point, Schedule, Stop } from './pieces.js';

/** Order parameters as a user gives them: in the order of the ids, or by id. */
export type Etas = Vector | readonly number[] | Readonly<Record<string, number>>;

/** Hears of every step. */
export interface Observer {
  (event: StepEvent): void;
  /** What it reads of every event and would cost a pass of its own: steps then bring it along where they can. */
  readonly needs?: readonly 'termSums'[];
  /** Reads `eta` and `termSums` of an event only while it is called, so that nothing need be copied for it. */
  readonly borrows?: boolean;
}

/** One step as observers see it. */
export interface StepEvent {
  /** 1 for the first step. */
  readonly step: number;
  readonly accepted: boolean;
  /** Why the candidate was refused, or there was none. */
  readonly reason: string | null;
  /** The point after the step: the candidate where it was accepted, else the one before. */
  readonly eta: Vector;
  /** Its energy under the weights of the step. */
  readonly energy: number;
  /** Energy after minus before, 0 where refused. */
  readonly change: number;
  /** Its energy under the base weights; computed when read. */
  readonly unitEnergy: number;
  /** Energies and gradient norms of the terms at the point, under the weights of the step; computed when read. */
  readonly termSums: TermSums;
  /** The weights of the step: base times schedule times adapter. */
  readonly weights: Vector;
  readonly facts: Facts;
  readonly warnings: readonly string[];
}

/** Evaluations made: `energy` counts energies alone, `gradient` energies with their gradient. */
export interface Evaluations {
  readonly energy: number;
  readonly gradient: number;
}

/** How a run ended: at a point that counts as converged, by a stop rule, or because a step was refused and none other was left. */
export type Outcome = 'converged' | 'stopped' | 'refused';

/** The pieces of one run. */
export interface Plan {
  readonly method: Method;
  readonly guard?: Guard;
  /** Without one the run ends only where the method does. */
  readonly stop?: Stop;
  readonly schedule?: Schedule;
  readonly adapter?: WeightAdapter;
  /** Seed of all randomness; 0 where none is given. */
  readonly seed?: number;
  readonly observers?: readonly Observer[];
}

/** Everything a run knows between two steps: plain data, see `writeState` and `readState`. */
export interface RelaxState {
  readonly point: Point;
  /** Steps taken, refused ones included. */
  readonly steps: number;
  readonly accepted: number;
  readonly evaluations: Evaluations;
  /** The weights of the next step. */
  readonly weights: Vector;
  /** The adapter's share of them. */
  readonly multipliers: Vector;
  /** Set once a stop rule, a refusal or a stationary point ended the run. */
  readonly outcome: Outcome | null;
  readonly reason: string | null;
  readonly method: unknown;
  readonly stop: unknown;
  readonly schedule: unknown;
  readonly adapter: unknown;
}

/** Where a relaxation ended. */
export interface Solution {
  readonly outcome: Outcome;
  /** Why it ended, as a sentence. */
  readonly reason: string;
  /** Steps taken, refused ones included. */
  readonly steps: number;
  /** The order parameters by id. */
  readonly eta: Readonly<Record<string, number>>;
  /** The same as a vector. */
  readonly vector: Vector;
  /** Energy under the final weights. */
  readonly energy: number;
  /** Energy under the base weights: the one to compare. */
  readonly unitEnergy: number;
  /** The final weights by term key. */
  readonly weights: Readonly<Record<string, number>>;
  readonly evaluations: Evaluations;
  /** The state, to go on from. */
  readonly state: RelaxState;
}

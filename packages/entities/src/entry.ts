import type { Node } from './node.js';
import type { Plain } from './plain.js';

/** Numbers by name. */
export type Numbers = Readonly<Record<string, number>>;
/** The ids of two modules. */
export type Ends = readonly [string, string];

/** New modules, each with its order parameter to begin with, and couplings. */
export interface Add {
  readonly type: 'add';
  readonly modules: Readonly<Record<string, Node & { readonly eta: number }>>;
  readonly couplings: readonly (Node & { readonly between: Ends })[];
}

/** Modules by id, with all their couplings; and couplings by number. */
export interface Remove {
  readonly type: 'remove';
  readonly modules: readonly string[];
  readonly couplings: readonly number[];
}

/** Order parameters read anew, in order. */
export interface Update {
  readonly type: 'update';
  readonly updates: readonly (readonly [id: string, input: Plain])[];
}

/** Other options of one module; those not named stay. */
export interface Change {
  readonly type: 'change';
  readonly id: string;
  readonly with: Readonly<Record<string, Plain>>;
}

/** Other values of signals; those not named stay. */
export interface SetSignals {
  readonly type: 'signals';
  readonly signals: Numbers;
}

/** Other base weights; those not named stay. */
export interface SetWeights {
  readonly type: 'weights';
  readonly weights: Numbers;
}

/** A relaxation by a plan, as the `relax` part of a scenario; null stands for the default plan. */
export interface Relax {
  readonly type: 'relax';
  readonly plan: Readonly<Record<string, Plain>> | null;
}

/** What can be done to a system. */
export type Command = Add | Remove | Update | Change | SetSignals | SetWeights | Relax;

/** Everything there is: a log begins with one, and a replay can begin at any. */
export interface Snapshot {
  readonly type: 'snapshot';
  /** The version of this format. */
  readonly cfc: 1;
  readonly modules: Readonly<Record<string, Node & { readonly eta: number; readonly version: number }>>;
  readonly couplings: readonly (Node & { readonly number: number; readonly between: Ends })[];
  /** The number of the next coupling. */
  readonly next: number;
  /** The last versions of entities that were removed. */
  readonly removed: Numbers;
  readonly signals: Numbers;
  readonly weights: Numbers;
  /** Why the command before it failed, where that left something behind: the state is not what the lines before led to. */
  readonly failed?: string;
  /** How the coordinator settles; its own defaults where nothing is said. */
  readonly settle: { readonly tolerance?: number; readonly budget?: number };
}

/** What a line of the log says; of a command also the versions of the entities that it touched, after it. */
export type Said = Snapshot | (Command & { readonly versions: Numbers });

/** A line of the log, with its number. */
export type Entry = { readonly seq: number } & Said;

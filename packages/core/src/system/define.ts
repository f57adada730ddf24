import type { Module, Signals } from '../contract/energy.js';
import { CfcError, suggestion } from '../errors.js';
import { describe, isRecord } from '../options/field.js';
import { onlyKeys } from '../options/only-keys.js';
import type { CouplingColumns, ModuleColumns } from './blocks.js';
import { rowReader } from './columns.js';
import { collectCouplings, collectModules } from './collect.js';
import type { AnyModule, Link, LinkGroup, ModuleGroup } from './groups.js';

/** Modules, couplings, signals and base weights, checked and grouped by family. Plain frozen data. */
export interface System<Inputs extends object = Readonly<Record<string, unknown>>> {
  readonly size: number;
  readonly ids: readonly string[];
  /** The index of an id. Throws `NAME_UNKNOWN`. */
  indexOf(id: string): number;
  readonly modules: readonly ModuleGroup[];
  readonly couplings: readonly LinkGroup[];
  readonly signals: Signals;
  /** Base weights by term key; 1 where none is given. */
  readonly weights: Readonly<Record<string, number>>;
  /** What each module reads; for the types alone. */
  readonly inputs?: Inputs;
}

/** What a module reads. */
export type InputOf<M> = M extends Module<infer Input, infer _F> ? Input : never;
/** Modules by id. */
export type ModuleMap = Readonly<Record<string, AnyModule>>;

/** What a system has besides modules and couplings. */
export interface Surroundings {
  readonly signals?: Signals;
  readonly weights?: Readonly<Record<string, number>>;
}

/**
 * Puts a system together and checks it whole, before any work starts.
 *
 * @param given.modules modules by id, or columns
 * @param given.couplings links between ids, or columns; in any mix
 * @param given.signals numbers that families read by name
 * @param given.weights base weights by term key (`local:<Family>`, `coup:<Family>`), >= 0
 * @throws `INPUT_INVALID` for a coupling of a module with itself, a number that is not finite, no module
 * at all; `OPTION_UNKNOWN` for a key that no system has; `NAME_UNKNOWN` for an id, term or signal that is not there; `OPTION_INVALID` for a bad weight
 */
export function defineSystem<const M extends ModuleMap>(
  given: {
    readonly modules: M;
    readonly couplings?: readonly (Link<Extract<keyof M, string>> | CouplingColumns)[];
  } & Surroundings,
): System<{ readonly [K in keyof M]: InputOf<M[K]> }>;
export function defineSystem(
  given: {
    readonly modules: readonly ModuleColumns[];
    readonly couplings?: readonly (Link | CouplingColumns)[];
  } & Surroundings,
): System;
export function defineSystem(
  given: {
    readonly modules: ModuleMap | readonly ModuleColumns[];
    readonly couplings?: readonly (Link | CouplingColumns)[];
  } & Surroundings,
): System {
  checkShape(given);
  const { groups: modules, size, ids } = collectModules(given.modules);
  const indexOf = idIndex(ids);
  const couplings = collectCouplings(given.couplings ?? [], size, indexOf);
  const system: System = {
    size,
    get ids() {
      return ids();
    },
    indexOf,
    modules,
    couplings,
    signals: checkedSignals(given.signals ?? {}, modules, couplings),
    weights: checkedWeights(given.weights ?? {}, modules, couplings),
  };
  return Object.freeze(system);
}

/** Programs without types may hand over anything. */
function checkShape(given: unknown): void {
  if (!isRecord(given)) {
    throw new CfcError('INPUT_INVALID', `${describe(given)} is not a system`, 'the system', 'Give { modules, ... }.');
  }
  onlyKeys(given, ['modules', 'couplings', 'signals', 'weights'], 'the system');
  const { modules, couplings = [], signals = {}, weights = {} } = given;
  const parts = [
    ['modules', modules, isRecord(modules) || Array.isArray(modules), 'Give modules by id, or a list of columns.'],
    ['couplings', couplings, Array.isArray(couplings), 'Give a list.'],
    ['signals', signals, isRecord(signals), 'Give numbers by name.'],
    ['weights', weights, isRecord(weights), 'Give numbers by term key.'],
  ] as const;
  for (const [key, value, fits, fix] of parts) {
    if (!fits) throw new CfcError('INPUT_INVALID', `${key} is ${describe(value)}`, key, fix);
  }
}

/** The index of an id, by a table that is made when it is first asked for. */
export function idIndex(ids: () => readonly string[]): (id: string) => number {
  let index: Map<string, number> | null = null;
  return (id) => {
    index ??= new Map(ids().map((name, i) => [name, i]));
    const found = index.get(id);
    if (found === undefined)
      throw new CfcError('NAME_UNKNOWN', `no module "${id}"`, 'the system', suggestion(id, ids()));
    return found;
  };
}

function checkedSignals(signals: Signals, modules: readonly ModuleGroup[], couplings: readonly LinkGroup[]): Signals {
  for (const [name, value] of Object.entries(signals)) {
    if (!Number.isFinite(value)) {
      throw new CfcError('INPUT_INVALID', `${describe(value)} is not a finite number`, `signals.${name}`);
    }
  }
  const counted = [
    ...modules.map((group) => ({ ...group, count: group.slots.length })),
    ...couplings.map((group) => ({ ...group, count: group.a.length })),
  ];
  for (const { name, family, columns, count } of counted) {
    if (family.signals === undefined) continue;
    const at = rowReader(columns);
    const named = new Set<string>();
    for (let k = 0; k < count; k++) for (const signal of family.signals(at(k))) named.add(signal);
    for (const signal of named) {
      if (Object.hasOwn(signals, signal)) continue;
      const given = Object.keys(signals);
      const fix = `Give it, for example signals: { ${signal}: 0 }.${given.length === 0 ? '' : ` ${suggestion(signal, given)}`}`;
      throw new CfcError(
        'NAME_UNKNOWN',
        `${name} reads the signal "${signal}", which the system does not give`,
        'signals',
        fix,
      );
    }
  }
  return Object.freeze({ ...signals });
}

function checkedWeights(
  weights: Readonly<Record<string, number>>,
  modules: readonly ModuleGroup[],
  couplings: readonly LinkGroup[],
): Readonly<Record<string, number>> {
  const keys = [...modules.map(({ name }) => `local:${name}`), ...couplings.map(({ name }) => `coup:${name}`)];
  for (const [key, value] of Object.entries(weights)) {
    if (!keys.includes(key)) throw new CfcError('NAME_UNKNOWN', `no term "${key}"`, 'weights', suggestion(key, keys));
    if (!(Number.isFinite(value) && value >= 0)) {
      throw new CfcError(
        'OPTION_INVALID',
        `the weight ${describe(value)}`,
        `weights.${key}`,
        'Give a finite number >= 0.',
      );
    }
  }
  return Object.freeze({ ...weights });
}

/** Throws `INPUT_INVALID` where a system is not what `defineSystem` returns. */
export function checkDefined(system: object): void {
  const given: unknown = system;
  const compiled = isRecord(given) && typeof given['energy'] === 'function';
  if (isRecord(given) && Array.isArray(given['modules']) && !compiled && 'indexOf' in given) return;
  throw new CfcError(
    'INPUT_INVALID',
    compiled ? 'the system is compiled already' : `${describe(given)} is not a defined system`,
    'system',
    'Give what defineSystem(...) returns.',
  );
}

import { checkDefinition, checkGap } from './check-definition.js';
import { fill } from '../options/fill.js';
import type { Fields, Given, Options } from '../options/field.js';
import type { Coupling, CouplingFamily, Module, ModuleFamily } from './energy.js';
import type { WeightAdapter } from './adapter.js';
import type { Explore, Guard, Limit, Method, Schedule, Search, Stop, Transform } from './pieces.js';

/** What a made piece of the plan carries besides its functions. */
export interface Piece<Slot extends string = string> {
  readonly slot: Slot;
  readonly name: string;
  readonly options: Options<Fields>;
}

/**
 * A factory that also says what it makes: call it with options, or register it and call it by name.
 *
 * `Made` is what a call returns; `name` is the registered name.
 */
export interface Definition<
  Slot extends string = string,
  Name extends string = string,
  F extends Fields = Fields,
  Made = unknown,
> {
  (...given: object extends Given<F> ? [options?: Given<F>] : [options: Given<F>]): Made;
  readonly slot: Slot;
  readonly name: Name;
  readonly meaning: string;
  readonly fields: F;
}

/** A definition whose options and product are not known to the types, as a registry holds it. */
export interface AnyDefinition {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- accepts every options type
  (options?: any): unknown;
  readonly slot: string;
  readonly name: string;
  readonly meaning: string;
  readonly fields: Fields;
}

/** The definition of a kind of module; `family` holds its functions. */
export type ModuleDefinition<Name extends string = string, F extends Fields = Fields, Input = unknown> = Definition<
  'module',
  Name,
  F,
  Module<Input, F>
> & { readonly family: ModuleFamily<F, Input> };

/** The definition of a kind of coupling. */
export type CouplingDefinition<Name extends string = string, F extends Fields = Fields> = Definition<
  'coupling',
  Name,
  F,
  Coupling<F>
> & { readonly family: CouplingFamily<F> };

function define<Slot extends string, Name extends string, F extends Fields, Made, More extends object>(
  head: { slot: Slot; name: Name; meaning: string; fields: F },
  make: (options: Options<F>) => Made,
  more: More,
): Definition<Slot, Name, F, Made> & More {
  const factory = (given?: unknown): Made => make(fill(head.fields, given, head.name));
  Object.defineProperty(factory, 'name', { value: head.name });
  const { slot, meaning, fields } = head;
  return Object.freeze(Object.assign(factory, { slot, meaning, fields }, more)) as unknown as Definition<
    Slot,
    Name,
    F,
    Made
  > &
    More;
}

/**
 * Defines a kind of module.
 *
 * @example
 * const well = defineModule({
 *   name: 'WellModule', meaning: 'a parabola', options: { at: number(0.5, 'its lowest point') },
 *   eta: (input: number) => input,
 *   energy: (eta, { at }) => (eta - at) ** 2,
 *   slope: (eta, { at }) => 2 * (eta - at),
 *   curvature: () => 2,
 * });
 */
export function defineModule<const Name extends string, F extends Fields, Input>(
  given: { readonly name: Name; readonly meaning: string; readonly options: F } & ModuleFamily<F, Input>,
): ModuleDefinition<Name, F, Input> {
  checkDefinition(given, 'defineModule', ['eta', 'energy', 'slope']);
  const { name, meaning, options: fields, ...functions } = given;
  const family = Object.freeze(functions) as unknown as ModuleFamily<F, Input>;
  return define(
    { slot: 'module', name, meaning, fields },
    (options): Module<Input, F> => {
      given.check?.(options, name);
      return Object.freeze({ slot: 'module', name, fields, options, family });
    },
    { family },
  );
}

/** Defines a kind of coupling. */
export function defineCoupling<const Name extends string, F extends Fields>(
  given: { readonly name: Name; readonly meaning: string; readonly options: F } & CouplingFamily<F>,
): CouplingDefinition<Name, F> {
  checkDefinition(given, 'defineCoupling', ['energy', 'slopes', 'bend']);
  if (given.gap !== undefined) checkGap(given.gap, given.options, given.name);
  const { name, meaning, options: fields, ...functions } = given;
  const family = Object.freeze(functions) as unknown as CouplingFamily<F>;
  return define(
    { slot: 'coupling', name, meaning, fields },
    (options): Coupling<F> => Object.freeze({ slot: 'coupling', name, fields, options, family }),
    { family },
  );
}

/** What the definer of a slot takes: head, options, and how the piece is made of them. */
export interface PieceSource<Name extends string, F extends Fields, Body> {
  readonly name: Name;
  readonly meaning: string;
  readonly options: F;
  make(options: Options<F>): Body;
}

function definer<Slot extends string, Body extends object>(slot: Slot) {
  return <const Name extends string, F extends Fields>(
    source: PieceSource<Name, F, Body>,
  ): Definition<Slot, Name, F, Body & Piece<Slot>> => {
    checkDefinition(source, `define${slot.charAt(0).toUpperCase()}${slot.slice(1)}`, ['make']);
    return define(
      { slot, name: source.name, meaning: source.meaning, fields: source.options },
      (options): Body & Piece<Slot> => Object.freeze({ ...source.make(options), slot, name: source.name, options }),
      {},
    );
  };
}

/* The states of pieces are private to them: the loop hands each its own back, hence `any` as their type. */
/* eslint-disable @typescript-eslint/no-explicit-any */
/** Defines a method: what proposes a step. Source: `{ name, meaning, options, make }`. */
export const defineMethod = definer<'method', Method<any>>('method');
/** Defines a transform of the direction of descent. Source: `{ name, meaning, options, make }`. */
export const defineTransform = definer<'transform', Transform<any>>('transform');
/** Defines a search for the length of a step. Source: `{ name, meaning, options, make }`. */
export const defineSearch = definer<'search', Search>('search');
/** Defines a limit of the length of a step. Source: `{ name, meaning, options, make }`. */
export const defineLimit = definer<'limit', Limit>('limit');
/** Defines noise that explores. Source: `{ name, meaning, options, make }`. */
export const defineExplore = definer<'explore', Explore<any>>('explore');
/** Defines a guard: accepts a candidate or refuses it. Source: `{ name, meaning, options, make }`. */
export const defineGuard = definer<'guard', Guard>('guard');
/** Defines a stop rule. Source: `{ name, meaning, options, make }`. */
export const defineStop = definer<'stop', Stop<any>>('stop');
/** Defines a schedule of the weights over the steps. Source: `{ name, meaning, options, make }`. */
export const defineSchedule = definer<'schedule', Schedule<any>>('schedule');
/** Defines an adapter of the weights to what is measured. Source: `{ name, meaning, options, make }`. */
export const defineAdapter = definer<'adapter', WeightAdapter<any, any>>('adapter');
/* eslint-enable @typescript-eslint/no-explicit-any */

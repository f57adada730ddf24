import {
  type AnyCoupling,
  type AnyDefinition,
  type AnyModule,
  CfcError,
  type Plan,
  type Registry,
  describe,
  suggestion,
} from '@cfc/core';
import { type Plain, plainOf } from './plain.js';

/** A piece as data: its registered name and all its options. */
export interface Node {
  readonly use: string;
  readonly with: { readonly [name: string]: Plain };
}

/** What every piece made by a definition says of itself. */
interface Made {
  readonly slot: string;
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly family?: object;
}

/**
 * A module, coupling or piece of a plan as data, by the name under which the registry makes it.
 *
 * @throws `INPUT_INVALID` for something that no definition made, or options that are no data; `NAME_UNKNOWN` for a piece that
 * the registry does not provide
 */
export function nodeOf(registry: Registry, piece: unknown, where: string): Node {
  if (!isMade(piece)) {
    const fix = 'Make it by calling a definition that the registry provides.';
    throw new CfcError('INPUT_INVALID', `${describe(piece)} says of itself no name and options`, where, fix);
  }
  const options = Object.fromEntries(
    Object.entries(piece.options).map(([name, value]) => [name, optionOf(registry, value, `${where}.${name}`)]),
  );
  const all = registry.list(piece.slot);
  const definition = all.find((one) => provides(one, piece, options));
  if (definition !== undefined) return { use: definition.name, with: options };
  const named = all.some(({ name }) => name === piece.name);
  const what = named ? `another ${piece.slot} is registered as "${piece.name}"` : `no ${piece.slot} "${piece.name}"`;
  const fix = `List its plugin in the registry. ${suggestion(
    piece.name,
    all.map(({ name }) => name),
  )}`;
  throw new CfcError('NAME_UNKNOWN', what, where, fix);
}

function optionOf(registry: Registry, value: unknown, where: string): Plain {
  if (isMade(value)) return nodeOf(registry, value, where) as unknown as Plain;
  if (Array.isArray(value) && value.some(isMade)) {
    return value.map((entry, k) => optionOf(registry, entry, `${where}[${k}]`));
  }
  return plainOf(value, where);
}

/** Plugins may be registered under a prefix: a family is known by itself, other pieces by the end of their names. */
function provides(definition: AnyDefinition, piece: Made, options: Node['with']): boolean {
  if (!definition.name.endsWith(piece.name)) return false;
  return piece.family === undefined || (definition(options) as Made).family === piece.family;
}

function isMade(value: unknown): value is Made {
  if (typeof value !== 'object' || value === null) return false;
  const { slot, name, options } = value as Partial<Made>;
  return typeof slot === 'string' && typeof name === 'string' && typeof options === 'object';
}

/** The module that a node stands for. */
export const moduleOf = (registry: Registry, { use, with: options }: Node, where: string): AnyModule =>
  registry.find(use, 'module', where)(options) as AnyModule;

/** The coupling that a node stands for. */
export const couplingOf = (registry: Registry, { use, with: options }: Node, where: string): AnyCoupling =>
  registry.find(use, 'coupling', where)(options) as AnyCoupling;

const slots = ['method', 'guard', 'stop', 'schedule', 'adapter'] as const;

/**
 * A plan as the `relax` part of a scenario.
 *
 * @throws as `nodeOf`; `INPUT_INVALID` for observers, which are no data, and for a plan without a stop, which no scenario has
 */
export function planNodeOf(registry: Registry, plan: Plan): { readonly [slot: string]: Plain } {
  if ((plan.observers ?? []).length > 0) {
    const fix = 'Leave them out, and listen to "relaxed".';
    throw new CfcError('INPUT_INVALID', 'observers cannot be written to a log', 'plan.observers', fix);
  }
  if (plan.stop === undefined) {
    throw new CfcError('INPUT_INVALID', 'the plan has no stop', 'plan.stop', 'Give one, for example maxSteps().');
  }
  const given = slots.filter((slot) => plan[slot] !== undefined);
  const pieces = given.map((slot) => [slot, nodeOf(registry, plan[slot], `plan.${slot}`)] as const);
  return plainOf({ guard: null, ...Object.fromEntries(pieces), seed: plan.seed ?? 0 }, 'plan') as never;
}

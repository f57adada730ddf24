import { CfcError, describe, onlyKeys } from '@cfc/core';
import type { Key } from './fields.js';

/** A map of a configuration, as YAML or JSON gives it. */
export type Tree = Readonly<Record<string, unknown>>;

/** A node that has to be a map. Throws `OPTION_INVALID`. */
export function mapAt(node: unknown, where: string, fix: string): Tree {
  if (typeof node === 'object' && node !== null && !Array.isArray(node)) return node as Tree;
  throw new CfcError('OPTION_INVALID', `${describe(node)} is not a map`, where, fix);
}

/** The keys of a map as options of the engine. Throws `OPTION_UNKNOWN`, `OPTION_INVALID`, each with its place. */
export function optionsOf(node: Tree, keys: Readonly<Record<string, Key>>, where: string): Record<string, unknown> {
  onlyKeys(node, Object.keys(keys), where);
  const options: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(node)) {
    const { option, field } = keys[name]!;
    options[option] = field === undefined ? camel(value) : field.check(value, `${where}.${name}`);
  }
  return options;
}

/** The same with snake_case names in camelCase, all the way down: `min_history` reads like `minHistory`. */
export function camel(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(camel);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [
      name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      camel(value),
    ]),
  );
}

/** `over` laid on `base`: maps are merged, everything else is replaced. */
export function merged(base: Tree, over: Tree): Tree {
  const both = new Map(Object.entries(base));
  for (const [name, value] of Object.entries(over)) {
    const before = both.get(name);
    both.set(name, isMap(before) && isMap(value) ? merged(before, value) : value);
  }
  return Object.fromEntries(both); // which makes a key "__proto__" a key like others
}

const isMap = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

import { CfcError, type CompiledSystem } from '@cfc/core';

/** Modules in groups: each in exactly one. */
export interface Groups {
  /** The group of each module. */
  readonly of: Int32Array;
  /** The groups' names. */
  readonly names: readonly string[];
}

/** The modules by family; named by their terms, `local:<Family>`. */
export function familiesOf(system: CompiledSystem): Groups {
  const of = new Int32Array(system.size);
  system.locals.forEach(({ slots }, g) => {
    for (const i of slots) of[i] = g;
  });
  return { of, names: system.locals.map(({ name }) => `local:${name}`) };
}

/**
 * Groups as you give them.
 *
 * @param given ids by the name of their group
 * @throws `NAME_UNKNOWN` for an id that no module has; `INPUT_INVALID` for a module in no group or in two, or an empty group
 */
export function groupsOf(system: CompiledSystem, given: Readonly<Record<string, readonly string[]>>): Groups {
  const refuse = (what: string, where: string): never => {
    throw new CfcError('INPUT_INVALID', what, where, 'Put every module into exactly one group.');
  };
  const index = new Map(system.ids.map((id, i) => [id, i]));
  const of = new Int32Array(system.size).fill(-1);
  Object.entries(given).forEach(([name, ids], g) => {
    if (ids.length === 0) refuse('the group is empty', `groups.${name}`);
    for (const id of ids) {
      const i = index.get(id);
      if (i === undefined) throw new CfcError('NAME_UNKNOWN', `no module "${id}"`, `groups.${name}`);
      if (of[i] !== -1) refuse(`module "${id}" is in a group already`, `groups.${name}`);
      of[i] = g;
    }
  });
  const left = of.indexOf(-1);
  if (left >= 0) refuse(`module "${system.ids[left]}" is in no group`, 'groups');
  return { of, names: Object.keys(given) };
}

/** Throws `INPUT_INVALID` for groups of another system. */
export function checkGroups({ size }: CompiledSystem, { of }: Groups): void {
  if (of.length === size) return;
  const what = `groups of ${of.length} modules for a system of ${size}`;
  throw new CfcError('INPUT_INVALID', what, 'groups', 'Make them of the same system.');
}

/** The modules of some groups, in ascending order. */
export function modulesOf({ of }: Groups, groups: readonly number[]): Int32Array {
  const wanted = new Set(groups);
  return Int32Array.from([...of.keys()].filter((i) => wanted.has(of[i]!)));
}

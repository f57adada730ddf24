import { type Additions, CfcError, type Plan, type Registry, type Removals, describe, onlyKeys } from '@cfc/core';
import type { Book } from './book.js';
import type { Add, Change, Ends, Numbers, Relax, Remove, Update } from './entry.js';
import { nodeOf, planNodeOf } from './node.js';
import { plainOf } from './plain.js';

/*
 * What callers hand over, as commands of plain data. What can only be checked against the system is left to the coordinator.
 */

export function addCommand(registry: Registry, given: Additions): Add {
  checkMap(given, 'add', ['modules', 'couplings', 'eta']);
  const { modules = {}, couplings = [], eta = {} } = given;
  checkMap(modules, 'add.modules');
  checkList(couplings, 'add.couplings');
  checkMap(eta, 'add.eta', Object.keys(modules));
  const nodes = Object.entries(modules).map(([id, use]) => {
    const where = `add.modules.${id}`;
    const start = plainOf(Object.hasOwn(eta, id) ? eta[id] : 0, `add.eta.${id}`) as number;
    return [id, { ...nodeOf(registry, use, where), eta: start }] as const;
  });
  const links = couplings.map((link, k) => {
    const where = `add.couplings[${k}]`;
    checkMap(link, where, ['use', 'between']);
    return { ...nodeOf(registry, link.use, where), between: plainOf(link.between, where) as unknown as Ends };
  });
  return { type: 'add', modules: Object.fromEntries(nodes), couplings: links };
}

export function removeCommand(book: Book, given: Removals): Remove {
  checkMap(given, 'remove', ['modules', 'couplings']);
  const { modules = [], couplings = [] } = given;
  checkList(modules, 'remove.modules');
  checkList(couplings, 'remove.couplings');
  const numbers = couplings.flatMap((name, k) => {
    if (typeof name === 'number') return [name];
    const where = `remove.couplings[${k}]`;
    checkMap(name, where, ['use', 'between']);
    checkList(name.between, where);
    return book.numbersOf(name.use, name.between, where);
  });
  return { type: 'remove', modules: modules.map(String), couplings: numbers };
}

export function updateCommand(changes: Iterable<unknown> | Readonly<Record<string, unknown>>): Update {
  const given: unknown = changes;
  if (typeof given !== 'object' || given === null) {
    throw new CfcError('INPUT_INVALID', `${describe(given)} are no updates`, 'update', 'Give inputs by id, or pairs.');
  }
  const pairs: unknown[] = Symbol.iterator in given ? [...(given as Iterable<unknown>)] : Object.entries(given);
  return { type: 'update', updates: pairs.map((pair, k) => plainOf(pair, `update[${k}]`)) as never };
}

export const changeCommand = (id: string, options: Readonly<Record<string, unknown>>): Change => {
  checkMap(options, `change.${id}`);
  return { type: 'change', id, with: plainOf(options, `change.${id}`) as Change['with'] };
};

export function numbersOf(given: Numbers, where: string): Numbers {
  checkMap(given, where);
  return plainOf(given, where) as Numbers;
}

export const relaxCommand = (registry: Registry, plan: Plan | undefined): Relax => ({
  type: 'relax',
  plan: plan === undefined ? null : planNodeOf(registry, plan),
});

/** Programs without types may hand over anything. */
function checkMap(given: unknown, where: string, keys?: readonly string[]): void {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new CfcError('INPUT_INVALID', `${describe(given)} is not a map`, where, 'Give names and values.');
  }
  if (keys !== undefined) onlyKeys(given as Readonly<Record<string, unknown>>, keys, where);
}

function checkList(given: unknown, where: string): void {
  if (Array.isArray(given)) return;
  throw new CfcError('INPUT_INVALID', `${describe(given)} is not a list`, where, 'Give a list.');
}

import { CfcError, describe, onlyKeys, suggestion } from '@cfc/core';
import { type Proposal, ROOT } from './proposal.js';

const keys = ['id', 'modules', 'couplings', 'eta', 'parent'];

/** What proposals may refer to. */
export interface Present {
  /** The modules of the system that all began with. */
  readonly initial: ReadonlySet<string>;
  /** The modules there are now. */
  readonly modules: ReadonlySet<string>;
  /** The proposals that were accepted. */
  readonly accepted: ReadonlySet<string>;
}

/**
 * Checks proposals whole, before any of them is measured.
 *
 * @throws `INPUT_INVALID` for something that is no proposal, brings nothing, or couples a module with itself; `OPTION_UNKNOWN`;
 * `NAME_TAKEN` for two of one id, or a module that the initial system has; `NAME_UNKNOWN` for an end, parent or start that
 * stands for nothing, in the system or among the proposals
 */
export function checkProposals(given: Iterable<Proposal>, present: Present): readonly Proposal[] {
  if (typeof (given as Partial<Iterable<unknown>> | null)?.[Symbol.iterator] !== 'function') {
    throw bad(`${describe(given)} are no proposals`, 'proposals', 'Give a list, or a function that returns one.');
  }
  const proposals = [...given];
  const ids = new Set<string>();
  const modules = new Set(present.modules);
  proposals.forEach((proposal, k) => {
    checkShape(proposal, `proposals[${k}]`);
    const { id } = proposal;
    if (ids.has(id) || id === ROOT) {
      const what = id === ROOT ? `"${ROOT}" is what the initial system is called` : `two proposals "${id}"`;
      throw new CfcError('NAME_TAKEN', what, `proposals[${k}].id`, 'Give each an id of its own.');
    }
    ids.add(id);
    for (const module of Object.keys(proposal.modules ?? {})) {
      if (present.initial.has(module)) {
        const where = `proposals.${id}.modules.${module}`;
        throw new CfcError('NAME_TAKEN', `the system has a module "${module}"`, where, 'Choose another id.');
      }
      modules.add(module);
    }
  });
  for (const proposal of proposals) checkNames(proposal, modules, new Set([...ids, ...present.accepted]));
  return proposals;
}

function checkShape(proposal: unknown, at: string): asserts proposal is Proposal {
  if (!isMap(proposal)) throw bad(`${describe(proposal)} is no proposal`, at, 'Give { id, modules, couplings }.');
  onlyKeys(proposal, keys, at);
  const { id, modules = {}, couplings = [], eta = {} } = proposal;
  if (typeof id !== 'string' || id === '') throw bad(`the id is ${describe(id)}`, `${at}.id`, 'Give a text.');
  const where = `proposals.${id}`;
  if (!isMap(modules)) throw bad(`modules are ${describe(modules)}`, where, 'Give modules by id.');
  if (!Array.isArray(couplings)) throw bad(`couplings are ${describe(couplings)}`, where, 'Give a list.');
  if (!isMap(eta)) throw bad(`eta is ${describe(eta)}`, where, 'Give order parameters by id.');
  if (Object.keys(modules).length + couplings.length === 0) {
    throw bad('it brings nothing', where, 'Give modules, couplings or both.');
  }
  for (const [module, use] of Object.entries(modules)) {
    if (!isMap(use) || use['slot'] !== 'module') throw unmade(use, 'module', `${where}.modules.${module}`);
  }
  couplings.forEach((link: unknown, k) => {
    if (!isMap(link) || !isMap(link['use']) || link['use']['slot'] !== 'coupling') {
      throw unmade(isMap(link) ? link['use'] : link, 'coupling', `${where}.couplings[${k}]`);
    }
  });
}

function checkNames(
  { id, modules = {}, couplings = [], eta = {}, parent }: Proposal,
  known: ReadonlySet<string>,
  ids: ReadonlySet<string>,
): void {
  const where = `proposals.${id}`;
  couplings.forEach(({ between }, k) => {
    const at = `${where}.couplings[${k}].between`;
    if (!Array.isArray(between) || between.length !== 2) {
      throw bad(`between is ${describe(between)}`, at, 'Give the ids of two modules.');
    }
    for (const end of between as unknown[])
      if (typeof end !== 'string' || !known.has(end)) throw unknown('module', end, at, known);
    if (between[0] === between[1])
      throw bad(`a coupling of module "${between[0]}" with itself`, at, 'Couple two different modules.');
  });
  for (const [module, start] of Object.entries(eta)) {
    const at = `${where}.eta.${module}`;
    if (!Object.hasOwn(modules, module)) throw unknown('module of its own', module, at, Object.keys(modules));
    if (!(start >= 0 && start <= 1)) throw bad(`η is ${describe(start)}`, at, 'Give a number in [0, 1].');
  }
  if (parent === undefined || parent === ROOT || (parent !== id && (ids.has(parent) || known.has(parent)))) return;
  throw unknown(
    'parent',
    parent,
    `${where}.parent`,
    [ROOT, ...ids, ...known].filter((name) => name !== id),
  );
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const bad = (what: string, where: string, fix: string): CfcError => new CfcError('INPUT_INVALID', what, where, fix);

const unmade = (use: unknown, slot: string, where: string): CfcError =>
  bad(`${describe(use)} is not a ${slot}`, where, 'Make one by calling its definition.');

const unknown = (kind: string, name: unknown, where: string, known: Iterable<string>): CfcError =>
  new CfcError(
    'NAME_UNKNOWN',
    `no ${kind} ${describe(name)}`,
    where,
    suggestion(typeof name === 'string' ? name : '', known),
  );

import { CfcError } from '../../errors.js';
import { describe, isRecord } from '../../options/field.js';
import { onlyKeys } from '../../options/only-keys.js';
import type { ModuleMap } from '../../system/define.js';
import { ends } from '../../system/ends.js';
import type { AnyCoupling, AnyModule, Link } from '../../system/groups.js';
import { checkCouplingUse, checkModuleUse } from './check-use.js';
import type { State } from './state.js';

/** What is to be added. */
export interface Additions {
  /** Modules by id; they come last in the order of definition. */
  readonly modules?: ModuleMap;
  /** Links between modules that are there or come along. */
  readonly couplings?: readonly Link[];
  /** Order parameters of the new modules, in [0, 1]; 0 where none is given. */
  readonly eta?: Readonly<Record<string, number>>;
}

/** The same, checked. */
export interface CheckedAdditions {
  readonly modules: readonly { readonly id: string; readonly use: AnyModule; readonly eta: number }[];
  readonly couplings: readonly { readonly use: AnyCoupling; readonly between: readonly [string, string] }[];
}

const WHERE = 'add';

/**
 * Checks additions whole; nothing has changed when it throws.
 *
 * @throws `INPUT_INVALID`, `OPTION_UNKNOWN`, `NAME_TAKEN` for an id that a module has, or a family's name that another one
 * has; `NAME_UNKNOWN` for an end or signal that is not there; `ENERGY_INVALID` for a family that fails at the start
 */
export function checkAdditions(state: State, given: Additions): CheckedAdditions {
  if (!isRecord(given)) throw bad(`${describe(given)} is nothing to add`, WHERE, 'Give { modules, couplings, eta }.');
  onlyKeys(given, ['modules', 'couplings', 'eta'], WHERE);
  const { modules = {}, couplings = [], eta = {} } = given as Additions;
  if (!isRecord(modules)) throw bad(`modules are ${describe(modules)}`, `${WHERE}.modules`, 'Give modules by id.');
  if (!Array.isArray(couplings))
    throw bad(`couplings are ${describe(couplings)}`, `${WHERE}.couplings`, 'Give a list.');
  if (!isRecord(eta)) throw bad(`eta is ${describe(eta)}`, `${WHERE}.eta`, 'Give order parameters by id.');
  const fresh = new Map<string, number>();
  const checked = Object.entries(modules).map(([id, use]) => {
    const where = `${WHERE}.modules.${id}`;
    if (state.names.has(id)) {
      throw new CfcError(
        'NAME_TAKEN',
        `there is a module "${id}"`,
        where,
        'Choose another id, or remove that one first.',
      );
    }
    const start = Object.hasOwn(eta, id) ? eta[id] : 0;
    if (!(typeof start === 'number' && start >= 0 && start <= 1)) {
      throw bad(`η is ${describe(start)}`, `${WHERE}.eta.${id}`, 'Give a number in [0, 1].');
    }
    checkModuleUse(state, use, start, where);
    fresh.set(id, state.base.capacity + fresh.size);
    return { id, use, eta: start };
  });
  for (const id of Object.keys(eta)) {
    if (!fresh.has(id))
      throw new CfcError('NAME_UNKNOWN', `no new module "${id}"`, `${WHERE}.eta`, 'Only those added have one.');
  }
  const at = (id: string): number => fresh.get(id) ?? state.names.slotOf(id, WHERE);
  const valueAt = (slot: number): number =>
    slot < state.base.capacity ? state.base.eta[slot]! : checked[slot - state.base.capacity]!.eta;
  const links = (couplings as readonly Link[]).map((link, k) => {
    const where = `${WHERE}.couplings[${k}]`;
    if (!isRecord(link))
      throw bad(`${describe(link)} is not a coupling`, where, 'Write { use: quadratic(), between: [id, id] }.');
    const [a, b] = ends(link, where, at);
    checkCouplingUse(state, link.use, valueAt(a), valueAt(b), where);
    return { use: link.use, between: link.between };
  });
  return { modules: checked, couplings: links };
}

export function bad(what: string, where: string, fix: string): CfcError {
  return new CfcError('INPUT_INVALID', what, where, fix);
}

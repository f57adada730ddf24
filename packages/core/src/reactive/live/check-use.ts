import type { Signals } from '../../contract/energy.js';
import { CfcError, suggestion } from '../../errors.js';
import { type Fields, type Options, describe, isRecord } from '../../options/field.js';
import { faultAt } from '../../system/diagnose.js';
import type { AnyCoupling, AnyModule } from '../../system/groups.js';
import type { State } from './state.js';

interface Family {
  readonly family: { signals?(options: Options<Fields>): readonly string[] };
  readonly name: string;
  readonly options: Options<Fields>;
}

const pair = new Float64Array(2);
const triple = new Float64Array(3);

/** Throws where something is no module, or one that cannot work in this system at η = `eta`. */
export function checkModuleUse(state: State, use: AnyModule, eta: number, where: string): void {
  checkSlot(use, 'module', where);
  const { name, family, options } = use;
  checkFamily(state, use, 'module', where);
  const { signals } = state.base.system;
  sound(
    () => {
      const { h, a, b } = family.fold?.(options, signals) ?? { h: 0, a: 0, b: 0 };
      const curved = family.curvature?.(eta, options, signals) ?? 0;
      return family.energy(eta, options, signals) + family.slope(eta, options, signals) + curved + h + a + b;
    },
    () => {
      const local = { term: 0, name, count: 1, slots: Int32Array.of(0), family, at: () => options, kernel: () => 0 };
      return faultAt({ ids: [where], locals: [local], couplings: [], signals }, Float64Array.of(eta));
    },
  );
}

/** The same for a coupling between two order parameters. */
export function checkCouplingUse(state: State, use: AnyCoupling, x: number, y: number, where: string): void {
  checkFamily(state, use, 'coupling', where);
  const { name, family, options } = use;
  const { signals } = state.base.system;
  sound(
    () => {
      const { h, a, b } = family.fold?.(options, signals) ?? { h: 0, a: 0, b: 0 };
      family.slopes(x, y, options, signals, pair);
      triple.fill(0);
      family.curvatures?.(x, y, options, signals, triple);
      const [aa, bb, ab] = family.bend(x, y, options, signals);
      const bounds = aa >= 0 && bb >= 0 && ab >= 0 ? 0 : NaN;
      const derivatives = pair[0]! + pair[1]! + triple[0]! + triple[1]! + triple[2]!;
      return family.energy(x, y, options, signals) + derivatives + h + a + b + bounds;
    },
    () => {
      const [a, b] = [Int32Array.of(0), Int32Array.of(1)];
      const row = { columns: {}, items: null, position: () => a, kernel: () => 0, at: () => options };
      const group = { term: 0, name, count: 1, a, b, family, ...row };
      return faultAt({ ids: [where, where], locals: [], couplings: [group], signals }, Float64Array.of(x, y));
    },
  );
}

function checkSlot(use: unknown, slot: 'module' | 'coupling', where: string): void {
  if (isRecord(use) && use['slot'] === slot) return;
  throw new CfcError(
    'INPUT_INVALID',
    `${describe(use)} is not a ${slot}`,
    where,
    'Make one by calling its definition.',
  );
}

/** Asks once for everything; only where that fails, the culprit is looked for. */
function sound(ask: () => number, fault: () => CfcError | null): void {
  let total = NaN;
  try {
    total = ask();
  } catch {
    // The diagnosis asks again, and names the function.
  }
  if (Number.isFinite(total)) return;
  const found = fault();
  if (found !== null) throw found;
}

/** One name, one family; and all its signals are there. */
function checkFamily({ base, added }: State, use: Family, slot: 'module' | 'coupling', where: string): void {
  const { system } = base;
  const groups: readonly Pick<Family, 'name' | 'family'>[] = slot === 'module' ? system.modules : system.couplings;
  const others = slot === 'module' ? added.families.modules : added.families.couplings;
  const known = groups.find(({ name }) => name === use.name)?.family ?? others.get(use.name);
  if (known !== undefined && known !== use.family) {
    throw new CfcError('NAME_TAKEN', `two different families are called "${use.name}"`, where, 'Rename one of them.');
  }
  checkSignals(use, system.signals, where);
}

/** Throws where a family reads a signal that the system does not give. */
function checkSignals({ name, family, options }: Family, signals: Signals, where: string): void {
  for (const signal of family.signals?.(options) ?? []) {
    if (Object.hasOwn(signals, signal)) continue;
    const what = `${name} reads the signal "${signal}", which the system does not give`;
    throw new CfcError('NAME_UNKNOWN', what, where, suggestion(signal, Object.keys(signals)));
  }
}

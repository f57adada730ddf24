import type { Quartic, Signals, Vector } from '../../contract/energy.js';
import { moduleBound, moduleDifference, pairDifference } from '../../system/families.js';
import type { AnyCoupling, AnyModule } from '../../system/groups.js';
import type { RowPart, Stiffness, Touched } from '../../system/rows/row-part.js';

/** A module that came after packing, or whose options changed since. */
export interface AddedModule {
  readonly use: AnyModule;
  readonly weight: number;
  /** Whether it is counted in the sums of the quartics, and not here. */
  readonly folded: boolean;
}

/** A coupling that came after packing. */
export interface AddedCoupling {
  readonly number: number;
  readonly use: AnyCoupling;
  readonly a: number;
  readonly b: number;
  readonly weight: number;
  /** What is counted in the sums of the quartics of its first module, and not here. */
  readonly quartic: Quartic | null;
}

const none: readonly AddedCoupling[] = [];
const before = new Float64Array(2);
const after = new Float64Array(2);
const triple = new Float64Array(3);
const finite = (bound: number): number => (bound < Infinity ? bound : 0);

/** What came after packing, by slot and by number, evaluated row by row through the families' scalar functions. */
export class Added implements RowPart {
  readonly modules = new Map<number, AddedModule>();
  readonly couplings = new Map<number, AddedCoupling>();
  /** All families of these, by name. */
  readonly families = { modules: new Map<string, unknown>(), couplings: new Map<string, unknown>() };
  readonly #rows = new Map<number, AddedCoupling[]>();
  readonly #signals: Signals;

  constructor(signals: Signals) {
    this.#signals = signals;
  }

  /** The couplings of one row that came after packing. */
  of(slot: number): readonly AddedCoupling[] {
    return this.#rows.get(slot) ?? none;
  }

  /** Whether some of a row has to be evaluated here. */
  has(slot: number): boolean {
    return this.modules.get(slot)?.folded === false || this.of(slot).some(({ quartic }) => quartic === null);
  }

  putModule(slot: number, module: AddedModule): void {
    this.modules.set(slot, module);
    this.families.modules.set(module.use.name, module.use.family);
  }

  put(coupling: AddedCoupling): void {
    this.couplings.set(coupling.number, coupling);
    this.families.couplings.set(coupling.use.name, coupling.use.family);
    for (const slot of [coupling.a, coupling.b]) {
      const row = this.#rows.get(slot);
      if (row === undefined) this.#rows.set(slot, [coupling]);
      else row.push(coupling);
    }
  }

  drop(coupling: AddedCoupling): void {
    this.couplings.delete(coupling.number);
    for (const slot of [coupling.a, coupling.b]) {
      const row = this.#rows.get(slot)!;
      if (row.length === 1) this.#rows.delete(slot);
      else row.splice(row.indexOf(coupling), 1);
    }
  }

  shift(
    i: number,
    value: number,
    eta: Vector,
    _weights: Vector,
    gradient: Float64Array | null,
    touched: Touched | null = null,
  ): number {
    const signals = this.#signals;
    const old = eta[i]!;
    let nothing = 0;
    let change = 0;
    let slope = 0;
    const own = this.modules.get(i);
    if (own?.folded === false) {
      const { family, options } = own.use;
      change = own.weight * moduleDifference(family, old, value, options, signals);
      slope = own.weight * family.slope(value, options, signals) - own.weight * family.slope(old, options, signals);
    }
    for (const { use, a, b, weight, quartic } of this.of(i)) {
      if (quartic !== null) continue;
      const { family, options } = use;
      const first = a === i;
      const j = first ? b : a;
      const [oldA, oldB] = first ? [old, eta[j]!] : [eta[j]!, old];
      const [newA, newB] = first ? [value, eta[j]!] : [eta[j]!, value];
      change += weight * pairDifference(family, oldA, oldB, newA, newB, options, signals);
      if (gradient === null) continue;
      family.slopes(oldA, oldB, options, signals, before);
      family.slopes(newA, newB, options, signals, after);
      const [mine, theirs] = first ? [0, 1] : [1, 0];
      slope += weight * after[mine]! - weight * before[mine]!;
      gradient[j] = gradient[j]! + (weight * after[theirs]! - weight * before[theirs]!);
      nothing += 0 * gradient[j];
      if (touched !== null) touched.offer(j);
    }
    if (gradient === null) return change;
    gradient[i] = gradient[i]! + slope;
    return change + nothing + 0 * gradient[i];
  }

  stiffness(i: number, eta: Vector, _weights: Vector, out: Stiffness): void {
    const signals = this.#signals;
    const own = this.modules.get(i);
    if (own?.folded === false && own.weight !== 0) {
      const { family, options } = own.use;
      const bound = own.weight * moduleBound(family, eta[i]!, options, signals);
      out.bound += bound;
      out.curvature += family.curvature ? own.weight * family.curvature(eta[i]!, options, signals) : finite(bound);
    }
    for (const { use, a, b, weight, quartic } of this.of(i)) {
      if (quartic !== null || weight === 0) continue;
      const { family, options } = use;
      const [aa, bb] = family.bend(eta[a]!, eta[b]!, options, signals);
      const bound = weight * (a === i ? aa : bb);
      out.bound += bound;
      family.curvatures?.(eta[a]!, eta[b]!, options, signals, triple);
      out.curvature += family.curvatures ? weight * triple[a === i ? 0 : 1]! : finite(bound);
    }
  }
}

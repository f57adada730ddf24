import type { Sequence } from '../../contract/system.js';
import { sequenceOf } from '../../system/adjacency.js';
import type { PackedCouplings } from '../../system/families.js';
import { once } from '../../system/once.js';
import type { Base } from './base.js';

/** How a coupling runs: as a squared gap, folded into its first module, or through its family's functions. */
type Kind = 'gap' | 'folded' | 'looped';

/** Where the couplings of one group are: `item` k has the code `first + k`. */
export interface Place {
  readonly kind: Kind;
  readonly first: number;
  readonly group: PackedCouplings;
}

/**
 * Numbers all couplings of a base through, gaps first as the engine numbers them, then folded ones, then the others, each
 * family in a row: the code of a coupling. Users know couplings by their number in the order of definition.
 */
export class Places {
  readonly all: readonly Place[];
  /** Codes below are gaps. */
  readonly gaps: number;
  /** Codes from here on are couplings that run through their own functions. */
  readonly looped: number;
  readonly count: number;
  /** The numbers of the couplings in the order of definition, ascending; null where they are 0, 1, 2, ... */
  readonly numbers: Int32Array | null;
  readonly #couplings: readonly PackedCouplings[];
  readonly #sequence: () => Sequence;

  constructor({ couplings, engine }: Base, numbers: Int32Array | null) {
    const { families } = engine.edges;
    const gapOf = (group: PackedCouplings) => families.find(({ term }) => term === group.term);
    const folded = couplings.filter((group) => gapOf(group) === undefined && !engine.couplings.includes(group));
    const all: Place[] = [];
    let next = engine.edges.a.length;
    this.gaps = next;
    const inRow = (kind: Kind, groups: readonly PackedCouplings[]): void => {
      for (const group of groups) {
        all.push({ kind, first: next, group });
        next += group.count;
      }
    };
    for (const group of couplings) {
      const family = gapOf(group);
      if (family !== undefined) all.push({ kind: 'gap', first: family.first, group });
    }
    inRow('folded', folded);
    this.looped = next;
    inRow('looped', engine.couplings);
    this.count = next;
    this.all = all;
    this.numbers = numbers;
    this.#couplings = couplings;
    this.#sequence = once(() => sequenceOf(couplings));
  }

  /** The place of a coupling by its code. */
  of(code: number): Place {
    return this.all.find(({ first, group }) => code >= first && code < first + group.count)!;
  }

  /** The code of a coupling by its number; -1 where there is none. */
  codeOf(number: number): number {
    const position = this.numbers === null ? number : indexIn(this.numbers, number);
    if (!(position >= 0 && position < this.count)) return -1;
    const { group, item } = this.#sequence();
    const home = this.#couplings[group[position]!];
    return this.all.find((place) => place.group === home)!.first + item[position]!;
  }
}

/** Where a number stands in an ascending list; -1 where it does not. */
function indexIn(ascending: Int32Array, number: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < number) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === number ? low : -1;
}

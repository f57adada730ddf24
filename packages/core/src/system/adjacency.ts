import type { Incidence, Sequence } from '../contract/system.js';
import type { PackedCouplings } from './families.js';

/** The couplings in the order of definition, by one pass over their positions. */
export function sequenceOf(groups: readonly PackedCouplings[]): Sequence {
  const length = groups.reduce((total, { count }) => total + count, 0);
  const group = new Int32Array(length);
  const item = new Int32Array(length);
  groups.forEach(({ position, items, count }, g) => {
    const places = position();
    for (let k = 0; k < count; k++) {
      const place = places[items === null ? k : items[k]!]!;
      group[place] = g;
      item[place] = k;
    }
  });
  return { length, group, item };
}

/** For each module its couplings, by counting sort: linear in modules and couplings. */
export function incidenceOf(size: number, groups: readonly PackedCouplings[], sequence: Sequence): Incidence {
  const start = new Int32Array(size + 1);
  for (const { a, b } of groups) {
    for (let k = 0; k < a.length; k++) {
      start[a[k]! + 1]!++;
      start[b[k]! + 1]!++;
    }
  }
  for (let i = 0; i < size; i++) start[i + 1] = start[i + 1]! + start[i]!;
  const next = start.slice(0, size);
  const coupling = new Int32Array(2 * sequence.length);
  const other = new Int32Array(2 * sequence.length);
  for (let c = 0; c < sequence.length; c++) {
    const { a, b } = groups[sequence.group[c]!]!;
    const i = a[sequence.item[c]!]!;
    const j = b[sequence.item[c]!]!;
    coupling[next[i]!] = c;
    other[next[i]!++] = j;
    coupling[next[j]!] = c;
    other[next[j]!++] = i;
  }
  return { start, coupling, other };
}

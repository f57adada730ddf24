import { type CompiledSystem, type Environment, type Quartic, compile, defineSystem } from '@cfc/core';
import type { Embedding } from './embedding.js';
import { gatheredModules } from './gathered.js';
import { homeOf } from './home.js';
import { type Pairs, columnsOf, merged } from './pairs.js';
import { type Ends, type Part, couplingPart, localPart } from './part.js';
import { quarticOf } from './quartic-of.js';

/** Below this size, packing for WebAssembly costs more than it saves. */
const SMALL = 512;

/**
 * The system in fewer variables: E'(ξ) = E(P ξ + c) - constant, the constant being what only held modules and their like have.
 * Every module follows one variable of `embedding`, or is held. Nothing is approximated.
 *
 * Couplings between two variables stay what they are; what is left with one variable is summed up, as a quartic where it is
 * one. The cost of making it is in proportion to the modules that follow a variable and their couplings.
 *
 * @param env the weights under which; the reduced system's own base weights are these
 * @returns a system whose vectors have one entry for each variable
 */
export function reduced(system: CompiledSystem, env: Environment, embedding: Embedding): CompiledSystem {
  const { size, rows, of, held } = embedding;
  const { locals, couplings, sequence, incidence, signals } = system;
  const { group: homeGroup, item: homeItem } = homeOf(system);
  const [h, a, b] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const parts: Part[][] = Array.from({ length: size }, () => []);
  const pairs: Pairs[] = couplings.map(() => ({ a: [], b: [], items: [] }));
  const add = (v: number, weight: number, quartic: Quartic | null, part: () => Part): void => {
    if (weight === 0) return;
    if (quartic === null) {
      parts[v]!.push(part());
      return;
    }
    h[v]! += weight * quartic.h;
    a[v]! += weight * quartic.a;
    b[v]! += weight * quartic.b;
  };
  for (const i of rows) {
    const v = of[i]!;
    const own = locals[homeGroup[i]!]!;
    const ownWeight = env.weights[own.term]!;
    const options = own.at(homeItem[i]!);
    add(v, ownWeight, own.family.fold?.(options, signals) ?? null, () =>
      localPart(own.family, { ...options }, signals, ownWeight),
    );
    for (let entry = incidence.start[i]!; entry < incidence.start[i + 1]!; entry++) {
      const c = incidence.coupling[entry]!;
      const g = sequence.group[c]!;
      const k = sequence.item[c]!;
      const group = couplings[g]!;
      const other = of[incidence.other[entry]!]!;
      const first = group.a[k] === i;
      if (other >= 0 && !first) continue;
      if (other >= 0 && other !== v) {
        pairs[g]!.a.push(v);
        pairs[g]!.b.push(other);
        pairs[g]!.items.push(k);
        continue;
      }
      const ends: Ends = { first, second: !first || other === v, at: held[incidence.other[entry]!]! };
      const weight = env.weights[group.term]!;
      add(v, weight, quarticOf(group.family, group.at(k), signals, ends), () =>
        couplingPart(group.family, { ...group.at(k) }, signals, weight, ends),
      );
    }
  }
  const left = couplings.map((group, g) => ({ group, some: pairs[g]! })).filter(({ some }) => some.items.length > 0);
  const source = defineSystem({
    modules: [gatheredModules({ h, a, b, parts })],
    couplings: left.map(({ group, some }) => (size < rows.length ? merged(group, some) : columnsOf(group, some))),
    signals,
    weights: Object.fromEntries(left.map(({ group }) => [`coup:${group.name}`, env.weights[group.term]!])),
  });
  return compile(source, { backend: size < SMALL ? 'js' : system.backend });
}

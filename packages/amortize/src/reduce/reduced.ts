import { type CompiledSystem, type Environment, compile, defineSystem } from '@cfc/core';
import type { Embedding } from './embedding.js';
import { gatherer } from './gather.js';
import { gatheredModules } from './gathered.js';
import { homeOf } from './home.js';
import { type OneEnded, oneEnded } from './one-ended.js';
import { type Pairs, columnsOf, merged } from './pairs.js';
import { type Ends, couplingPart, localPart } from './part.js';

/** Below this size, packing for WebAssembly costs more than it saves. */
const SMALL = 512;

/**
 * The system in fewer variables: E'(ξ) = E(P ξ + c) - constant, the constant being what only held modules and their like have.
 * Every module follows one variable of `embedding`, or is held. Nothing is approximated.
 *
 * Couplings between two variables stay what they are; what is left with one variable is summed up, as quartics and hinges
 * where it is that. The cost of making it is in proportion to the modules that follow a variable and their couplings.
 *
 * @param env the weights under which; the reduced system's own base weights are these
 * @returns a system whose vectors have one entry for each variable
 */
export function reduced(system: CompiledSystem, env: Environment, embedding: Embedding): CompiledSystem {
  const { size, rows, of, held } = embedding;
  const { locals, couplings, sequence, incidence, signals } = system;
  const home = homeOf(system);
  const own = gatherer(size);
  const pairs: Pairs[] = couplings.map(() => ({ a: [], b: [], items: [] }));
  for (const i of rows) {
    const v = of[i]!;
    const { family, at, term } = locals[home.group[i]!]!;
    const options = at(home.item[i]!);
    const quartic = family.fold?.(options, signals);
    const left: OneEnded = quartic === undefined ? { kind: 'other' } : { kind: 'quartic', quartic };
    own.add(v, env.weights[term]!, left, () => localPart(family, { ...options }, signals, env.weights[term]!));
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
      own.add(v, weight, oneEnded(group.family, group.at(k), signals, ends), () =>
        couplingPart(group.family, { ...group.at(k) }, signals, weight, ends),
      );
    }
  }
  const left = couplings.map((group, g) => ({ group, some: pairs[g]! })).filter(({ some }) => some.items.length > 0);
  const source = defineSystem({
    modules: [gatheredModules(own.sums())],
    couplings: left.map(({ group, some }) => (size < rows.length ? merged(group, some) : columnsOf(group, some))),
    signals,
    weights: Object.fromEntries(left.map(({ group }) => [`coup:${group.name}`, env.weights[group.term]!])),
  });
  return compile(source, { backend: size < SMALL ? 'js' : system.backend });
}

import {
  EnergyCoordinator,
  asymmetricHinge,
  compile,
  defineSystem,
  directedHinge,
  gateBenefit,
  landau,
  quadratic,
  relax,
  uniform,
} from '@cfc/core';
import { median } from './timing.mjs';

const SIGNALS = { delta_eta_domain: 0.08 };

/** What ought to be there, kept apart from the coordinator: modules by id, couplings by number, both in the order of definition. */
function listOf(size, random) {
  const modules = new Map();
  const links = new Map();
  const ids = [];
  const module = () => landau({ a: random(), b: 0.5, h: 0.5 * random() });
  const families = [
    (weight) => quadratic({ weight }),
    (weight) => directedHinge({ weight }),
    (weight) => asymmetricHinge({ weight, alpha: 0.5 + random(), beta: 0.5 + random() }),
    (weight) => gateBenefit({ weight }),
  ];
  /** A coupling from a module to one near it. */
  const link = (at) => {
    const other = Math.min(ids.length - 1, Math.max(0, at + Math.floor(100 * random()) - 50));
    const j = other === at ? (at + 1) % ids.length : other;
    return { use: families[Math.floor(4 * random())](0.2 + random()), between: [ids[at], ids[j]] };
  };
  for (let i = 0; i < size; i++) {
    ids.push(`m${i}`);
    modules.set(`m${i}`, module());
  }
  /** The numbers of the couplings of each module, so that its removal costs no search. */
  const near = new Map(ids.map((id) => [id, []]));
  const keep = (number, given) => {
    links.set(number, given);
    for (const id of given.between) (near.get(id) ?? near.set(id, []).get(id)).push(number);
  };
  const forget = (id) => {
    modules.delete(id);
    for (const number of near.get(id) ?? []) links.delete(number);
    near.delete(id);
  };
  for (let k = 0; k < 4 * size; k++) keep(k, link(k % size));
  const define = () =>
    defineSystem({ modules: Object.fromEntries(modules), couplings: [...links.values()], signals: SIGNALS });
  return { modules, links, ids, module, link, keep, forget, define, next: size };
}

/** One random change, in the list and in the coordinator; returns the microseconds that the coordinator took. */
function change(list, coordinator, random, numbers) {
  const { modules, links, ids } = list;
  const clocked = (run) => {
    const begin = performance.now();
    const result = run();
    return { time: 1e3 * (performance.now() - begin), result };
  };
  const at = Math.floor(ids.length * random());
  const kind = Math.floor(4 * random());
  if (kind === 0) {
    const couplings = [list.link(at)];
    const { time, result } = clocked(() => coordinator.add({ couplings }));
    list.keep(result.couplings[0], couplings[0]);
    numbers.push(result.couplings[0]);
    return time;
  }
  if (kind === 1) {
    const place = Math.floor(numbers.length * random());
    const number = numbers[place];
    numbers[place] = numbers[numbers.length - 1];
    numbers.pop();
    if (!links.delete(number)) return null;
    return clocked(() => coordinator.remove({ couplings: [number] })).time;
  }
  if (kind === 2) {
    const id = `m${list.next++}`;
    const use = list.module();
    const couplings = [0, 1, 2, 3].map(() => {
      const { use: coupling, between } = list.link(at);
      return { use: coupling, between: random() < 0.5 ? [id, between[1]] : [between[0], id] };
    });
    const { time, result } = clocked(() =>
      coordinator.add({ modules: { [id]: use }, couplings, eta: { [id]: random() } }),
    );
    ids.push(id);
    modules.set(id, use);
    result.couplings.forEach((number, k) => list.keep(number, couplings[k]));
    numbers.push(...result.couplings);
    return time;
  }
  const [id] = ids.splice(at, 1);
  list.forget(id);
  return clocked(() => coordinator.remove({ modules: [id] })).time;
}

/** Random additions and removals; after each hundred the coordinator against a fresh compile of the list, at the same η. */
export function churn({ size = 100_000, changes = 10_000, each = 100, tolerance = 1e-3, seed = 5 } = {}) {
  let drawn = 0;
  const random = () => uniform(seed, 0, drawn++);
  const list = listOf(size, random);
  const source = list.define();
  const start = relax(compile(source), new Float64Array(size).fill(0.5)).vector;
  const coordinator = new EnergyCoordinator(source, undefined, start, { tolerance });
  const numbers = [...list.links.keys()];
  const times = [];
  const worst = { energy: 0, gradient: 0, residual: 0, compiled: 0 };
  let checks = 0;
  coordinator.residual();
  while (times.length < changes) {
    const time = change(list, coordinator, random, numbers);
    if (time === null) continue;
    times.push(time);
    if (times.length % each > 0) continue;
    checks++;
    const fresh = compile(list.define());
    const { eta, system } = coordinator;
    if (fresh.ids.some((id, i) => id !== system.ids[i])) throw new Error('other ids');
    const [gradient, own] = [new Float64Array(fresh.size), new Float64Array(fresh.size)];
    const energy = fresh.gradient(eta, fresh.unit, gradient);
    const compiled = system.gradient(eta, system.unit, own);
    const maintained = coordinator.gradient();
    worst.energy = Math.max(worst.energy, Math.abs(energy - compiled) / Math.abs(energy));
    for (let i = 0; i < fresh.size; i++) {
      worst.gradient = Math.max(worst.gradient, Math.abs(gradient[i] - maintained[i]));
      worst.compiled = Math.max(worst.compiled, Math.abs(gradient[i] - own[i]));
    }
    worst.residual = Math.max(worst.residual, fresh.algebra.projectedNorm(eta, gradient));
  }
  const sorted = [...times].sort((a, b) => a - b);
  return { checks, median: median(times), p99: sorted[Math.floor(0.99 * changes)], most: sorted.at(-1), worst };
}

// Fourteen jobs, each with a value, and four machines, each with a rent and a number of hours. A job takes other hours on other
// machines, is done once or refused. Which machines are worth their rent, and who does what? Gates decide, and pay for capacity.
import { compile, couplingColumns, defineSystem, directedHinge, gateBenefit } from '@cfc/core';
import { moduleColumns, relax, uniform } from '@cfc/core';
import { createDual } from '@cfc/dual';
import { energyGating } from '@cfc/modules-gating';
import { cross, greatest, range, sum } from 'd3-array';
import highs, { type Highs } from 'highs';
import { type Report, dots, said, surelyAbove0 } from './report.js';

const STEPS = 100; // of relaxing and pricing
/** Hours are per job and machine, values per job, room (in hours) and rent per machine. */
export interface Shop {
  readonly value: readonly number[];
  readonly hours: readonly (readonly number[])[];
  readonly room: readonly number[];
  readonly rent: readonly number[];
}
/** The machine of each job, or -1. */
export type Plan = readonly number[];

/** About half of all jobs fit. */
export function shop(seed: number, jobs = 14, machines = 4): Shop {
  let k = 0;
  const draw = (low: number, high: number): number => low + (high - low) * uniform(seed, 0, k++);
  const size = range(jobs).map(() => draw(1, 4));
  return {
    value: size.map((hours) => hours * draw(0.6, 1.4)),
    hours: size.map((hours) => range(machines).map(() => hours * draw(0.6, 1.4))),
    room: range(machines).map(() => draw(4, 8)),
    rent: range(machines).map(() => draw(1, 4)),
  };
}

/** Value of what is done minus the rent of the machines that do it. */
export const profit = ({ value, rent }: Shop, plan: Plan): number =>
  sum(plan, (machine, job) => (machine < 0 ? 0 : value[job]!)) -
  sum(rent, (price, m) => (plan.includes(m) ? price : 0));

const nothing = ({ value }: Shop): Plan => value.map(() => -1);

type Rank = (job: number, machine: number) => number;
function density({ value, hours }: Shop): Rank {
  return (job, m) => value[job]! / hours[job]![m]!;
}

/** Puts jobs on open machines while there is room, the pairs of largest rank first. */
function fill({ hours, room }: Shop, open: readonly number[], rank: Rank): Plan {
  const [left, plan] = [[...room], hours.map(() => -1)];
  const pairs = cross(range(hours.length), open, (job, m) => ({ job, m, rank: rank(job, m) }));
  for (const { job, m } of pairs.sort((a, b) => b.rank - a.rank)) {
    if (plan[job] !== -1 || hours[job]![m]! > left[m]!) continue;
    plan[job] = m;
    left[m]! -= hours[job]![m]!;
  }
  return plan;
}

/**
 * A gate for each machine pays the rent and earns the price of its hours; a gate for each job on each machine pays that price and earns
 * the job's value; hinges keep jobs off closed machines. "No more hours than there are" and "once at most" are constraints, whose
 * multipliers are the prices. Returns how far the gates are open, of machines and of jobs on machines, and what an hour costs.
 */
export function gates({ value, hours, room, rent }: Shop): { open: number[]; job: Rank; prices: number[] } {
  const machines = rent.length;
  const pairs = cross(range(value.length), range(machines));
  const once = value.map((_, job) => [`once${job}`, { target: 1, rate: 0.1 }] as const);
  const rooms = room.map((_, m) => [`room${m}`, { target: 0, rate: 0.01 }] as const);
  const dual = createDual({ constraints: Object.fromEntries([...once, ...rooms]) });
  const signal = range(machines + pairs.length).map((k) => `gain${k}`);
  const all = Int32Array.from(signal.keys());
  const modules = [moduleColumns(energyGating, { count: all.length, prefix: 'gate.', with: { a: 0.5, b: 0 } })];
  const hinges = { a: Int32Array.from(pairs, ([, m]) => m), b: all.subarray(machines), with: { weight: 5 } };
  const benefits = { a: all, b: all.map((k) => (k + 1) % all.length), with: { signal } };
  const couplings = [couplingColumns(gateBenefit, benefits), couplingColumns(directedHinge, hinges)];
  let eta = new Float64Array(all.length);
  const at = (job: number, m: number): number => eta[machines + job * machines + m]!;
  for (let step = 0; step < STEPS; step++) {
    const price = dual.multipliers();
    const gains = [
      ...rent.map((cost, m) => price[`room${m}`]! * room[m]! - cost),
      ...pairs.map(([job, m]) => value[job]! - price[`once${job}`]! - price[`room${m}`]! * hours[job]![m]!),
    ];
    const signals = Object.fromEntries(signal.map((name, k) => [name, gains[k]!]));
    eta = Float64Array.from(relax(compile(defineSystem({ modules, couplings, signals })), eta).vector);
    const done = value.map((_, job) => [`once${job}`, sum(rent, (_r, m) => at(job, m))] as const);
    const used = room.map((most, m) => sum(hours, (row, job) => row[m]! * at(job, m)) - most * eta[m]!);
    dual.step({ values: Object.fromEntries([...done, ...used.map((over, m) => [`room${m}`, over] as const)]) });
  }
  return { open: [...eta.subarray(0, machines)], job: at, prices: room.map((_, m) => dual.multipliers()[`room${m}`]!) };
}

/** Opens machines in the order of their gates, as many as pay; jobs by what they earn beyond the price of their hours, or for each hour. */
export function byGates(shop: Shop): Plan {
  const { open, job: gate, prices } = gates(shop);
  const order = range(open.length).sort((a, b) => open[b]! - open[a]!);
  const net: Rank = (job, m) => shop.value[job]! - prices[m]! * shop.hours[job]![m]!;
  const ranks = [net, density(shop), (job: number, m: number) => gate(job, m) + 0.1 * net(job, m)];
  const plans = cross(order.keys(), ranks, (k, rank) => fill(shop, order.slice(0, k + 1), rank));
  return greatest([nothing(shop), ...plans], (plan) => profit(shop, plan))!;
}

/** The peer: rents one machine more while that pays, the one that pays most; jobs by value for each hour. */
export function greedy(shop: Shop, open: readonly number[] = [], found = nothing(shop)): Plan {
  const more = range(shop.rent.length)
    .filter((m) => !open.includes(m))
    .map((m) => [...open, m]);
  const next = greatest(more, (machines) => profit(shop, fill(shop, machines, density(shop))));
  if (next === undefined) return found;
  const plan = fill(shop, next, density(shop));
  return profit(shop, plan) > profit(shop, found) ? greedy(shop, next, plan) : found;
}

// Its types are those of a CommonJS module, which it is not when imported.
const solver = await (highs as unknown as () => Promise<Highs>)();
/** The optimum, by HiGHS: an integer program in CPLEX's LP format. */
export function exact({ value, hours, room, rent }: Shop): Plan {
  const gate = (job: number, m: number): string => `g${job}_${m}`;
  const pairs = cross(range(value.length), range(rent.length));
  const { Columns, Status } = solver.solve(`Maximize
 obj: ${pairs.map(([job, m]) => `+ ${value[job]!} ${gate(job, m)}`).join(' ')} ${rent.map((price, m) => `- ${price} u${m}`).join(' ')}
Subject To
${value.map((_, job) => ` ${rent.map((_r, m) => `+ ${gate(job, m)}`).join(' ')} <= 1`).join('\n')}
${room.map((most, m) => ` ${value.map((_, job) => `+ ${hours[job]![m]!} ${gate(job, m)}`).join(' ')} - ${most} u${m} <= 0`).join('\n')}
Binary
 ${pairs.map(([job, m]) => gate(job, m)).join(' ')} ${rent.map((_, m) => `u${m}`).join(' ')}
End`);
  if (Status !== 'Optimal') throw new Error(`HiGHS ended as ${Status}`);
  return value.map((_, job) => rent.findIndex((_r, m) => Math.round(Columns[gate(job, m)]!.Primal) === 1));
}

/** Shops 201 to 230, which nothing was set on. */
export function scheduling(): Report {
  const shops = range(201, 231).map((seed) => shop(seed));
  const most = shops.map((one) => profit(one, exact(one)));
  const shares = (plan: (shop: Shop) => Plan): number[] => shops.map((one, k) => profit(one, plan(one)) / most[k]!);
  const found = { greedy: shares(greedy), gates: shares(byGates) };
  const gain = found.gates.map((share, k) => share - found.greedy[k]!);
  const lines = Object.entries(found).map(([method, all]) => `${method.padEnd(7)}${said(all)}`);
  return {
    text: `Profit as a share of the optimum, 30 shops, 95% intervals\n${lines.join('\n')}, better by ${said(gain)}`,
    claims: { 'better than greedy': surelyAbove0(gain) },
    picture: dots('profit as a share of the optimum', found),
  };
}

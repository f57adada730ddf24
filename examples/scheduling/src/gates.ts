import { compile, couplingColumns, defineSystem, directedHinge, gateBenefit, moduleColumns, relax } from '@cfc/core';
import { createDual } from '@cfc/dual';
import { energyGating } from '@cfc/modules-gating';
import { type Plan, type Shop, fill, profit } from './shop.js';

const STEPS = 150;

/** The relaxed gates: of each machine, and of each job on each machine; and what an hour costs on each. */
export interface Relaxed {
  readonly machines: readonly number[];
  readonly jobs: readonly (readonly number[])[];
  readonly prices: readonly number[];
}

/**
 * A gate for each machine and for each job on each machine. A machine's gate pays the rent, a job's gate earns the value; hinges keep
 * jobs from machines that are closed. Hours and "once" are constraints: their multipliers are prices, which the gates see as signals.
 */
export function relaxed({ value, hours, room, rent }: Shop): Relaxed {
  const [jobs, machines] = [value.length, rent.length];
  const at = (job: number, machine: number): number => machines + job * machines + machine;
  const pairs = value.flatMap((_, job) => rent.map((_r, machine) => ({ job, machine })));
  const once = value.map((_, job) => [`once${job}`, { target: 1, rate: 0.1 }] as const);
  const rooms = room.map((_, m) => [`room${m}`, { target: 0, rate: 0.01 }] as const);
  const dual = createDual({ constraints: Object.fromEntries([...once, ...rooms]) });
  const names = [...rent.map((_, m) => `machine${m}`), ...pairs.map(({ job, machine }) => `job${job}on${machine}`)];
  const modules = [moduleColumns(energyGating, { count: names.length, prefix: 'gate.', with: { a: 0.5, b: 0 } })];
  const all = Int32Array.from(names, (_, k) => k);
  const couplings = [
    couplingColumns(gateBenefit, { a: all, b: all.map((k) => (k + 1) % all.length), with: { signal: names } }),
    couplingColumns(directedHinge, {
      a: Int32Array.from(pairs, ({ machine }) => machine),
      b: Int32Array.from(pairs, ({ job, machine }) => at(job, machine)),
      with: { weight: 5 },
    }),
  ];
  let weights = dual.multipliers();
  let eta = new Float64Array(names.length);
  const mean = new Float64Array(names.length);
  for (let step = 1; step <= STEPS; step++) {
    const price = (m: number): number => weights[`room${m}`]!;
    const gains = [
      ...rent.map((cost, m) => price(m) * room[m]! - cost),
      ...pairs.map(({ job, machine: m }) => value[job]! - weights[`once${job}`]! - price(m) * hours[job]![m]!),
    ];
    const signals = Object.fromEntries(names.map((name, k) => [name, gains[k]!]));
    eta = Float64Array.from(relax(compile(defineSystem({ modules, couplings, signals })), eta).vector);
    const spent = [
      ...value.map((_, job) => [`once${job}`, rent.reduce((sum, _r, m) => sum + eta[at(job, m)]!, 0)] as const),
      ...room.map(
        (most, m) =>
          [`room${m}`, hours.reduce((sum, row, job) => sum + row[m]! * eta[at(job, m)]!, 0) - most * eta[m]!] as const,
      ),
    ];
    dual.step({ values: Object.fromEntries(spent) });
    weights = dual.multipliers();
    if (step > STEPS / 2) eta.forEach((open, k) => (mean[k]! += (2 * open) / STEPS));
  }
  return {
    machines: [...mean.subarray(0, machines)],
    jobs: Array.from({ length: jobs }, (_, job) => [...mean.subarray(at(job, 0), at(job + 1, 0))]),
    prices: room.map((_, m) => weights[`room${m}`]!),
  };
}

/**
 * Opens the machines in the order of their gates, as many as pay; jobs by their gates, or by what they earn beyond the price of their
 * hours, or by value for each hour: the best of these plans.
 */
export function byGates(shop: Shop): Plan {
  const { machines, jobs, prices } = relaxed(shop);
  const order = machines.map((_, m) => m).sort((a, b) => machines[b]! - machines[a]!);
  const net = (job: number, m: number): number => shop.value[job]! - prices[m]! * shop.hours[job]![m]!;
  const ranks = [
    (job: number, m: number): number => jobs[job]![m]! + 0.1 * net(job, m),
    net,
    (job: number, m: number): number => shop.value[job]! / shop.hours[job]![m]!,
  ];
  const plans = order.flatMap((_, k) => ranks.map((rank) => fill(shop, order.slice(0, k + 1), rank)));
  const none: Plan = shop.value.map(() => -1);
  return plans.reduce((best, plan) => (profit(shop, plan) > profit(shop, best) ? plan : best), none);
}

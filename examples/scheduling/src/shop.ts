import { uniform } from '@cfc/core';

/** Jobs that may be done or refused, machines that may be rented. Hours are per job and machine. */
export interface Shop {
  readonly value: readonly number[];
  readonly hours: readonly (readonly number[])[];
  readonly room: readonly number[];
  readonly rent: readonly number[];
}
/** The machine of each job, or -1. */
export type Plan = readonly number[];

/** Fourteen jobs and four machines; about half of all jobs fit. */
export function shop(seed: number, jobs = 14, machines = 4): Shop {
  let k = 0;
  const draw = (low: number, high: number): number =>
    low + Math.round(100 * (high - low) * uniform(seed, 0, k++)) / 100;
  const list = <T>(count: number, of: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => of(i));
  const size = list(jobs, () => draw(1, 4));
  return {
    value: size.map((hours) => hours * draw(0.6, 1.4)),
    hours: size.map((hours) => list(machines, () => hours * draw(0.6, 1.4))),
    room: list(machines, () => draw(4, 8)),
    rent: list(machines, () => draw(1, 4)),
  };
}

/** Value of what is done minus the rent of the machines that do it. */
export function profit({ value, rent }: Shop, plan: Plan): number {
  const done = plan.reduce((sum, machine, job) => sum + (machine < 0 ? 0 : value[job]!), 0);
  return done - rent.reduce((sum, price, machine) => sum + (plan.includes(machine) ? price : 0), 0);
}

/** Puts jobs on open machines while there is room, the pairs of largest rank first. */
export function fill(
  { hours, room }: Shop,
  open: readonly number[],
  rank: (job: number, machine: number) => number,
): Plan {
  const left = [...room];
  const plan = hours.map(() => -1);
  const pairs = hours.flatMap((_, job) => open.map((machine) => ({ job, machine, rank: rank(job, machine) })));
  for (const { job, machine } of pairs.sort((a, b) => b.rank - a.rank)) {
    if (plan[job] !== -1 || hours[job]![machine]! > left[machine]!) continue;
    plan[job] = machine;
    left[machine]! -= hours[job]![machine]!;
  }
  return plan;
}

/** Rents one machine more while that pays, the one that pays most; jobs by value for each hour. */
export function greedy(shop: Shop): Plan {
  let open: number[] = [];
  let best: Plan = shop.value.map(() => -1);
  for (;;) {
    const tried = shop.rent.flatMap((_, machine) => {
      if (open.includes(machine)) return [];
      const more = [...open, machine];
      return [{ more, plan: fill(shop, more, (job, on) => shop.value[job]! / shop.hours[job]![on]!) }];
    });
    const next = tried.reduce((a, b) => (profit(shop, b.plan) > profit(shop, a.plan) ? b : a), tried[0]!);
    if (tried.length === 0 || profit(shop, next.plan) <= profit(shop, best)) return best;
    [open, best] = [next.more, next.plan];
  }
}

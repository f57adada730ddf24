import highs, { type Highs } from 'highs';
import type { Plan, Shop } from './shop.js';

// Its types are those of a CommonJS module, which it is not when imported.
const solver = await (highs as unknown as () => Promise<Highs>)();
const sum = (terms: readonly string[]): string => terms.join(' ');

/** The optimum, by HiGHS: the program in CPLEX's LP format. */
export function exact({ value, hours, room, rent }: Shop): Plan {
  const gate = (job: number, machine: number): string => `g${job}_${machine}`;
  const pairs = value.flatMap((_, job) => rent.map((_r, machine) => ({ job, machine, name: gate(job, machine) })));
  const { Columns, Status } = solver.solve(`Maximize
 obj: ${sum([...pairs.map(({ job, name }) => `+ ${value[job]!} ${name}`), ...rent.map((price, m) => `- ${price} u${m}`)])}
Subject To
${value.map((_, job) => ` once${job}: ${sum(rent.map((_r, m) => `+ ${gate(job, m)}`))} <= 1`).join('\n')}
${room.map((most, m) => ` room${m}: ${sum(value.map((_, job) => `+ ${hours[job]![m]!} ${gate(job, m)}`))} - ${most} u${m} <= 0`).join('\n')}
Binary
 ${sum([...pairs.map(({ name }) => name), ...rent.map((_, m) => `u${m}`)])}
End`);
  if (Status !== 'Optimal') throw new Error(`HiGHS ended as ${Status}`);
  return value.map((_, job) => rent.findIndex((_r, m) => Math.round(Columns[gate(job, m)]!.Primal) === 1));
}

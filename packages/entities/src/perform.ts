import { type Settled, type Solution, buildPlan, defaultPlan } from '@cfc/core';
import type { Add, Change, Command, Numbers, Relax, Remove, Update } from './entry.js';
import type { Told } from './events.js';
import { couplingOf, moduleOf } from './node.js';
import type { Run } from './run.js';

/** What a command led to. */
export interface Outcome {
  /** The versions of the entities that it touched, after it. */
  readonly versions: Numbers;
  /** What happened to entities, in order, without the number of the command. */
  readonly told: readonly Told[];
  readonly settled?: Settled;
  readonly solution?: Solution;
  /** The numbers of the couplings that were added. */
  readonly couplings?: readonly number[];
}

/** Does what a command says; the coordinator checks it, and the book follows. @throws what the coordinator throws */
export function perform(run: Run, command: Command): Outcome {
  const { signals, weights } = run.book;
  switch (command.type) {
    case 'add':
      return add(run, command);
    case 'remove':
      return remove(run, command);
    case 'update':
      return update(run, command);
    case 'change':
      return change(run, command);
    case 'signals':
      return outcomeOf([], run.surround({ ...signals, ...command.signals }, weights, settle));
    case 'weights':
      return outcomeOf([], run.surround(signals, { ...weights, ...command.weights }, settle));
    case 'relax':
      return relax(run, command);
  }
}

function add({ registry, book, coordinator }: Run, { modules, couplings }: Add): Outcome {
  const made = Object.entries(modules).map(([id, { use, with: options, eta }]) => {
    const node = { use, with: options };
    return { id, node, eta, use: moduleOf(registry, node, `add.modules.${id}`) };
  });
  const links = couplings.map(({ use, with: options, between }, k) => {
    const node = { use, with: options };
    return { node, between, use: couplingOf(registry, node, `add.couplings[${k}]`) };
  });
  const settled = coordinator.add({
    modules: Object.fromEntries(made.map(({ id, use }) => [id, use])),
    couplings: links.map(({ use, between }) => ({ use, between })),
    eta: Object.fromEntries(made.map(({ id, eta }) => [id, eta])),
  });
  const told = made.map(({ id, use, node }): Told => {
    const version = book.versionAfter(id);
    book.putModule(id, { use, node, version });
    return { type: 'created', id, version };
  });
  const numbers = links.map((link, k) => book.putNext({ ...link, at: settled.couplings[k]! }));
  return { ...outcomeOf(told, settled), couplings: numbers };
}

function remove(run: Run, command: Remove): Outcome {
  const couplings = command.couplings.map((number, k) => run.book.coupling(number, `remove.couplings[${k}]`).at);
  const settled = run.coordinator.remove({ modules: command.modules, couplings });
  return outcomeOf(forget(run, command), settled);
}

/** Takes out of the book what a removal names. */
export function forget({ book }: Run, { modules, couplings }: Remove): readonly Told[] {
  for (const number of couplings) book.dropCoupling(number);
  return modules.map((id): Told => ({ type: 'removed', id, version: book.dropModule(id) }));
}

function update({ book, coordinator }: Run, { updates }: Update): Outcome {
  const settled = coordinator.updateMany(updates.map(([id, input]) => [id, input] as [string, unknown]));
  const told = updates.map(([id]): Told => {
    const version = book.versionAfter(id);
    book.putModule(id, { ...book.modules.get(id)!, version });
    return { type: 'updated', id, version };
  });
  return outcomeOf(told, settled);
}

function change({ registry, book, coordinator }: Run, { id, with: options }: Change): Outcome {
  const settled = coordinator.change(id, options);
  const old = book.modules.get(id)!.node;
  const node = { use: old.use, with: { ...old.with, ...options } };
  const version = book.versionAfter(id);
  book.putModule(id, { node, use: moduleOf(registry, node, id), version });
  return outcomeOf([{ type: 'updated', id, version }], settled);
}

/** Lets everything move whose residual is above the tolerance. */
const settle = (next: Run['coordinator']): Settled => next.updateMany([]);

function relax(run: Run, { plan }: Relax): Outcome {
  const before = run.etas();
  const solution = run.coordinator.relax(plan === null ? defaultPlan : buildPlan(run.registry, plan));
  const after = run.etas();
  const moved = Object.keys(before).filter((id) => before[id] !== after[id]);
  return { versions: {}, told: [{ type: 'relaxed', moved, by: 'plan' }], solution };
}

function outcomeOf(told: readonly Told[], settled: Settled): Outcome {
  const versions = told.flatMap((one) => (one.type === 'relaxed' ? [] : [[one.id, one.version] as const]));
  const { moved, by } = settled;
  const rest: readonly Told[] = moved.length === 0 ? [] : [{ type: 'relaxed', moved, by }];
  return { versions: Object.fromEntries(versions), told: [...told, ...rest], settled };
}

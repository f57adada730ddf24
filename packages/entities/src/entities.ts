import {
  type Added,
  type Additions,
  type Backend,
  CfcError,
  type CompiledSystem,
  Deliveries,
  type Plan,
  type Removals,
  type Settled,
  type Solution,
  isCfcError,
  suggestion,
} from '@cfc/core';
import { addCommand, changeCommand, numbersOf, relaxCommand, removeCommand, updateCommand } from './commands.js';
import type { Command, Numbers } from './entry.js';
import type { CouplingEntity, ModuleEntity } from './entity.js';
import type { EntityEvents, Told } from './events.js';
import type { Log } from './log.js';
import { type Outcome, forget, perform } from './perform.js';
import { Run } from './run.js';

/**
 * An `EnergyCoordinator` whose modules have identities and versions, whose changes are events, and whose commands are lines
 * of a log that is only appended to. `record` begins one, `replay` goes on from a log.
 *
 * Every command is executed as it is written: a replay does the same to the same data, and has the same bits. A command that
 * is refused changes nothing and leaves no line. One that fails on the way (`ENERGY_INVALID`) leaves a snapshot.
 *
 * Listeners may give commands: these are executed at once, and what they tell is told after the present event.
 */
export class Entities {
  readonly #events = new Deliveries<EntityEvents>(['created', 'updated', 'removed', 'relaxed']);
  readonly #log: Log;
  readonly #backend: Backend | undefined;
  #run: Run;

  /** @internal `record` and `replay` make them. */
  constructor(run: Run, log: Log, backend: Backend | undefined) {
    this.#run = run;
    this.#log = log;
    this.#backend = backend;
  }

  /** The lines of the log, where no sink takes them. */
  get log(): string {
    return this.#log.text;
  }

  /** The number of the last line. */
  get seq(): number {
    return this.#log.next - 1;
  }

  /** The ids of the entities, in the order in which they came. */
  get ids(): readonly string[] {
    return [...this.#run.book.modules.keys()];
  }

  /** One entity as it is now. Throws `NAME_UNKNOWN`. */
  entity(id: string): ModuleEntity {
    const { modules } = this.#run.book;
    const page = modules.get(id);
    if (page === undefined)
      throw new CfcError('NAME_UNKNOWN', `no entity "${id}"`, 'entity', suggestion(id, modules.keys()));
    return Object.freeze({ id, version: page.version, ...page.node, eta: this.#run.coordinator.etaOf(id) });
  }

  /** The couplings as they are now, in the order of their numbers. */
  couplings(): readonly CouplingEntity[] {
    return Array.from(this.#run.book.couplings, ([number, { node, between }]) => ({ number, ...node, between }));
  }

  /** One order parameter. Throws `NAME_UNKNOWN`. */
  etaOf(id: string): number {
    return this.#run.coordinator.etaOf(id);
  }

  /** The order parameters by id. */
  get eta(): Readonly<Record<string, number>> {
    return this.#run.etas();
  }

  /** The unit-weight energy. */
  energy(): number {
    return this.#run.coordinator.energy();
  }

  /** max |η - clip(η - g)|. */
  residual(): number {
    return this.#run.coordinator.residual();
  }

  /** The system as it is, compiled. */
  get system(): CompiledSystem {
    return this.#run.coordinator.system;
  }

  /** As `EnergyCoordinator.add`, with the numbers that couplings have here. */
  add(given: Additions): Added {
    const { settled, couplings } = this.#do(addCommand(this.#run.registry, given));
    return { ...settled!, couplings: couplings! };
  }

  /** As `EnergyCoordinator.remove`, by the numbers that couplings have here. */
  remove(given: Removals): Settled {
    return this.#do(removeCommand(this.#run.book, given)).settled!;
  }

  /** As `EnergyCoordinator.update`, with an input that JSON can hold. */
  update(id: string, input: unknown): Settled {
    return this.updateMany([[id, input]]);
  }

  /** As `EnergyCoordinator.updateMany`, with inputs that JSON can hold. */
  updateMany(changes: Iterable<readonly [string, unknown]> | Readonly<Record<string, unknown>>): Settled {
    return this.#do(updateCommand(changes)).settled!;
  }

  /** As `EnergyCoordinator.change`. */
  change(id: string, options: Readonly<Record<string, unknown>>): Settled {
    return this.#do(changeCommand(id, options)).settled!;
  }

  /** Gives signals other values, or further ones, and relaxes what that disturbs. Costs as much as a new coordinator. */
  setSignals(signals: Numbers): Settled {
    return this.#do({ type: 'signals', signals: numbersOf(signals, 'signals') }).settled!;
  }

  /** Gives terms other base weights, and relaxes what that disturbs. Costs as much as a new coordinator. */
  setWeights(weights: Numbers): Settled {
    return this.#do({ type: 'weights', weights: numbersOf(weights, 'weights') }).settled!;
  }

  /** Relaxes by a plan of registered pieces, or by the default plan. */
  relax(plan?: Plan): Solution {
    return this.#do(relaxCommand(this.#run.registry, plan)).solution!;
  }

  /**
   * Writes all there is to the log, so that a replay may begin here, and packs everything anew, as such a replay would. The
   * lines before it may go: see `compacted`.
   */
  snapshot(): void {
    this.#log.flush();
    this.#rebase();
    this.#log.flush();
  }

  /** Listens; the returned function ends it. Throws `NAME_UNKNOWN`. */
  on<Name extends keyof EntityEvents>(name: Name, listener: (event: EntityEvents[Name]) => void): () => void {
    return this.#events.on(name, listener);
  }

  #do(command: Command): Outcome {
    this.#log.flush();
    let outcome: Outcome;
    try {
      outcome = perform(this.#run, command);
    } catch (error) {
      if (!isCfcError(error) || error.code === 'ENERGY_INVALID') this.#recover(command, error);
      throw error;
    }
    const { versions, told } = outcome;
    const seq = this.#log.append({ ...command, versions });
    try {
      this.#log.flush();
    } finally {
      this.#tell(told, seq);
    }
    return outcome;
  }

  /** A command that failed on the way may have left something behind, which no replay would see. */
  #recover(command: Command, error: unknown): void {
    const { book, coordinator } = this.#run;
    const { ids, sequence } = coordinator.system;
    const gone = ids.length < book.modules.size || sequence.length < book.couplings.size;
    const told = command.type === 'remove' && gone ? forget(this.#run, command) : [];
    const seq = this.#rebase(String(error));
    try {
      this.#log.flush();
    } catch {
      // The line waits, and the next command tells.
    }
    this.#tell(told, seq);
  }

  #rebase(failed?: string): number {
    const snapshot = { ...this.#run.snapshot(), ...(failed === undefined ? {} : { failed }) };
    this.#run = new Run(this.#run.registry, snapshot, this.#backend);
    return this.#log.append(snapshot);
  }

  #tell(told: readonly Told[], seq: number): void {
    for (const one of told) this.#events.tell(one.type, { ...one, seq });
  }
}

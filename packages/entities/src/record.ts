import { type Backend, type Etas, type Registry, type System, checkEta, onlyKeys, partsOf } from '@cfc/core';
import { checkRegistry, checkSink } from './check-options.js';
import { Entities } from './entities.js';
import type { Snapshot } from './entry.js';
import { Log, type Sink } from './log.js';
import { nodeOf } from './node.js';
import { Run } from './run.js';

/** How a run is recorded. */
export interface RecordOptions {
  /** Provides every kind of module and coupling of the system, and of whatever comes later. */
  readonly registry: Registry;
  /** Order parameters to begin with; 0 where none are given. */
  readonly eta?: Etas;
  /** Takes every line of the log; kept in memory where none is given. */
  readonly sink?: Sink;
  /** As for `EnergyCoordinator`: the largest residual that may be left, > 0; 1e-6 where none is given. */
  readonly tolerance?: number;
  /** As for `EnergyCoordinator`: steps of single rows before the batch solver takes over, >= 0. */
  readonly budget?: number;
  /** Which loops to use: the same bits from both. */
  readonly backend?: Backend;
}

const keys = ['registry', 'eta', 'sink', 'tolerance', 'budget', 'backend'];

/**
 * Records a system from here on: the first line of its log is a snapshot of it.
 *
 * @throws `NAME_UNKNOWN` for a family that the registry does not provide; `INPUT_INVALID`, `OPTION_UNKNOWN`, `OPTION_INVALID`
 *
 * @example
 * const run = record(system, { registry: createRegistry([corePlugin]) });
 * run.change('left', { h: 0.5 });
 * replay(run.log, registry).energy() === run.energy();
 */
export function record(source: System, options: RecordOptions): Entities {
  onlyKeys({ ...options }, keys, 'record');
  const { registry, eta, sink, tolerance, budget, backend } = options;
  checkRegistry(registry, 'record');
  checkSink(sink, 'record');
  const { modules, couplings, signals, weights } = partsOf(source);
  const etas = eta === undefined ? new Float64Array(source.size) : checkEta(source, eta);
  const nodes = Object.entries(modules).map(([id, use]) => {
    const start = etas[source.indexOf(id)]! + 0;
    return [id, { ...nodeOf(registry, use, `modules.${id}`), eta: start, version: 1 }] as const;
  });
  const snapshot: Snapshot = {
    type: 'snapshot',
    cfc: 1,
    modules: Object.fromEntries(nodes),
    couplings: couplings.map(({ use, between }, number) => {
      return { number, ...nodeOf(registry, use, `couplings[${number}]`), between };
    }),
    next: couplings.length,
    removed: {},
    signals,
    weights,
    settle: { ...(tolerance === undefined ? {} : { tolerance }), ...(budget === undefined ? {} : { budget }) },
  };
  const run = new Run(registry, snapshot, backend);
  const log = new Log(sink, '', 0);
  log.append(snapshot);
  log.flush();
  return new Entities(run, log, backend);
}

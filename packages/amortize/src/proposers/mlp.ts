import { type Given, CfcError, choice, fill, integer, number } from '@cfc/core';
import { type Example, type Network, fitted, outputsOf } from '../network/fit.js';
import { checkSize, checkedFeatures, checkedSolution } from './checked.js';
import type { Proposer, Query } from './proposer.js';

/** A problem that was solved. */
interface Recorded {
  /** Its number in the stream. */
  readonly number: number;
  readonly features: readonly number[];
  readonly eta: readonly number[];
}

/** What `mlp` has learnt. Plain data. */
export interface Learnt {
  readonly recorded: readonly Recorded[];
  /** How many problems were seen. */
  readonly seen: number;
  readonly network: Network | null;
}

const fields = {
  share: choice('system', ['system', 'module'], 'one network for the system, or the same one for every module'),
  hidden: integer(16, 'units in each hidden layer', { min: 1 }),
  layers: integer(1, 'hidden layers', { min: 0 }),
  capacity: integer(256, 'how many problems are kept to train on', { min: 2 }),
  every: integer(8, 'problems between two trainings', { min: 1 }),
  holdOut: integer(5, 'of every so many problems one is held out', { min: 2 }),
  epochs: integer(200, 'passes over the training problems at most', { min: 1 }),
  patience: integer(20, 'passes without a gain on the held-out problems before it ends', { min: 1 }),
  batch: integer(32, 'rows in one step', { min: 1 }),
  rate: number(0.01, "Adam's step", { above: 0 }),
  seed: integer(0, 'seed of the first weights and of the batches', { min: 0 }),
};

/**
 * A small multi-layer perceptron from features to order parameters: tanh units, logistic outputs, trained by Adam on recorded
 * solutions, with early stopping on problems that are held out. Features are freed of mean and spread.
 *
 * `share: system`: all features in, η of all modules out, for one system. `share: module`: the features are as many for each
 * module, one module after the other (`localFeatures`), and one network reads them for each: fewer weights, and any size.
 *
 * It trains after each `every` problems, from the weights it has; before the first training it proposes nothing.
 *
 * @param given `share` (system), `hidden` >= 1 (16), `layers` >= 0 (1), `capacity` >= 2 (256), `every` >= 1 (8), `holdOut` >= 2
 * (5), `epochs` >= 1 (200), `patience` >= 1 (20), `batch` >= 1 (32), `rate` > 0 (0.01), `seed` >= 0 (0)
 * @throws `OPTION_UNKNOWN`, `OPTION_INVALID`; when used `INPUT_INVALID` for other features, other sizes, numbers out of range
 * Source: B. Amos, Tutorial on amortized optimization, Found. Trends Mach. Learn. 16 (2023) 592.
 */
export function mlp(given?: Given<typeof fields>): Proposer<Learnt> {
  const options = fill(fields, given, 'mlp');
  const { share, capacity, every, holdOut } = options;
  const rowsOf = (size: number): number => (share === 'module' ? size : 1);
  const check = ({ system, features }: Query, last: Recorded | undefined): number[] => {
    const rows = rowsOf(system.size);
    if (features.length === 0 || features.length % rows !== 0) {
      const what = `${features.length} features for ${rows} ${share === 'module' ? 'modules' : 'system'}`;
      throw new CfcError('INPUT_INVALID', what, 'mlp.features', 'Give as many for each module, at least one.');
    }
    const each = last === undefined ? null : last.features.length / rowsOf(last.eta.length);
    return checkedFeatures(features, each === null ? null : each * rows, 'mlp');
  };
  const examplesOf = ({ number: place, features, eta }: Recorded): readonly Example[] => {
    const rows = rowsOf(eta.length);
    const [wide, narrow] = [features.length / rows, eta.length / rows];
    return Array.from({ length: rows }, (_, row) => ({
      input: features.slice(row * wide, (row + 1) * wide),
      target: eta.slice(row * narrow, (row + 1) * narrow),
      heldOut: place % holdOut === holdOut - 1,
    }));
  };
  return Object.freeze<Proposer<Learnt>>({
    init: () => ({ recorded: [], seen: 0, network: null }),
    propose(query, { recorded, network }) {
      if (network === null) return null;
      const last = recorded.at(-1)!;
      if (share === 'system') checkSize(query, last.eta.length, 'mlp');
      return { eta: outputsOf(network, check(query, last), rowsOf(query.system.size)), visits: 0 };
    },
    learn(query, solution, { recorded, seen, network }) {
      const last = recorded.at(-1);
      if (last !== undefined && share === 'system') checkSize(query, last.eta.length, 'mlp');
      const entry = { number: seen, features: check(query, last), eta: checkedSolution(query, solution) };
      const kept = [...recorded, entry].slice(-capacity);
      const due = (seen + 1) % every === 0;
      const next = due ? fitted(kept.flatMap(examplesOf), options, network) : network;
      return { recorded: kept, seen: seen + 1, network: next };
    },
  });
}

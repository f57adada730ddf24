import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { createDual, type Dual, type DualConfig, type DualState, traceRow } from '@cfc/dual';
import type { Codec } from '../run/checkpoint.js';
import type { Listener } from '../run/run-steps.js';
import { version } from '../version.js';
import type { LoadedConfig } from './load-config.js';
import { inputOf, type Values } from './values.js';

/** How long rows are taken without a look at signals, in ms. */
const SLICE = 20;

/** A replay at work: the engine, and the number of rows that it has taken. */
export interface Replay {
  readonly dual: Dual;
  readonly taken: number;
}

/** A replay as its checkpoint keeps it. */
export const replayCodec = (config: DualConfig): Codec<Replay> => ({
  write: ({ dual }) => JSON.stringify(dual.state()),
  read(text) {
    const state = JSON.parse(text) as DualState;
    return { dual: createDual(config, state), taken: state.step };
  },
  madeFrom: 'the configuration, the table of losses or the version of the command',
});

/** SHA-256 of all that a replay's bits depend on. */
export const replayFingerprint = ({ tree }: LoadedConfig, { hash }: Values): string =>
  createHash('sha256')
    .update(JSON.stringify([tree, hash, version()]))
    .digest('hex');

/** Takes the remaining rows, until they end or `interrupt` is aborted; returns how far it came. */
export async function replayRows(
  { rows }: Values,
  { dual, taken }: Replay,
  interrupt: AbortSignal,
  listeners: readonly Listener<Replay>[],
): Promise<number> {
  const names = Object.keys(dual.config.constraints);
  let [seen, done] = [0, taken];
  let next = performance.now() + SLICE;
  for await (const row of rows) {
    if (seen++ < taken) continue;
    if (interrupt.aborted) return done;
    const { input, extra } = inputOf(row, names);
    const traced = traceRow(dual.step(input), extra);
    done++;
    for (const listener of listeners) listener.step(traced, { dual, taken: done });
    if (performance.now() < next) continue;
    for (const listener of listeners) listener.pause({ dual, taken: done });
    await setImmediate(); // lets signals in
    next = performance.now() + SLICE;
  }
  return done;
}

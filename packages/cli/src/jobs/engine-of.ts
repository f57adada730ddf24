import { availableParallelism } from 'node:os';
import { CfcError } from '@cfc/core';
import { type Engine, bullmq, inProcess, pool } from '@cfc/jobs';
import type { Command } from 'commander';
import { asFlags } from '../flags/as-flags.js';
import { oneOf } from '../flags/one-of.js';
import { wholeNumber } from '../flags/whole-number.js';
import type { Io } from '../io.js';
import { version } from '../version.js';
import type { TaskJob } from './task-job.js';
import { perform } from './tasks.js';

const engines = ['pool', 'bullmq'] as const;

/** Flags that say who does jobs. */
export interface EngineFlags {
  readonly workers?: string;
  readonly engine?: string;
  readonly redis?: string;
}

/** The queue of workers of this very version: others might come to other bits. */
export const queueName = (): string => `cfc-${version()}`;

/** Adds the flag of threads to a command whose jobs are done on this machine. */
export const withWorkers = (command: Command): Command =>
  command.option('--workers <n>', 'worker threads; 0 does all work in this process (one for each processor)');

/** Adds the flags of `EngineFlags` to a command. */
export const withEngine = (command: Command): Command =>
  withWorkers(command)
    .option('--engine <name>', 'pool: threads of this process (default); bullmq: those who cfc jobs work')
    .option('--redis <url>', 'of the queue for --engine bullmq');

/** Checks the flags; what comes back makes the engine. Throws `OPTION_INVALID`. */
export function engineOf({ workers, engine, redis }: EngineFlags, io: Io): () => Promise<Engine<TaskJob>> {
  const name = engine === undefined ? 'pool' : oneOf('--engine', engine, engines);
  if (name === 'pool') {
    if (redis !== undefined) throw refused('--redis', 'goes with --engine bullmq', 'Add it, or leave --redis out.');
    const make = localEngine(workers, io);
    return async () => make();
  }
  if (workers !== undefined) throw refused('--workers', 'is of the pool', 'Start workers by cfc jobs work --redis.');
  if (redis === undefined)
    throw refused('--engine', 'bullmq needs a queue', 'Give --redis, like redis://localhost:6379.');
  return () => queued(redis, io);
}

/** Threads of this process, or the process itself. Throws `OPTION_INVALID`. */
export function localEngine(workers: string | undefined, { worker }: Io): () => Engine<TaskJob> {
  const threads = workers === undefined ? availableParallelism() : wholeNumber('--workers', workers, 0, 256);
  if (threads === 0 || worker === undefined) return () => inProcess(perform);
  return () => pool({ handler: worker, workers: threads });
}

async function queued(redis: string, io: Io): Promise<Engine<TaskJob>> {
  const flags = { 'bullmq.redis': '--redis', bullmq: '--engine bullmq' };
  const engine = await asFlags(flags, () => bullmq<TaskJob>({ redis, queue: queueName() }));
  if ((await engine.workers()) === 0) io.stderr.write('nobody works yet: start cfc jobs work --redis with this URL\n');
  return engine;
}

const refused = (flag: string, what: string, fix: string): CfcError => new CfcError('OPTION_INVALID', what, flag, fix);

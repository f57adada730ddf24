import { work, type WorkOptions } from '@cfc/jobs';
import type { Command } from 'commander';
import { asFlags } from '../flags/as-flags.js';
import { wholeNumber } from '../flags/whole-number.js';
import type { Io } from '../io.js';
import { localEngine, queueName, withWorkers } from '../jobs/engine-of.js';
import type { TaskJob } from '../jobs/task-job.js';
import { statusLine } from '../progress/status-line.js';
import { counted } from '../text/number.js';
import { commandGroup } from './group.js';

interface Flags {
  readonly redis: string;
  readonly workers?: string;
  readonly lease?: string;
}

/** `cfc jobs work`: does what `--engine bullmq` of other commands asks for. */
export function addJobs(program: Command, io: Io): void {
  const group = commandGroup(program, 'jobs', 'jobs of other machines');
  withWorkers(group.command('work'))
    .description('does jobs of a queue on Redis until SIGINT or SIGTERM')
    .requiredOption('--redis <url>', 'of the queue, like redis://localhost:6379')
    .option('--lease <s>', 'seconds after which the jobs of a worker that is heard of no more go to others (10)')
    .action((flags: Flags) => doWork(flags, io));
}

async function doWork({ redis, workers, lease }: Flags, io: Io): Promise<void> {
  const seconds = lease === undefined ? 10 : wholeNumber('--lease', lease, 1, 3600);
  const engine = localEngine(workers, io)();
  const line = statusLine(io.stderr);
  let done = 0;
  const options: WorkOptions = {
    redis,
    queue: queueName(),
    lease: 1000 * seconds,
    interrupt: io.interruptible(),
    finished() {
      done++;
      line.tell(() => `${counted(done, 'job')} done`);
    },
    failed: ({ key }, reason) => io.stderr.write(`${key} failed: ${reason}\n`),
  };
  await asFlags({ 'work.redis': '--redis', work: 'jobs work' }, () => work<TaskJob>(engine, options));
  line.done();
  io.stdout.write(`${counted(done, 'job')} done\n`);
}

import type { Crew, Mate } from './crew.js';
import type { NodeWorkers } from './node.js';
import { workerCode } from './worker-code.js';

/** Loads in a row, some 300 microseconds of them, for which an idle thread looks for work before it waits. */
const SPINS = 50_000;

/** Starts one thread and makes it one of the crew; it leaves the crew when it ends. */
export function spawn({ Worker }: NodeWorkers, { control, mates }: Crew, module: object, home: number): Promise<void> {
  return new Promise((started, failed) => {
    // None of the process's own arguments: some of them would change how the text is read.
    const worker = new Worker(workerCode, {
      eval: true,
      execArgv: [],
      name: 'cfc',
      workerData: { control, module, home, spins: SPINS },
    });
    const mate: Mate = {
      post: (segment) => {
        worker.postMessage(segment);
      },
      end: () => worker.terminate(),
    };
    // Without a listener the error would end the process; the pool goes on without this thread.
    worker.on('error', failed);
    worker.once('exit', () => {
      mates.delete(mate);
      failed(new Error('it ended'));
    });
    worker.once('message', () => {
      worker.unref();
      mates.add(mate);
      started();
    });
  });
}

// Feeds one reader in a thread of its own, which is ended where it hangs.
import { Worker } from 'node:worker_threads';

/** A thread that works on one input for so many ms of CPU time hangs, and one that waits for so many ms. */
const HANG = 20_000;
const WAIT = 300_000;
/** A thread may hold so many MiB. */
const MEMORY = 512;
const LONGEST = 1 << 17;

/**
 * @param {{ targets: string, name: string, seed: number, seconds?: number, inputs?: number }} task where the targets are, which one,
 *   and either for how long, led by coverage, or how many inputs
 * @param {(fault: { kind: string, told: string }, text: string) => void} tell
 * @param {number} [hang] ms of CPU time
 * @returns {Promise<{ tried: number, corpus: number, blocks: number, digest: string, faults: number }>} `digest` of all inputs
 */
export function fed(task, tell, hang = HANG) {
  const state = new Int32Array(new SharedArrayBuffer(8));
  const bytes = new Uint8Array(new SharedArrayBuffer(LONGEST));
  const worker = new Worker(new URL('worker.mjs', import.meta.url), {
    workerData: { ...task, state, bytes },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  });
  const now = () => new globalThis.TextDecoder().decode(bytes.slice(0, Atomics.load(state, 1)));
  return new Promise((resolve) => {
    let faults = 0;
    let done = { tried: 0, corpus: 0, blocks: 0, digest: '' };
    let last = { count: -1, at: 0, used: 0 };
    const fault = (one, text) => {
      faults++;
      tell(one, text);
    };
    const watch = globalThis.setInterval(() => {
      const count = Atomics.load(state, 0);
      const [at, used] = [performance.now(), usedCpu()];
      if (count !== last.count) last = { count, at, used };
      else if (count > 0 && (used - last.used > hang || at - last.at > WAIT)) {
        fault({ kind: 'hang', told: `no end after ${Math.round(used - last.used)} ms of CPU time` }, now());
        void worker.terminate();
      }
    }, 250);
    worker.on('message', (message) => {
      if (message.fault) fault(message.fault, message.text);
      if (message.done) done = message.done;
    });
    worker.on('error', (error) => fault({ kind: error.code ?? error.name, told: error.stack ?? String(error) }, now()));
    worker.on('exit', () => {
      globalThis.clearInterval(watch);
      resolve({ ...done, tried: done.tried || Atomics.load(state, 0), faults });
    });
  });
}

function usedCpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

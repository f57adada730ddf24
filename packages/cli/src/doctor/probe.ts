import { Worker } from 'node:worker_threads';
import { probeCode } from './probe-code.js';

/** A plugin that a package exports, as it says of itself. */
export interface Told {
  readonly name: string | null;
  readonly version: string | null;
  readonly api: unknown;
  /** The names of its pieces; null for what is no definition, and where it is no list at all. */
  readonly provides: readonly (string | null)[] | null;
}

/** What came of loading a package: its plugins, or what went wrong. */
export type Probed = { readonly plugins: readonly Told[] } | { readonly fault: string };

/**
 * Loads a module in a thread of its own, to see which plugins it exports. Never rejects: a module that throws, ends its process or never
 * ends is a fault that is told.
 *
 * @param limit milliseconds after which it counts as one that never ends
 */
export function probe(url: string, limit = 20_000): Promise<Probed> {
  return new Promise((done) => {
    // stdout and stderr are kept from the terminal: nothing reads them
    const worker = new Worker(probeCode, { eval: true, workerData: url, stdout: true, stderr: true });
    const end = (probed: Probed): void => {
      clearTimeout(timer);
      done(probed);
      void worker.terminate();
    };
    const timer = setTimeout(() => end({ fault: `it is not loaded after ${limit / 1000} s` }), limit);
    worker.on('message', (found: string | readonly Told[]) => {
      end(typeof found === 'string' ? { fault: found } : { plugins: found });
    });
    worker.on('error', (error: unknown) => end({ fault: error instanceof Error ? error.message : String(error) }));
    worker.on('exit', (code) => end({ fault: `it ends the thread that loads it, with exit code ${code}` }));
  });
}

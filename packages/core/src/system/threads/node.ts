import { CfcError } from '../../errors.js';

/** The little of a worker of Node that is used; this package has no types of Node. */
interface NodeWorker {
  postMessage(message: unknown): void;
  terminate(): Promise<number>;
  unref(): void;
  once(event: 'message' | 'exit', hear: () => void): void;
  on(event: 'error', hear: (error: unknown) => void): void;
}

export interface NodeWorkers {
  readonly Worker: new (code: string, options: object) => NodeWorker;
}

/** It is no import: so that nothing that bundles this for a browser stumbles over it. */
declare const process: { getBuiltinModule?(name: string): unknown } | undefined;

/** @throws `THREADS_UNAVAILABLE` outside Node */
export function node(): { readonly workers: NodeWorkers; readonly cores: number } {
  const ask = (name: string): unknown =>
    typeof process === 'undefined' ? undefined : process.getBuiltinModule?.(name);
  const workers = ask('node:worker_threads') as NodeWorkers | undefined;
  if (workers === undefined) throw new CfcError('THREADS_UNAVAILABLE', 'no worker threads here', 'startThreads');
  const os = ask('node:os') as { availableParallelism(): number };
  return { workers, cores: os.availableParallelism() };
}

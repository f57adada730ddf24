import { main, type Io } from '../../src/index.js';

/** What a command printed and returned. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process. */
export async function cfc(argv: readonly string[], cwd: string, more: Partial<Io> = {}): Promise<Ran> {
  const printed = { stdout: '', stderr: '' };
  const sink = (name: keyof typeof printed) => ({ write: (text: string) => (printed[name] += text) });
  const interruptible = () => new AbortController().signal;
  const code = await main(argv, { stdout: sink('stdout'), stderr: sink('stderr'), cwd, interruptible, ...more });
  return { code, ...printed };
}

/** Stands for SIGINT during step `steps`: the run asks before every step. */
export function interruptedAfter(steps: number): Pick<Io, 'interruptible'> {
  let asked = 0;
  const signal = {
    get aborted() {
      return asked++ >= steps;
    },
    addEventListener() {},
    removeEventListener() {},
  };
  return { interruptible: () => signal as unknown as AbortSignal };
}

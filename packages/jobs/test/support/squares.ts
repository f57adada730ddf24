import type { Engine, Job } from '../../src/index.js';

export interface Square extends Job {
  readonly x: number;
  readonly wait?: number;
  readonly refuse?: boolean;
}

/** The module that does them. */
export const handler = new URL('../fixtures/square.mjs', import.meta.url);

export const squares = (count: number, more: (x: number) => Partial<Square> = () => ({})): Square[] =>
  Array.from({ length: count }, (_, x) => ({ key: `square of ${x}`, x, ...more(x) }));

/** An engine whose jobs end when they are told to: by `end(x)`. */
export function byHand(slots: number) {
  const open = new Map<number, { readonly end: () => void; readonly fail: (error: Error) => void }>();
  const begun: number[] = [];
  let closed = 0;
  const engine: Engine<Square> = {
    slots,
    perform({ x }) {
      begun.push(x);
      return new Promise((done, failed) => open.set(x, { end: () => done(x * x), fail: failed }));
    },
    async close() {
      closed++;
    },
  };
  return {
    engine,
    begun,
    end: (x: number) => open.get(x)!.end(),
    fail: (x: number, error: Error) => open.get(x)!.fail(error),
    closed: () => closed,
  };
}

/** Lets everything that can happen happen. */
export const settled = (): Promise<void> => new Promise((done) => void setTimeout(done, 0));

import type { Worker } from 'node:worker_threads';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  type CompiledSystem,
  compile,
  defaultPlan,
  descent,
  isCfcError,
  maxSteps,
  relax,
  writeState,
} from '../../src/index.js';
import { type Threads, startThreads } from '../../src/threads.js';
import { crowd, placeIn } from '../support/crowd.js';
import { codeOf } from '../support/errors.js';
import { algebraOf, evaluationsOf } from '../support/evaluations.js';

/** Pools that share systems of any size. */
let pools: readonly Threads[] = [];
beforeAll(async () => {
  pools = await Promise.all([1, 2, 3, 4].map((threads) => startThreads({ threads, smallest: 0 })));
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.stop()));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const rejection = async (start: Promise<unknown>): Promise<string> => {
  try {
    await start;
  } catch (error) {
    if (isCfcError(error)) return error.code;
    throw error;
  }
  return expect.unreachable('it should have failed');
};

/** The worker threads that are started while `run` runs. */
async function workersOf<T>(run: () => Promise<T>): Promise<{ readonly made: T; readonly workers: readonly Worker[] }> {
  const workers: Worker[] = [];
  const hear = (worker: Worker): void => void workers.push(worker);
  process.on('worker', hear);
  try {
    return { made: await run(), workers };
  } finally {
    process.off('worker', hear);
  }
}

const sizes = [1, 2, 9, 130, 1_003, 20_011];

describe('a system with threads', () => {
  test.each(sizes)('of %i modules gives the same bits for any number of threads', (size) => {
    for (const reach of [6, size]) {
      const source = crowd(size, { reach, foreign: Math.min(size, 50) });
      const systems = pools.map((threads) => compile(source, { threads }));
      const eta = placeIn(size);
      const [first, ...others] = systems.map((system) => evaluationsOf(system, eta));
      for (const other of others) expect(other).toEqual(first);
      const [own, ...algebras] = systems.flatMap((system) => [algebraOf(system, true), algebraOf(system, false)]);
      for (const other of algebras) expect(other).toEqual(own);
    }
  });

  test.each(sizes)('of %i modules agrees with the same system without', (size) => {
    const source = crowd(size, { foreign: Math.min(size, 50) });
    const [plain, shared] = [compile(source), compile(source, { threads: pools[1]! })];
    const eta = placeIn(size);
    for (const [of, run] of [
      ['evaluations', (system: CompiledSystem) => evaluationsOf(system, eta)],
      ['algebra', (system: CompiledSystem) => algebraOf(system, true)],
    ] as const) {
      const [expected, given] = [run(plain), run(shared)];
      for (const [name, value] of Object.entries(expected)) {
        expect(distance(given[name]!, value), `${of}: ${name}`).toBeLessThanOrEqual(1e-12);
      }
    }
  });

  test('takes whole relaxations to the same bits', () => {
    for (const foreign of [0, 20]) {
      const source = crowd(700, { foreign });
      for (const plan of [defaultPlan, { method: descent(), stop: maxSteps({ steps: 20 }) }]) {
        const [first, ...others] = pools.map((threads) => {
          const { state } = relax(compile(source, { threads }), placeIn(700), plan);
          return writeState(state);
        });
        for (const other of others) expect(other === first).toBe(true);
      }
    }
  });

  test('follows the weights of each call', () => {
    const system = compile(crowd(100), { threads: pools[1]! });
    const [eta, out] = [placeIn(100), new Float64Array(100)];
    const weights = system.unit.weights.map((weight, t) => weight * (t + 0.5));
    const heavy = system.gradient(eta, { weights }, out);
    expect(system.gradient(eta, system.unit, out)).not.toBe(heavy);
    expect(system.gradient(eta, { weights }, out)).toBe(heavy);
  });

  test('sweeps and shifts on the calling thread, on the couplings in their new order', () => {
    const source = crowd(500);
    const [plain, shared] = [{}, { threads: pools[1]! }].map((given) => {
      const system = compile(source, given);
      const [eta, gradient] = [placeIn(500), new Float64Array(500)];
      system.gradient(eta, system.unit, gradient);
      const shift = system.shift(17, 0.3, eta, system.unit, null);
      return { change: system.sweep(eta, system.unit, gradient), shift, eta };
    });
    expect(shared!.shift).toBeCloseTo(plain!.shift, 12);
    expect(shared!.change).toBeCloseTo(plain!.change, 9);
    expect(distance(shared!.eta, plain!.eta)).toBeLessThan(1e-12);
  });

  test('keeps its vectors in memory that all threads see; a small one runs unshared', async () => {
    expect(compile(crowd(50), { threads: pools[0]! }).vector().buffer).toBeInstanceOf(SharedArrayBuffer);
    const pool = await startThreads({ threads: 2 });
    expect(compile(crowd(50), { threads: pool }).vector().buffer).toBeInstanceOf(ArrayBuffer);
    await pool.stop();
  });
});

/** The largest difference of two results against the larger of 1 and the largest entry. */
function distance(x: number | Float64Array, y: number | Float64Array): number {
  const [v, w] = [x, y].map((value) => (typeof value === 'number' ? [value] : [...value])) as [number[], number[]];
  const scale = w.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  return v.reduce((most, value, i) => Math.max(most, Math.abs(value - w[i]!)), 0) / scale;
}

describe('a pool of threads', () => {
  test('may be stopped twice; its systems go on alone to the same bits', async () => {
    const pool = await startThreads({ threads: 3, smallest: 0 });
    const system = compile(crowd(300), { threads: pool });
    const before = evaluationsOf(system, placeIn(300));
    expect(pool.threads).toBe(3);
    expect(pool.running).toBe(3);
    await Promise.all([pool.stop(), pool.stop()]);
    await pool.stop();
    expect(pool.running).toBe(1);
    expect(evaluationsOf(system, placeIn(300))).toEqual(before);
    expect(evaluationsOf(compile(crowd(300), { threads: pool }), placeIn(300))).toEqual(before);
  });

  test('can be had again and again, several at once', async () => {
    const expected = evaluationsOf(compile(crowd(200), { threads: pools[0]! }), placeIn(200));
    for (let round = 0; round < 8; round++) {
      const some = await Promise.all([2, 3].map((threads) => startThreads({ threads, smallest: 0 })));
      for (const threads of some) {
        for (let k = 0; k < 3; k++) {
          expect(evaluationsOf(compile(crowd(200), { threads }), placeIn(200))).toEqual(expected);
        }
      }
      await Promise.all(some.map((pool) => pool.stop()));
    }
  });

  test('goes on where one of its threads is killed, at whatever moment', { timeout: 60_000 }, async () => {
    const expected = evaluationsOf(compile(crowd(400), { threads: pools[0]! }), placeIn(400));
    for (let round = 0; round < 12; round++) {
      const { made: pool, workers } = await workersOf(() => startThreads({ threads: 3, smallest: 0 }));
      const system = compile(crowd(400), { threads: pool });
      expect(workers).toHaveLength(2);
      if (round % 3 > 0) expect(evaluationsOf(system, placeIn(400))).toEqual(expected);
      const ended = workers.slice(0, 1 + (round % 2)).map((worker) => worker.terminate());
      for (let k = 0; k < 20; k++) expect(evaluationsOf(system, placeIn(400))).toEqual(expected);
      await Promise.all(ended);
      expect(evaluationsOf(system, placeIn(400))).toEqual(expected);
      await vi.waitFor(() => expect(pool.running).toBe(2 - (round % 2)));
      await pool.stop();
    }
  });

  test('gives the memory of systems that are garbage to others', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const places = new Set<number>();
    const expected = evaluationsOf(compile(crowd(2_000), { threads: pools[1]! }), placeIn(2_000));
    for (let round = 0; round < 30; round++) {
      const system = compile(crowd(2_000), { threads: pools[1]! });
      expect(evaluationsOf(system, placeIn(2_000))).toEqual(expected);
      places.add(system.vector().byteOffset);
      collect();
      await new Promise((next) => setTimeout(next, 1));
    }
    expect(places.size).toBeLessThan(20);
  });
});

describe('what cannot be had is said', () => {
  test.each([0, 2.5, 17, NaN, -1, '2'])('threads: %s', async (threads) => {
    expect(await rejection(startThreads({ threads: threads as number }))).toBe('OPTION_INVALID');
  });

  test('options that are none', async () => {
    expect(await rejection(startThreads({ smallest: -1 }))).toBe('OPTION_INVALID');
    expect(await rejection(startThreads(2 as never))).toBe('OPTION_INVALID');
    expect(await rejection(startThreads({ thread: 2 } as never))).toBe('OPTION_UNKNOWN');
  });

  test('threads that do not go with the rest', () => {
    expect(codeOf(() => compile(crowd(9), { backend: 'js', threads: pools[0]! }))).toBe('OPTION_INVALID');
    for (const threads of [2, null, {}, startThreads]) {
      expect(codeOf(() => compile(crowd(9), { threads: threads as never }))).toBe('OPTION_INVALID');
    }
  });

  test('a place without worker threads, or one that refuses to start them', async () => {
    const builtIn = vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
    expect(await rejection(startThreads({ threads: 2 }))).toBe('THREADS_UNAVAILABLE');
    builtIn.mockReturnValue({ availableParallelism: () => 2, Worker: vi.fn().mockThrow(new Error('no more of them')) });
    expect(await rejection(startThreads({ threads: 2 }))).toBe('THREADS_UNAVAILABLE');
  });

  test('a place without shared memory or WebAssembly', async () => {
    for (const name of ['SharedArrayBuffer', 'WebAssembly']) {
      vi.resetModules();
      vi.stubGlobal(name, undefined);
      const fresh = await import('../../src/threads.js');
      expect(await rejection(fresh.startThreads({ threads: 2 })), name).toBe('THREADS_UNAVAILABLE');
      vi.unstubAllGlobals();
    }
  });
});

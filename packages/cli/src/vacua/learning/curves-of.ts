import { setImmediate } from 'node:timers/promises';
import { type Curves, learn, poolOf, type Split, type Strategy, type Task } from '@cfc/vacua';
import { Interrupted } from '../../errors/interrupted.js';
import type { Io } from '../../io.js';
import { statusLine } from '../../progress/status-line.js';

/** Learning curves of strategies, one for each seed from 0. */
export async function curvesOf(
  task: Task,
  split: Split,
  features: string | undefined,
  wanted: readonly Strategy[],
  { seeds, ...size }: { readonly seeds: number; readonly rounds: number; readonly batch: number },
  io: Io,
): Promise<readonly Curves[]> {
  const { pool, oracle } = poolOf(task, split, features ?? ('windows3' in task.features ? 'windows3' : undefined));
  const interrupt = io.interruptible();
  const line = statusLine(io.stderr);
  const all: Curves[] = [];
  for (const strategy of wanted) {
    const curves = [];
    for (let seed = 0; seed < seeds; seed++) {
      line.tell(() => `${task.name}: ${strategy}, seed ${seed + 1} of ${seeds}`);
      await setImmediate(); // lets signals in
      if (interrupt.aborted) throw new Interrupted(`interrupted while ${strategy} was learning`);
      curves.push(learn(pool, oracle(), { strategy, seed, initial: size.batch, ...size }));
    }
    all.push({ strategy, curves });
  }
  line.done();
  return all;
}

// What both sides of gspo.mjs work on, and how a side is timed: in a process of its own, that it may not pay for the other.
import { balancing, levels, vocabulary } from '@cfc/gspo';

export const [HIDDEN, PROMPTS, GROUP, RATE] = [64, 2, 4, 5e-3];
const [WARM, CALLS] = [400, 8];

export const [shown, weights] = [levels({ lowest: 0, highest: 4 }), levels()];
export const tokens = vocabulary(weights.count);
export const environment = balancing(shown, weights, { terms: 5, seed: 1 });

/** Warms up, then answers every message with the mean wall and CPU milliseconds of a call. */
export function serve(run) {
  for (let k = 0; k < WARM; k++) run();
  process.on('message', () => {
    const [cpu, wall] = [process.cpuUsage(), performance.now()];
    for (let k = 0; k < CALLS; k++) run();
    const { user, system } = process.cpuUsage(cpu);
    process.send({ wall: (performance.now() - wall) / CALLS, cpu: (user + system) / 1000 / CALLS });
  });
  process.send('warm');
}

import type { GradientRecord } from '@cfc/modules-gating';
import { adam } from './adam.js';
import type { Blueprint } from './blueprints.js';
import { chain, residual } from './chain.js';
import type { HostName } from './hosts.js';
import { incubation } from './incubation.js';
import type { Layer } from './layer.js';
import { type Examples, WIDTH, task } from './task.js';
import { RATE, batch, differentiate, lossOf } from './training.js';

/** What became of a seed. */
export interface Life {
  readonly blueprint: Blueprint;
  /** Number of its parameters. */
  readonly parameters: number;
  /** Its gradients and those of its host in incubation; each record tells the gain too. */
  readonly records: readonly GradientRecord[];
  /** ln(loss of the host alone / loss with the seed grafted) on sequences that neither has seen. */
  readonly gain: number;
}

/**
 * The lives of the seeds of all blueprints in one host on one task: incubated side by side, then each grafted for itself, to learn while
 * the host is held as it is, so that what the loss falls by is the seed's doing.
 *
 * @param grafted steps that a seed learns for once it is grafted
 */
export function lives(seed: number, name: HostName, grafted: number): readonly Life[] {
  const examples = task(seed);
  const [train, test] = [examples(512, 1), examples(256, 2)];
  const { host, seeds } = incubation(seed, name, train);
  const inside = ({ inputs, targets }: Examples): Examples => ({ inputs: host.before.forward(inputs).output, targets });
  const [learnt, unseen] = [inside(train), inside(test)];
  const loss = (layer: Layer): number => lossOf(layer.forward(unseen.inputs).output, unseen.targets);
  const alone = loss(host.after);
  return seeds.map(({ blueprint, layer, records }) => {
    const whole = chain(residual(layer), host.after);
    const learn = adam(layer.parameters, RATE);
    for (let step = 0; step < grafted; step++) {
      differentiate(whole, batch(learnt, WIDTH, seed, 1_000 + step));
      learn();
    }
    const gain = Math.log(alone / loss(whole));
    const parameters = layer.parameters.reduce((total, { value }) => total + value.length, 0);
    return { blueprint, parameters, records: records.map((record) => ({ ...record, gain })), gain };
  });
}

import { type GradientRecord, type LayerGradient, summariseGradients } from '@cfc/modules-gating';
import { adam } from './adam.js';
import { type Blueprint, blueprints } from './blueprints.js';
import { chain } from './chain.js';
import { type Host, type HostName, hosts } from './hosts.js';
import type { Layer, Parameter } from './layer.js';
import { type Examples, INPUTS, drawing } from './task.js';
import { RATE, batch, differentiate, incubate } from './training.js';

/** Steps of the host alone, and of the seeds in incubation, of which every eighth is recorded. */
const [ALONE, INCUBATED, RECORD] = [400, 40, 8];

/** A seed after incubation. */
export interface Seed {
  readonly blueprint: Blueprint;
  readonly layer: Layer;
  readonly records: readonly GradientRecord[];
}

/** A host that has learnt, alone and then with a seed of every blueprint in its slot, of which it feels nothing; and these seeds. */
export function incubation(
  seed: number,
  name: HostName,
  train: Examples,
): { readonly host: Host; readonly seeds: readonly Seed[] } {
  const host = hosts[name](drawing(seed, 3));
  const whole = chain(host.before, host.after);
  const learn = adam(whole.parameters, RATE);
  for (let step = 0; step < ALONE; step++) {
    differentiate(whole, batch(train, INPUTS, seed, step));
    learn();
  }
  const seeds = (Object.keys(blueprints) as Blueprint[]).map((blueprint) => {
    const layer = blueprints[blueprint](drawing(seed, 4));
    return { blueprint, layer, learn: adam(layer.parameters, RATE), records: [] as GradientRecord[] };
  });
  const layers = seeds.map(({ layer }) => layer);
  for (let step = 1; step <= INCUBATED; step++) {
    incubate(host, layers, batch(train, INPUTS, seed, ALONE + step));
    for (const { blueprint, layer, records } of step % RECORD === 0 ? seeds : []) {
      const gradients = { seed: byType(layer.parameters), host: byType(whole.parameters) };
      records.push({ run: `${name} ${seed} ${blueprint}`, step, blueprint, ...gradients });
    }
    for (const one of seeds) one.learn();
    learn();
  }
  return { host, seeds };
}

/** All parameters of a type as one layer. */
function byType(parameters: readonly Parameter[]): readonly LayerGradient[] {
  const types = [...new Set(parameters.map(({ type }) => type))];
  const joined = types.map((type) => {
    const own = parameters.filter((parameter) => parameter.type === type);
    return { type, gradient: Float64Array.from(own.flatMap(({ gradient }) => [...gradient])) };
  });
  return summariseGradients('', joined).layers;
}

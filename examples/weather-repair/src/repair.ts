import { type Weather, sensors } from './data.js';
import { type Stage, decide } from './gates.js';
import type { Parameters } from './parameters.js';
import { type Model, modelOf } from './system.js';

/** A series after repair: which days were distrusted, and what stands there. */
export interface Repaired {
  readonly distrusted: readonly boolean[];
  readonly values: readonly number[];
}

export interface Repair {
  readonly max: Repaired;
  readonly min: Repaired;
  readonly model: Model;
  readonly eta: Float64Array;
  readonly stages: readonly Stage[];
}

/** Repairs both series. Trusted days keep their reading, distrusted ones get the relaxed value. */
export function repair(weather: Weather, given: Parameters): Repair {
  const model = modelOf(weather, given);
  const { eta, stages } = decide(model, given);
  const [max, min] = sensors.map((sensor, s): Repaired => {
    const first = s * weather[sensor].length;
    const distrusted = weather[sensor].map((_, t) => eta[model.days + first + t] === 1);
    const values = weather[sensor].map((reading, t) =>
      distrusted[t]! ? model.celsius(first + t, eta[first + t]!) : reading,
    );
    return { distrusted, values };
  });
  return { max: max!, min: min!, model, eta, stages };
}

import type { TaskJob } from '../../jobs/task-job.js';
import { hashOf, type LabelConfig } from './config.js';
import type { GeometryId } from './geometry.js';
import type { LabelBatch } from './label-task.js';

/** Geometries in one job: tens of milliseconds of work, against which handing it over is nothing. */
const BATCH = 100;

/** The jobs from geometry `from` on. */
export function* batchesOf(
  config: LabelConfig,
  geometries: readonly GeometryId[],
  from: number,
): Generator<TaskJob<LabelBatch>> {
  const { dataset, samples, options } = config;
  const hash = hashOf(config);
  for (let k = from; k < geometries.length; k += BATCH) {
    const given = { dataset, samples, options, geometries: geometries.slice(k, k + BATCH) };
    yield { task: 'label', key: `label ${hash} ${k} ${given.geometries.length}`, given };
  }
}

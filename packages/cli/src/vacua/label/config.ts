import { createHash } from 'node:crypto';
import type { LabelGiven } from '@cfc/vacua';
import { version } from '../../version.js';
import type { DatasetName } from './datasets.js';
import type { GeometryId } from './geometry.js';

/** All that the bytes of a file of labels depend on. */
export interface LabelConfig {
  readonly version: string;
  readonly dataset: DatasetName;
  readonly count: number;
  readonly samples: number;
  readonly options: LabelGiven;
  /** SHA-256 of the geometries' ids, numbers of fields, and what they set of the parameters. */
  readonly geometries: string;
}

/** The configuration of a labelling. */
export function configOf(
  dataset: DatasetName,
  geometries: readonly GeometryId[],
  samples: number,
  options: LabelGiven,
): LabelConfig {
  const digest = createHash('sha256');
  for (const [id, moduli, numbers] of geometries) {
    const set = numbers === undefined ? '' : ` ${JSON.stringify(numbers)}`;
    digest.update(`${JSON.stringify(id)} ${moduli}${set}\n`);
  }
  return { version: version(), dataset, count: geometries.length, samples, options, geometries: digest.digest('hex') };
}

/** SHA-256 of a configuration. */
export const hashOf = (config: LabelConfig): string =>
  createHash('sha256').update(JSON.stringify(config)).digest('hex');

import { type Label, type Subject, labeller } from './labeller.js';
import type { LabelGiven } from './options.js';

/**
 * The label of one geometry: `labeller(options)(dataset, id, samples, options)`; for many, `labeller` checks its options once. Throws as it does.
 *
 * @example
 * const { stability, shares } = labelOf('cicy', '7861', 5, { moduli: 2 });
 */
export function labelOf(dataset: string, id: string, samples: number, options: Subject & LabelGiven): Label {
  const { moduli, c2, intersections, euler, ...rest } = options ?? {};
  return labeller(rest)(dataset, id, samples, options);
}

import { type Label, type Labeller, type Subject, labeller } from './labeller.js';
import type { LabelGiven } from './options.js';

const kept = new WeakMap<object, Labeller>();
const defaults = {};

/**
 * The label of one geometry: `labeller(options)(dataset, id, samples, options)`. The options' check is remembered for the same object.
 *
 * @example
 * const { stability, shares } = labelOf('cicy', '7861', 5, { moduli: 2 });
 */
export function labelOf(dataset: string, id: string, samples: number, options: Subject & LabelGiven): Label {
  const { moduli, c2, intersections, euler, ...rest } = options ?? defaults;
  const label = kept.get(options) ?? labeller(rest);
  kept.set(options, label);
  const given = { c2, intersections, euler };
  const geometry = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return label(dataset, id, samples, { moduli, ...geometry });
}

import { curveBag, curveBagNames } from '../features/curve-bag.js';
import { featureTable } from '../features/feature-table.js';
import { windowCounts, windowVocabulary } from '../features/windows.js';
import type { Example } from './example.js';
import type { Task } from './task.js';

/** An example made of a cyclic list of self-intersections. */
export interface CurveExample extends Example {
  readonly curves: readonly number[];
}

/**
 * A task on cyclic lists of self-intersections. Features `bag` (how many of each), `windows3` and `windows5` (runs of neighbours); graphs are the
 * true cycles, with self-intersections on the nodes.
 */
export function curveTask(name: string, classes: readonly string[], examples: readonly CurveExample[]): Task {
  const windows = (width: number, most: number) => (train: readonly number[]) => {
    const vocabulary = windowVocabulary(
      train.map((i) => examples[i]!.curves),
      { width, most },
    );
    const counts = windowCounts(vocabulary);
    const names = [...vocabulary.names, 'other'];
    return featureTable(examples, [{ from: 'curves', names, of: ({ curves }) => counts(curves) }], ['curves']);
  };
  const bag = { from: 'curves', names: curveBagNames, of: ({ curves }: CurveExample) => curveBag(curves) } as const;
  return {
    name,
    classes,
    examples,
    features: {
      bag: () => featureTable(examples, [bag], ['curves']),
      windows3: windows(3, 256),
      windows5: windows(5, 2048),
    },
    graphs: examples.map(({ curves }) => ({
      values: curves,
      edges: curves.map((_, i) => [i, (i + 1) % curves.length] as const),
    })),
  };
}

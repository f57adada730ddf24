import { hodgePair } from '@cfc/vacua';
import { counted } from '../text/number.js';
import type { Entry } from './kinds.js';

/** Counts while entries pass through `of`; `document` and `text` tell what has passed. */
export function entriesSummary() {
  const dimensions = new Set<number>();
  const pairs = new Set<string>();
  const eulers = new Set<number>();
  let count = 0;
  const document = () => ({
    count,
    ...(dimensions.size === 0 ? {} : { dimensions: [...dimensions].sort((a, b) => a - b) }),
    ...(pairs.size === 0 ? {} : { hodgePairs: pairs.size, eulerNumbers: eulers.size, euler: range(eulers) }),
  });
  return {
    async *of(entries: AsyncIterable<Entry>): AsyncGenerator<Entry> {
      for await (const entry of entries) {
        count++;
        const { dimension, h11, h21 } = entry;
        if (dimension !== undefined) dimensions.add(dimension);
        if (h11 !== undefined && h21 !== undefined) {
          pairs.add(hodgePair({ h11, h21 }));
          eulers.add(2 * (h11 - h21));
        }
        yield entry;
      }
    },
    document,
    text(noun: string): string {
      const { dimensions: of, hodgePairs, eulerNumbers, euler } = document();
      return [
        `${counted(count, noun)}, every check passed`,
        ...(of === undefined ? [] : [`dimension ${of.join(', ')}`]),
        ...(euler === undefined
          ? []
          : [
              `${counted(hodgePairs!, 'Hodge pair')}, ${counted(eulerNumbers!, 'Euler number')} from ${euler.join(' to ')}`,
            ]),
      ].join('\n');
    },
  };
}

const range = (values: Iterable<number>): readonly [least: number, most: number] => {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return [least, most];
};

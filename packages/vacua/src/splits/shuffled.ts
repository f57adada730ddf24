import { createHash } from 'node:crypto';

/** A shuffle by the SHA-256 of seed and name: it depends neither on the order of the values nor on which others there are. */
export function shuffled<T>(values: readonly T[], nameOf: (value: T) => string | number, seed: number): T[] {
  return values
    .map((value) => ({
      value,
      key: createHash('sha256')
        .update(JSON.stringify([seed, nameOf(value)]))
        .digest('hex'),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ value }) => value);
}

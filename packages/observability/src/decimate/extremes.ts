/** Least and largest values of one column by bucket, and which of the two came first. */
export interface Extremes {
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** 1 where the largest value came before the least. */
  readonly falls: Uint8Array;
  /** Joins neighbouring buckets; the second half is empty afterwards. */
  halve(): void;
}

/** So many empty buckets. */
export function extremes(limit: number): Extremes {
  const least = new Float64Array(limit).fill(NaN);
  const most = new Float64Array(limit).fill(NaN);
  const falls = new Uint8Array(limit);
  const halve = (): void => {
    for (let k = 0; k < limit / 2; k++) {
      const [low, high, order] = joined(one, 2 * k, 2 * k + 2);
      least[k] = low;
      most[k] = high;
      falls[k] = order;
    }
    least.fill(NaN, limit / 2);
    most.fill(NaN, limit / 2);
    falls.fill(0, limit / 2);
  };
  const one: Extremes = { least, most, falls, halve };
  return one;
}

/** Takes a value into bucket k. */
export function include({ least, most, falls }: Extremes, k: number, value: number): void {
  if (Number.isNaN(least[k]!)) {
    least[k] = value;
    most[k] = value;
  } else if (value < least[k]!) {
    least[k] = value;
    falls[k] = 1;
  } else if (value > most[k]!) {
    most[k] = value;
    falls[k] = 0;
  }
}

/** The extremes of the buckets from k to before `end`, in the order in which they came; nulls where there are none. */
export function join(one: Extremes, k: number, end: number): readonly [number | null, number | null] {
  const [low, high, falls] = joined(one, k, end);
  if (Number.isNaN(low)) return [null, null];
  return falls === 1 ? [high, low] : [low, high];
}

function joined({ least, most, falls }: Extremes, start: number, end: number): readonly [number, number, number] {
  let [low, high, lowAt, highAt] = [NaN, NaN, -1, -1];
  for (let k = start; k < end; k++) {
    if (!(least[k]! >= low) && !Number.isNaN(least[k]!)) [low, lowAt] = [least[k]!, k];
    if (!(most[k]! <= high) && !Number.isNaN(most[k]!)) [high, highAt] = [most[k]!, k];
  }
  return [low, high, lowAt === highAt ? (falls[lowAt] ?? 0) : Number(highAt < lowAt)];
}

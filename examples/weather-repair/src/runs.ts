/** A day's place in a run of exactly equal readings. */
export interface Place {
  /** How many readings in a row are equal; 1 where none is. */
  readonly length: number;
  /** Whether the day repeats the one before. */
  readonly repeats: boolean;
}

export function placesInRuns(readings: readonly number[]): readonly Place[] {
  const places: Place[] = [];
  for (let start = 0; start < readings.length;) {
    let end = start + 1;
    while (end < readings.length && readings[end] === readings[start]) end++;
    for (let t = start; t < end; t++) places.push({ length: end - start, repeats: t > start });
    start = end;
  }
  return places;
}

/** The mean of all sensors at each step. */
export const mean = (readings: readonly (readonly number[])[]): number[] =>
  readings[0]!.map((_, t) => readings.reduce((sum, row) => sum + row[t]!, 0) / readings.length);

/** The median of all sensors at each step; of an even number the mean of the middle two. */
export const median = (readings: readonly (readonly number[])[]): number[] =>
  readings[0]!.map((_, t) => {
    const sorted = readings.map((row) => row[t]!).sort((a, b) => a - b);
    const half = sorted.length >> 1;
    return (sorted[half]! + sorted[(sorted.length - 1) >> 1]!) / 2;
  });

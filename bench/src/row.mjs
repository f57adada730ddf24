import { appendFileSync } from 'node:fs';

/**
 * Hands a figure to the summary of `pnpm bench`, where one is being made.
 *
 * @param what what was measured
 * @param value the figure
 * @param goal what it should be: `[1.4, 'most']` or `[8, 'least']`
 */
export function row(what, value, [limit, kind]) {
  if (process.env.BENCH_ROWS === undefined) return;
  const met = kind === 'most' ? value <= limit : value >= limit;
  appendFileSync(process.env.BENCH_ROWS, `${JSON.stringify({ what, value, limit, kind, met })}\n`);
}

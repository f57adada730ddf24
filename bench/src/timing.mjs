/** Middle of a list of numbers. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** Milliseconds that one call takes. */
export function timed(run) {
  const begin = performance.now();
  run();
  return performance.now() - begin;
}

/** CPU seconds of this process that one call takes. */
export function cpuSeconds(run) {
  const begin = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1e6;
}

/** Milliseconds for which both are run before anything is timed. */
const WARM_UP = 500;

/**
 * Times two functions in turn, after a warm-up of each, so that a machine whose speed drifts treats both alike.
 *
 * @returns medians in milliseconds, and the median of the ratios of each turn
 */
export function compare(subject, peer, turns = 21) {
  const begin = performance.now();
  do {
    subject();
    peer();
  } while (performance.now() - begin < WARM_UP);
  const pairs = Array.from({ length: turns }, () => {
    const other = timed(peer);
    return { other, own: timed(subject) };
  });
  return {
    subject: median(pairs.map(({ own }) => own)),
    peer: median(pairs.map(({ other }) => other)),
    ratio: median(pairs.map(({ own, other }) => own / other)),
  };
}

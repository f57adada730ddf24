/**
 * What is looked at, kept behind the # of the address, so that it can be reloaded and passed on.
 *
 * @typedef {{ run: string | null, range: import('./range.js').Range, log: boolean }} Place
 */

/** @returns {Place} */
export function readPlace() {
  const query = new URLSearchParams(location.hash.slice(1));
  const from = Number(query.get('from') ?? NaN);
  const to = Number(query.get('to') ?? NaN);
  return { run: query.get('run'), range: from < to ? [from, to] : null, log: query.has('log') };
}

/** @param {Place} place */
export function writePlace({ run, range, log }) {
  const query = new URLSearchParams();
  if (run !== null) query.set('run', run);
  if (range !== null) {
    query.set('from', String(range[0]));
    query.set('to', String(range[1]));
  }
  if (log) query.set('log', '');
  history.replaceState(null, '', `#${query}`);
}

/**
 * @typedef {{ readonly version: number, readonly rows: number, readonly broken: number, readonly exact: boolean, readonly read: number }} State
 *
 * @typedef {object} Table
 * @property {State} state
 * @property {readonly string[]} columns
 * @property {number} left
 * @property {import('./chart.js').Series} series
 * @property {Readonly<Record<string, import('./legend.js').Summary>>} summary
 * @property {readonly Readonly<Record<string, unknown>>[]} tail
 *
 * @typedef {object} Heard
 * @property {(runs: readonly import('./runs.js').Run[]) => void} runs
 * @property {(state: State) => void} table
 * @property {(connected: boolean) => void} connection
 */

const AGAIN = 500;

/**
 * Listens until the function returned is called. The browser takes up a broken connection by itself, unless the server refused; that is done
 * here.
 *
 * @param {string | null} run
 * @param {Heard} heard
 * @returns {() => void}
 */
export function listen(run, heard) {
  let ended = false;
  /** @type {EventSource} */
  let source;
  const begin = () => {
    if (ended) return;
    source = new EventSource(run === null ? './events' : `./events?run=${encodeURIComponent(run)}`);
    source.addEventListener('open', () => heard.connection(true));
    source.addEventListener('runs', ({ data }) => heard.runs(JSON.parse(data)));
    source.addEventListener('table', ({ data }) => heard.table(JSON.parse(data)));
    source.addEventListener('error', () => {
      heard.connection(false);
      if (source.readyState === EventSource.CLOSED) setTimeout(begin, AGAIN);
    });
  };
  begin();
  return () => {
    ended = true;
    source.close();
  };
}

/**
 * @param {string} run
 * @param {import('./range.js').Range} range
 * @param {number} points
 * @returns {Promise<Table>}
 */
export async function fetchTable(run, range, points) {
  const query = new URLSearchParams({ run, points: String(points) });
  if (range !== null) {
    query.set('from', String(range[0]));
    query.set('to', String(range[1]));
  }
  const response = await fetch(`./table?${query}`);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.json();
}

/** Where a whole run can be had as one file. @param {string} run @param {string} format */
export const exportOf = (run, format) => `./export?${new URLSearchParams({ run, format })}`;

import { grouped, shown } from './format.js';

/**
 * A run in a line: how it stands, how much of it there is, and the least energy.
 *
 * @param {string} status
 * @param {import('./source.js').State | null} news
 * @param {import('./source.js').Table | null} drawn
 */
export function facts(status, news, drawn) {
  const sampled = news !== null && !news.exact;
  const rows = sampled ? `sampled, ${Math.floor(100 * news.read)}% read` : `${grouped(drawn?.state.rows ?? 0)} rows`;
  return [status, rows, best(drawn), left(drawn), broken(drawn)].filter((text) => text !== '').join(', ');
}

/** @typedef {import('./source.js').Table | null} Drawn */

/** @param {Drawn} drawn */
function best(drawn) {
  const name = ['unitEnergy', 'energy'].find((column) => drawn?.summary[column] !== undefined);
  const energy = drawn?.summary[name ?? ''];
  return energy === undefined ? '' : `best ${name} ${shown(energy.least)} at step ${shown(energy.leastAt)}`;
}

/** @param {Drawn} drawn */
const left = (drawn) => (drawn === null || drawn.left === 0 ? '' : `${grouped(drawn.left)} more columns not drawn`);

/** @param {Drawn} drawn */
const broken = (drawn) => {
  const lines = drawn?.state.broken ?? 0;
  return lines === 0
    ? ''
    : `${grouped(lines)} ${lines === 1 ? 'line that is no row' : 'lines that are no rows'} passed over`;
};

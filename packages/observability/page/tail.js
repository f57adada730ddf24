import { element } from './element.js';
import { shown } from './format.js';

const MOST = 60;

/**
 * The raw last rows as a table, the latest first.
 *
 * @param {HTMLElement} place
 * @param {readonly Readonly<Record<string, unknown>>[]} rows
 */
export function drawTail(place, rows) {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].slice(0, MOST);
  const table = element('table');
  const head = table.createTHead().insertRow();
  for (const name of names) {
    const text = rows.some((row) => typeof row[name] === 'string');
    head.append(element('th', name, { scope: 'col', ...(text ? { class: 'text' } : {}) }));
  }
  const body = table.createTBody();
  for (const row of [...rows].reverse()) {
    const line = body.insertRow();
    for (const name of names) {
      const value = row[name];
      line.append(element('td', shown(value), typeof value === 'string' ? { class: 'text', title: value } : {}));
    }
  }
  place.replaceChildren(rows.length === 0 ? element('p', 'No rows yet.', { class: 'none' }) : table);
}

import { element } from './element.js';
import { shown } from './format.js';

/**
 * @typedef {object} Legend
 * @property {HTMLElement} root
 * @property {ReadonlySet<string>} hidden columns that are switched off
 * @property {(series: import('./chart.js').Series, index: number | null | undefined) => void} point values at a point, the last ones without
 * @property {(summary: Readonly<Record<string, Summary>>) => void} extremes
 *
 * @typedef {{ readonly last: number, readonly least: number, readonly leastAt: number, readonly most: number, readonly mostAt: number }} Summary
 */

const DIGITS = 4;
export const COLOURS = 8;
export const dashes = [[], [6, 3], [2, 3], [8, 3, 2, 3]];
/** What stands for them in the legend. */
const borders = ['solid', 'dashed', 'dotted', 'double'];

/**
 * A table under a chart: a button for every column that switches its line, its value, its least and its largest one.
 *
 * @param {string} title
 * @param {readonly string[]} columns
 * @param {(k: number, show: boolean) => void} switched
 * @returns {Legend}
 */
export function legend(title, columns, switched) {
  const root = element('div', '', { class: 'legend', role: 'group', 'aria-label': `Columns of ${title}` });
  const table = element('table');
  const head = table.createTHead().insertRow();
  const [name, value, least, most] = ['column', 'last', 'least', 'most'].map((text) =>
    element('th', text, { scope: 'col' }),
  );
  if (name && value && least && most) head.append(name, value, least, most);
  const hidden = new Set(columns.slice(COLOURS * dashes.length));
  const body = table.createTBody();
  const lines = columns.map((column, k) => {
    const button = element('button', '', { type: 'button', 'aria-pressed': String(!hidden.has(column)) });
    button.append(...breakable(column));
    button.style.setProperty('--swatch', `var(--s${k % COLOURS})`);
    button.style.borderLeftStyle = borders[Math.floor(k / COLOURS) % borders.length] ?? 'solid';
    button.addEventListener('click', () => {
      if (!hidden.delete(column)) hidden.add(column);
      button.setAttribute('aria-pressed', String(!hidden.has(column)));
      switched(k, !hidden.has(column));
    });
    const cells = /** @type {const} */ ([element('td'), element('td'), element('td')]);
    const line = body.insertRow();
    const heading = element('th', '', { scope: 'row' });
    heading.append(button);
    line.append(heading, ...cells);
    return cells;
  });
  root.append(table);
  return {
    root,
    hidden,
    point({ y }, index) {
      const pointed = index !== null && index !== undefined;
      if (value) value.textContent = pointed ? 'cursor' : 'last';
      lines.forEach(([cell], k) => {
        const own = y[columns[k] ?? ''] ?? [];
        cell.textContent = shown(pointed ? own[index] : own.findLast((one) => one !== null), DIGITS);
      });
    },
    extremes(summary) {
      lines.forEach(([, low, high], k) => {
        const one = summary[columns[k] ?? ''];
        if (one === undefined) return;
        low.replaceChildren(shown(one.least, DIGITS), at(one.leastAt));
        high.replaceChildren(shown(one.most, DIGITS), at(one.mostAt));
      });
    },
  };
}

/** @param {number} x */
const at = (x) => element('span', ` at ${shown(x)}`, { class: 'at' });

/** A name that may be broken between its words. @param {string} name */
const breakable = (name) => name.split(/(?<=[:_])|(?<=[a-z])(?=[A-Z])/).flatMap((word) => [word, element('wbr')]);

import { element } from './element.js';
import { shown } from './format.js';
import uPlot from './uplot.js';

/**
 * @typedef {object} Chart
 * @property {HTMLElement} root
 * @property {(series: Series, range: import('./range.js').Range) => void} draw
 * @property {() => void} restyle after a change of colours
 * @property {() => void} remove
 *
 * @typedef {{ readonly x: readonly number[], readonly y: Readonly<Record<string, readonly (number | null)[]>> }} Series
 */

const HEIGHT = 200;
const COLOURS = 8;
const dashes = [[], [6, 3], [2, 3], [8, 3, 2, 3]];

/** @param {string} name */
const variable = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/**
 * One panel: a title, a chart, and a button for every column that shows its value and switches it.
 *
 * @param {string} title
 * @param {readonly string[]} columns
 * @param {(range: import('./range.js').Range) => void} zoom told when a stretch was chosen on it
 * @returns {Chart}
 */
export function chart(title, columns, zoom) {
  const root = element('section', '', { 'aria-label': title });
  root.append(element('h3', title));
  if (columns.length === 0) {
    root.append(element('p', 'This run has no columns of this kind.', { class: 'none' }));
    return { root, draw() {}, restyle() {}, remove: () => root.remove() };
  }
  const place = element('div', '', { class: 'chart', tabindex: '0', role: 'img' });
  const legend = element('div', '', { class: 'legend', role: 'group', 'aria-label': `Columns of ${title}` });
  root.append(place, legend);

  const hidden = new Set(columns.slice(COLOURS * dashes.length));
  /** @type {Series} */
  let series = { x: [], y: {} };
  const buttons = columns.map((name, k) => {
    const button = element('button', name, { type: 'button', 'aria-pressed': String(!hidden.has(name)) });
    button.style.setProperty('--swatch', `var(--s${k % COLOURS})`);
    button.addEventListener('click', () => {
      if (!hidden.delete(name)) hidden.add(name);
      button.setAttribute('aria-pressed', String(!hidden.has(name)));
      plot.setSeries(k + 1, { show: !hidden.has(name) });
    });
    legend.append(button);
    return button;
  });
  /** @param {number | null | undefined} index */
  const values = (index) => {
    buttons.forEach((button, k) => {
      const column = series.y[columns[k] ?? ''] ?? [];
      const value = index === null || index === undefined ? column.findLast((one) => one !== null) : column[index];
      button.textContent = `${columns[k]} ${shown(value)}`;
    });
  };

  const make = () => {
    const ink = variable('--soft');
    const line = variable('--line');
    /** @type {import('uplot').Axis} */
    const axis = { stroke: ink, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } };
    return new uPlot(
      {
        width: Math.max(200, place.clientWidth),
        height: HEIGHT,
        legend: { show: false },
        scales: { x: { time: false } },
        cursor: { sync: { key: 'cfc' }, drag: { x: true, y: false, setScale: false }, points: { size: 6 } },
        axes: [
          { ...axis, size: 34 },
          { ...axis, size: 64, values: (_, ticks) => ticks.map(shown) },
        ],
        series: [
          {},
          ...columns.map((name, k) => ({
            label: name,
            stroke: variable(`--s${k % COLOURS}`),
            width: 1, // a wider line takes ten times as long to draw
            spanGaps: true,
            show: !hidden.has(name),
            points: { show: false },
            dash: dashes[Math.floor(k / COLOURS) % dashes.length] ?? [],
          })),
        ],
        hooks: {
          setCursor: [(self) => values(self.cursor.idx)],
          setSelect: [
            (self) => {
              if (self.select.width < 4) return;
              zoom([self.posToVal(self.select.left, 'x'), self.posToVal(self.select.left + self.select.width, 'x')]);
              self.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
            },
          ],
        },
      },
      [[], ...columns.map(() => [])],
      place,
    );
  };
  let plot = make();
  place.addEventListener('dblclick', () => zoom(null));
  /** @type {import('./range.js').Range} */
  let range = null;
  const draw = () => {
    const { x, y } = series;
    const blank = x.map(() => null);
    plot.setData(/** @type {import('uplot').AlignedData} */ ([x, ...columns.map((name) => y[name] ?? blank)]), false);
    const [from, to] = range ?? [x[0] ?? 0, x.at(-1) ?? 1];
    plot.batch(() => plot.setScale('x', { min: from, max: to > from ? to : from + 1 }));
    values(plot.cursor.idx);
    place.setAttribute('aria-label', spoken(title, columns, series));
  };
  const sizes = new ResizeObserver(() => plot.setSize({ width: Math.max(200, place.clientWidth), height: HEIGHT }));
  sizes.observe(place);
  return {
    root,
    draw(next, stretch) {
      series = next;
      range = stretch;
      draw();
    },
    restyle() {
      plot.destroy();
      plot = make();
      draw();
    },
    remove() {
      sizes.disconnect();
      plot.destroy();
      root.remove();
    },
  };
}

/** The chart in words. @param {string} title @param {readonly string[]} columns @param {Series} series */
function spoken(title, columns, { x, y }) {
  const told = columns.slice(0, 6).map((name) => {
    const numbers = (y[name] ?? []).filter((value) => value !== null);
    if (numbers.length === 0) return `${name}: none`;
    const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
    return `${name}: from ${shown(low)} to ${shown(high)}, last ${shown(numbers.at(-1))}`;
  });
  return `${title}, steps ${shown(x[0])} to ${shown(x.at(-1))}. ${told.join('; ')}`;
}

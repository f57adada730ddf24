import { element } from './element.js';
import { shown } from './format.js';
import { COLOURS, dashes, legend } from './legend.js';
import uPlot from './uplot.js';

/**
 * @typedef {object} Chart
 * @property {HTMLElement} root
 * @property {(drawn: Drawn) => void} draw
 * @property {() => void} restyle after a change of colours
 * @property {() => void} remove
 *
 * @typedef {object} Drawn
 * @property {Series} series
 * @property {Readonly<Record<string, import('./legend.js').Summary>>} summary
 * @property {import('./range.js').Range} range
 * @property {boolean} log whether the y axis is logarithmic
 *
 * @typedef {{ readonly x: readonly number[], readonly y: Readonly<Record<string, readonly (number | null)[]>> }} Series
 */

const HEIGHT = 200;
const NO_LOG = 'Values of 0 and below have no place on a logarithmic axis.';
/** @type {Drawn} */
const nothing = { series: { x: [], y: {} }, summary: {}, range: null, log: false };

/** @param {string} name */
const variable = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/**
 * One panel: a title, a chart, and its legend.
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
  const note = element('p', '', { class: 'none' });
  const { root: table, hidden, point, extremes } = legend(title, columns, (k, show) => plot.setSeries(k + 1, { show }));
  root.append(place, note, table);

  let drawn = nothing;
  /** @param {boolean} log */
  const make = (log) => {
    const ink = variable('--soft');
    const line = variable('--line');
    /** @type {import('uplot').Axis} */
    const axis = { stroke: ink, grid: { stroke: line, width: 1 }, ticks: { stroke: line, width: 1 } };
    return new uPlot(
      {
        width: Math.max(200, place.clientWidth),
        height: HEIGHT,
        legend: { show: false },
        scales: { x: { time: false }, y: { distr: log ? 3 : 1 } },
        cursor: { sync: { key: 'cfc' }, drag: { x: true, y: false, setScale: false }, points: { size: 6 } },
        axes: [
          { ...axis, size: 34 },
          { ...axis, size: 64, values: (_, ticks) => ticks.map((tick) => shown(tick)) },
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
          setCursor: [(self) => point(drawn.series, self.cursor.idx)],
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
  let logarithmic = false;
  let plot = make(logarithmic);
  place.addEventListener('dblclick', () => zoom(null));
  const remake = () => {
    plot.destroy();
    plot = make(logarithmic);
  };
  const draw = () => {
    const { series, summary, range, log } = drawn;
    const { x, y } = series;
    const lines = columns.map((name) => y[name] ?? x.map(() => null));
    const above = lines.map((line) => line.map((value) => (value !== null && value > 0 ? value : null)));
    const possible = above.some((line) => line.some((value) => value !== null));
    note.textContent = log && columns.some((name) => (summary[name]?.least ?? 1) <= 0) ? NO_LOG : '';
    if (logarithmic !== (log && possible)) {
      logarithmic = log && possible;
      remake();
    }
    plot.setData(/** @type {import('uplot').AlignedData} */ ([x, ...(logarithmic ? above : lines)]), false);
    const [from, to] = range ?? [x[0] ?? 0, x.at(-1) ?? 1];
    plot.batch(() => plot.setScale('x', { min: from, max: to > from ? to : from + 1 }));
    point(series, plot.cursor.idx);
    extremes(summary);
    place.setAttribute('aria-label', spoken(title, columns, series));
  };
  const sizes = new ResizeObserver(() => plot.setSize({ width: Math.max(200, place.clientWidth), height: HEIGHT }));
  sizes.observe(place);
  return {
    root,
    draw(next) {
      drawn = next;
      draw();
    },
    restyle() {
      remake();
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

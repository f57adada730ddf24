import { chart } from './chart.js';
import { layout } from './panels.js';
import { drawTail } from './tail.js';

/**
 * All charts of a run and its last rows. Charts are made anew only when the columns are others.
 *
 * @param {HTMLElement} place
 * @param {HTMLElement} tail
 * @param {(range: import('./range.js').Range) => void} zoom
 */
export function board(place, tail, zoom) {
  /** @type {import('./chart.js').Chart[]} */
  let charts = [];
  let laid = '';
  return {
    /** Enough for the widest chart on this screen. */
    points() {
      const width = charts[0]?.root.clientWidth ?? Math.min(600, place.clientWidth);
      return Math.min(4000, Math.max(300, Math.round(width * devicePixelRatio)));
    },
    /** @param {import('./source.js').Table} table @param {import('./range.js').Range} range @param {boolean} log */
    draw(table, range, log) {
      const panels = layout(table.columns);
      const wanted = JSON.stringify(panels);
      if (wanted !== laid) {
        laid = wanted;
        for (const one of charts) one.remove();
        charts = panels.map(({ title, columns }) => {
          const made = chart(title, columns, zoom);
          place.append(made.root);
          return made;
        });
      }
      for (const one of charts) one.draw({ ...table, range, log });
      drawTail(tail, table.tail);
    },
    restyle() {
      for (const one of charts) one.restyle();
    },
  };
}

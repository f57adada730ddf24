/** @typedef {'pause' | 'log' | 'in' | 'out' | 'earlier' | 'later' | 'all' | 'next' | 'previous'} Action */

/** @type {Readonly<Record<string, Action>>} */
const anywhere = { p: 'pause', l: 'log', j: 'next', k: 'previous' };
/** @type {Readonly<Record<string, Action>>} */
const onCharts = { '+': 'in', '=': 'in', '-': 'out', ArrowLeft: 'earlier', ArrowRight: 'later', 0: 'all' };

/** Single keys, left alone where one writes or holds another key. @param {Readonly<Record<Action, () => void>>} actions */
export function keys(actions) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (target.closest('input, select, textarea') !== null) return;
    const action = anywhere[event.key] ?? (target.closest('.chart') === null ? undefined : onCharts[event.key]);
    if (action === undefined) return;
    event.preventDefault();
    actions[action]();
  });
}

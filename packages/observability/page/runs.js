import { element } from './element.js';

/** @typedef {{ readonly key: string, readonly name: string, readonly status: string, readonly started: string | null }} Run */

/**
 * The run picker; keeps the focus where it was.
 *
 * @param {HTMLElement} place
 * @param {readonly Run[]} runs
 * @param {string | null} chosen key
 * @param {(key: string) => void} choose
 */
export function drawRuns(place, runs, chosen, choose) {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined;
  const items = runs.map(({ key, name, status, started }) => {
    const button = element('button', name, { type: 'button' });
    button.dataset.key = key;
    if (key === chosen) button.setAttribute('aria-current', 'true');
    const since = started === null ? '' : `, ${started.slice(0, 16).replace('T', ' ')}`;
    button.append(element('small', `${status}${since}`));
    button.addEventListener('click', () => choose(key));
    const item = element('li');
    item.append(button);
    return item;
  });
  place.replaceChildren(...(items.length === 0 ? [element('li', 'None yet', { class: 'none' })] : items));
  if (focused === undefined) return;
  for (const button of place.querySelectorAll('button')) if (button.dataset.key === focused) button.focus();
}

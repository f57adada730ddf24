const themes = /** @type {const} */ (['system', 'light', 'dark']);
const KEY = 'cfc-theme';

/**
 * Light, dark, or as the system has it: a button goes through them, and the choice is kept.
 *
 * @param {HTMLElement} button
 * @param {() => void} changed
 */
export function theme(button, changed) {
  const system = matchMedia('(prefers-color-scheme: dark)');
  let at = Math.max(
    0,
    themes.findIndex((one) => one === localStorage.getItem(KEY)),
  );
  const apply = () => {
    const name = themes[at] ?? 'system';
    document.documentElement.dataset.theme = name === 'system' ? (system.matches ? 'dark' : 'light') : name;
    document.documentElement.style.colorScheme = document.documentElement.dataset.theme;
    button.textContent = `Theme: ${name}`;
    changed();
  };
  system.addEventListener('change', apply);
  button.addEventListener('click', () => {
    at = (at + 1) % themes.length;
    localStorage.setItem(KEY, themes[at] ?? 'system');
    apply();
  });
  apply();
}

/**
 * Colours of series, told apart by readers who see fewer colours, and of a contrast of at least 3 to 1 both on white and on
 * the dark page of a report.
 */
export const palette = Object.freeze([
  '#1a7fc2',
  '#d55e00',
  '#009170',
  '#b25f97',
  '#a87400',
  '#7d63c9',
  '#808080',
  '#1c8f9e',
]);

/** The pages that figures stand on. */
export const pages = Object.freeze({ light: '#ffffff', dark: '#16181d' });

/** The first, for figures of one series. */
export const first = palette[0]!;
/** The second, for what deserves a look: refused steps, rises, warnings. */
export const alarm = palette[1]!;

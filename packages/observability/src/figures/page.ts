import { palette } from './palette.js';
import type { Spec } from './figure.js';

/** Of a panel that takes the whole figure, in px. */
export const WIDTH = 560;
/** Of a panel of lines, in px. */
export const HEIGHT = 200;
/** Most points of a figure. */
export const MOST = 2000;

/** Texts, axes and grid take the colour of the page's text, so that one drawing stands on light and dark pages. */
const ink = 'currentColor';
const config = {
  font: 'system-ui, sans-serif',
  range: { category: palette },
  view: { stroke: null },
  title: { color: ink, subtitleColor: ink, anchor: 'start', fontSize: 13, subtitleFontSize: 11, subtitlePadding: 4 },
  axis: {
    labelColor: ink,
    titleColor: ink,
    domainColor: ink,
    tickColor: ink,
    gridColor: ink,
    gridOpacity: 0.12,
    titleFontWeight: 'normal',
  },
  legend: { labelColor: ink, titleColor: ink, titleFontWeight: 'normal', labelLimit: 240, symbolLimit: 40 },
  header: { labelColor: ink, titleColor: ink },
};

/** A whole figure: a title, below it the remarks that are not empty in one line, and what is drawn. */
export function page(title: string, drawn: Spec, ...remarks: readonly string[]): Spec {
  const subtitle = remarks.filter((remark) => remark !== '').join('; ');
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: { text: title, ...(subtitle === '' ? {} : { subtitle }) },
    config,
    ...drawn,
  };
}

/** Panels below each other, each with its own legend. */
export const stack = (panels: readonly Spec[]): Spec => ({
  vconcat: panels,
  resolve: {
    scale: { color: 'independent', strokeDash: 'independent', shape: 'independent' },
    legend: { color: 'independent', strokeDash: 'independent', shape: 'independent' },
  },
});

/** The horizontal axis of a trace. */
export const stepAxis = {
  field: 'step',
  type: 'quantitative',
  title: 'step',
  scale: { zero: false, nice: false },
  axis: { tickMinStep: 1, format: '~s' },
};

/** A vertical axis; energies rarely have 0 in reach. */
export const amount = (title: string, zero = false, field = 'value') => ({
  field,
  type: 'quantitative',
  title,
  scale: { zero },
});

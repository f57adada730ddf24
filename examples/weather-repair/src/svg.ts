import { View, parse } from 'vega';
import { type TopLevelSpec, compile } from 'vega-lite';

/** Text and lines take the colour of the page's text, so that one picture serves light and dark. */
const INK = 'currentColor';
const FAINT = '#80808055';

const config = {
  background: 'transparent',
  font: 'system-ui, sans-serif',
  view: { stroke: 'transparent' },
  axis: {
    domainColor: INK,
    gridColor: FAINT,
    labelColor: INK,
    labelFontSize: 12,
    tickColor: INK,
    titleColor: INK,
    titleFontSize: 12,
    titleFontWeight: 'normal',
  },
  legend: { labelColor: INK, labelFontSize: 13, titleColor: INK, symbolSize: 90 },
  title: { color: INK, fontSize: 14, fontWeight: 'normal', anchor: 'start' },
  text: { color: INK, fontSize: 12 },
} as const;

/** A vega-lite chart as SVG, made without a browser. */
export async function svgOf(spec: TopLevelSpec, label: string): Promise<string> {
  const view = new View(parse(compile({ ...spec, config }).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return svg.replace('<svg ', `<svg role="img" aria-label="${label}" `);
}

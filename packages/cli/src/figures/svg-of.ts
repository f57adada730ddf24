import type { TopLevelSpec } from 'vega-lite';

/** Draws a Vega-Lite specification as SVG, without a browser. The same bytes for the same specification. */
export async function svgOf(spec: TopLevelSpec): Promise<string> {
  const [{ parse, View, Warn, logger }, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  const view = new View(parse(compile(spec).spec), { renderer: 'none', logger: logger(Warn) });
  try {
    return `${await view.toSVG()}\n`;
  } finally {
    view.finalize();
  }
}

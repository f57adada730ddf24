import { optional } from '../optional.js';
import type { Spec } from '../figures/figure.js';

/** How a figure is drawn. */
export interface SvgOptions {
  /** Behind everything: white by default, so that the file can be looked at anywhere; null for nothing. */
  readonly background?: string | null;
  /** What ids in the drawing begin with; drawings on one page need different ones. */
  readonly ids?: string;
  /** Hears of what Vega-Lite warns of. */
  readonly warn?: (text: string) => void;
}

/**
 * Draws a Vega-Lite specification as SVG, without a browser. The same bytes for the same specification.
 *
 * @throws `PACKAGE_MISSING` where vega or vega-lite is not installed: they are optional peers of this package
 */
export async function svgOf(
  spec: object,
  { background = 'white', ids = '', warn = () => {} }: SvgOptions = {},
): Promise<string> {
  const [{ parse, View, Warn, logger }, { compile }] = await libraries();
  const logs = logger(Warn);
  const tell = (...texts: readonly unknown[]) => {
    warn(texts.map(String).join(' '));
    return logs;
  };
  Object.assign(logs, { warn: tell, error: tell });
  const drawn = { background: background ?? 'transparent', ...(spec as Spec) };
  const view = new View(parse(compile(drawn as unknown as Parameters<typeof compile>[0], { logger: logs }).spec), {
    renderer: 'none',
    logger: logs,
  });
  try {
    return `${numbered(await view.toSVG(), ids)}\n`;
  } finally {
    view.finalize();
  }
}

/** Vega counts ids on through all drawings of a process: here they begin at 1 in every drawing. */
function numbered(svg: string, prefix: string): string {
  const names = new Map<string, string>();
  const nameOf = (id: string): string => {
    const name = names.get(id) ?? `${prefix}def${names.size + 1}`;
    names.set(id, name);
    return name;
  };
  return svg
    .replace(/ id="((?:gradient_|clip)\d+)"/g, (_, id: string) => ` id="${nameOf(id)}"`)
    .replace(/="url\(#((?:gradient_|clip)\d+)\)"/g, (_, id: string) => `="url(#${nameOf(id)})"`);
}

const libraries = () =>
  optional(
    () => Promise.all([import('vega'), import('vega-lite')]),
    'figures are drawn by vega and vega-lite, which are not there',
    'svgOf',
    'vega vega-lite',
  );

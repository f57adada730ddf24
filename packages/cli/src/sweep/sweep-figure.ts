import type { TopLevelSpec } from 'vega-lite';
import { svgOf } from '@cfc/observability/node';
import type { SweepRow } from './cell.js';

/** Gaps below this one are drawn here: a logarithm has no 0. */
const TINY = 1e-12;

/**
 * The figure as SVG: unit-weight ΔF90 and gap to the minimum over the change per step, a line for every rho, a column for
 * every scenario and variant. The same bytes for the same rows.
 */
export const sweepFigure = (rows: readonly SweepRow[]): Promise<string> => svgOf(specOf(rows));

function specOf(rows: readonly SweepRow[]): TopLevelSpec {
  const values = rows.map(({ scenario, size, variant, rho, change, unitDeltaF90, gapToMinimum }) => ({
    column: `${scenario} (${size}), ${variant}`,
    rho: String(rho),
    change,
    unitDeltaF90,
    gap: Math.max(TINY, gapToMinimum),
  }));
  const columns = [...new Set(values.map(({ column }) => column))];
  const panel = (field: string, title: string, type: 'linear' | 'log') => ({
    facet: { column: { field: 'column', title: null, sort: columns } },
    spec: {
      width: 180,
      height: 140,
      mark: { type: 'line' as const, point: { filled: false, size: 60 } },
      encoding: {
        x: { field: 'change', type: 'quantitative' as const, title: 'largest change per step' },
        y: { field, type: 'quantitative' as const, title, scale: type === 'log' ? { type } : { type, zero: true } },
        color: { field: 'rho', type: 'nominal' as const, title: 'ρ' },
        shape: { field: 'rho', type: 'nominal' as const, title: 'ρ' },
      },
    },
  });
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    data: { values },
    vconcat: [panel('unitDeltaF90', 'ΔF90 at unit weights', 'linear'), panel('gap', 'gap to the minimum', 'log')],
  };
}

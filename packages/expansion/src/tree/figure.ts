import type { TreeNode } from './node.js';
import { layoutTree } from './layout.js';

/** Size of a figure, in pixels. */
export interface FigureSize {
  readonly width?: number;
  readonly height?: number;
}

/**
 * The tree as a Vega-Lite specification with its data inline: depth downwards, nodes coloured by their gain.
 *
 * @param size 420 by 240 where nothing is said
 * @throws as `childrenOf`
 */
export function treeFigure(
  tree: readonly TreeNode[],
  { width = 420, height = 240 }: FigureSize = {},
): Readonly<Record<string, unknown>> {
  const placed = layoutTree(tree);
  const places = new Map(placed.map((node) => [node.id, node]));
  const edges = placed.flatMap(({ parent, x, y }) => {
    const above = parent === null ? undefined : places.get(parent);
    return above === undefined ? [] : [{ x, y, x2: above.x, y2: above.y }];
  });
  const depths = [...new Set(placed.map(({ y }) => y))].sort((a, b) => a - b);
  const axes = {
    x: { field: 'x', type: 'quantitative', axis: null, scale: { nice: false, padding: 12 } },
    y: {
      field: 'y',
      type: 'quantitative',
      title: 'depth',
      scale: { reverse: true, nice: false, padding: 12 },
      axis: { values: depths, format: 'd', grid: false },
    },
  };
  return {
    width,
    height,
    layer: [
      {
        data: { values: edges },
        mark: { type: 'rule', color: '#bbb' },
        encoding: { ...axes, x2: { field: 'x2' }, y2: { field: 'y2' } },
      },
      {
        data: { values: placed.filter(({ parent }) => parent !== null) },
        mark: { type: 'circle', size: 90, opacity: 1, stroke: '#555', strokeWidth: 0.5 },
        encoding: { ...axes, color: { field: 'gain', type: 'quantitative', title: 'gain (energy)' } },
      },
      {
        data: { values: placed.filter(({ parent }) => parent === null) },
        mark: { type: 'square', size: 90, color: '#555', opacity: 1 },
        encoding: axes,
      },
    ],
  };
}

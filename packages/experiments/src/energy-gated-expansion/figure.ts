import { type TreeNode, treeFigure } from '@cfc/expansion';
import { type BandPoint, bandData, bands } from '../bands.js';
import type { Grown } from './measure.js';

/** The sweep above, two activation trees of one world below. */
export function figureOf(points: readonly BandPoint[], trees: readonly Grown[]): Readonly<Record<string, unknown>> {
  const axes = { x: { title: 'cost γ of a module (energy)' }, y: { title: 'share (95% intervals)' } };
  return {
    vconcat: [
      {
        data: bandData(points),
        facet: { column: { field: 'kind', type: 'nominal', title: null } },
        spec: bands({ ...axes, width: 250, height: 200 }),
      },
      {
        hconcat: trees.map((grown) => ({
          ...treeFigure(treeOf(grown), { width: 250, height: 140 }),
          title: `seed ${grown.seed}, ${grown.kind}, γ = ${grown.gamma}`,
        })),
      },
    ],
    resolve: { scale: { color: 'independent' } },
  };
}

/** The tree that a row tells of. */
export function treeOf({ tree }: Grown): readonly TreeNode[] {
  const none = { energyBefore: NaN, energyAfter: NaN };
  const nodes = tree.split(' ').filter((text) => text !== '');
  return [
    { id: 'root', parent: null, gain: 0, round: 0, ...none },
    ...nodes.map((text, k) => {
      const [id, parent, gain] = text.split(':') as [string, string, string];
      return { id, parent, gain: Number(gain), round: k + 1, ...none };
    }),
  ];
}

import { type TreeNode, treeFigure } from '@cfc/expansion';
import { type BandPoint, bands } from '../bands.js';
import type { Grown } from './measure.js';

/** A point of one kind of world. */
export interface KindPoint extends BandPoint {
  readonly kind: string;
}

/** The sweep above, two activation trees of one world below. */
export function figureOf(points: readonly KindPoint[], trees: readonly Grown[]): Readonly<Record<string, unknown>> {
  const axes = { x: 'cost γ of a module (energy)', y: 'share (95% intervals)', of: 'share', width: 250, height: 200 };
  const kinds = [...new Set(points.map(({ kind }) => kind))];
  const sweep = (kind: string) =>
    bands(
      points.filter((point) => point.kind === kind),
      { ...axes, title: kind },
    );
  return {
    vconcat: [
      { hconcat: kinds.map(sweep), resolve: { scale: { color: 'shared' } } },
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

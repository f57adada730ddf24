import { type Hanging, childrenOf, walk } from './node.js';

/** A node with a place on paper. */
export type Placed<Node extends Hanging> = Node & {
  /** Leaves stand at 0, 1, 2, ...; any other node above the middle of its children. */
  readonly x: number;
  /** The depth, 0 for the root. */
  readonly y: number;
};

/** Gives every node a place, so that no two edges cross. In the order of `walk`. @throws as `childrenOf` */
export function layoutTree<Node extends Hanging>(tree: readonly Node[]): readonly Placed<Node>[] {
  const children = childrenOf(tree);
  const order = [...walk(tree)];
  const x = new Map<string, number>();
  let leaves = 0;
  for (const { node } of order) if (children.get(node.id)!.length === 0) x.set(node.id, leaves++);
  for (const { node } of [...order].reverse()) {
    const below = children.get(node.id)!;
    if (below.length > 0) x.set(node.id, (x.get(below[0]!.id)! + x.get(below.at(-1)!.id)!) / 2);
  }
  return order.map(({ node, depth }) => ({ ...node, x: x.get(node.id)!, y: depth }));
}

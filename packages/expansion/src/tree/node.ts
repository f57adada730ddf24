import { CfcError } from '@cfc/core';

/** One proposal that was accepted, or the system that all began with. Plain data. */
export interface TreeNode {
  readonly id: string;
  /** On which it hangs; null for the root. */
  readonly parent: string | null;
  /** The relaxed energy before it; for the root the energy before the first relaxation. */
  readonly energyBefore: number;
  /** The relaxed energy with it. */
  readonly energyAfter: number;
  /** Before less after. */
  readonly gain: number;
  /** The round of its acceptance; 0 for the root. */
  readonly round: number;
}

/** What the shape of a tree needs. */
export type Hanging = Pick<TreeNode, 'id' | 'parent'>;

/**
 * The children of every node, in the order of the tree.
 *
 * @throws `INPUT_INVALID` for two nodes of one id, a parent that comes later or nowhere, or another number of roots than one
 */
export function childrenOf<Node extends Hanging>(tree: readonly Node[]): ReadonlyMap<string, readonly Node[]> {
  const children = new Map<string, Node[]>();
  for (const [at, node] of tree.entries()) {
    const siblings = node.parent === null ? null : children.get(node.parent);
    if (children.has(node.id)) throw bad(`two nodes "${node.id}"`);
    if ((node.parent === null) !== (at === 0)) throw bad(`"${node.id}" has the parent ${node.parent} at place ${at}`);
    if (siblings === undefined) throw bad(`the parent "${node.parent}" of "${node.id}" does not come before it`);
    siblings?.push(node);
    children.set(node.id, []);
  }
  if (tree.length > 0) return children;
  throw bad('a tree without a root');
}

const bad = (what: string): CfcError =>
  new CfcError('INPUT_INVALID', what, 'the tree', 'Give the root first, and every node after its parent.');

/** All nodes with their depth, the root's being 0: a node, then each of its children with all that hangs on it. */
export function* walk<Node extends Hanging>(
  tree: readonly Node[],
): Generator<{ readonly node: Node; readonly depth: number }> {
  const children = childrenOf(tree);
  const waiting = [{ node: tree[0]!, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (const node of [...children.get(next.node.id)!].reverse()) waiting.push({ node, depth: next.depth + 1 });
  }
}

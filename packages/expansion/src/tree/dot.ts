import { type TreeNode, childrenOf } from './node.js';

/**
 * The tree in the DOT language of Graphviz: each node with its id and, but for the root, the gain.
 *
 * @param digits significant digits of the gains
 * @throws as `childrenOf`
 */
export function treeDot(tree: readonly TreeNode[], digits = 3): string {
  childrenOf(tree);
  const label = ({ id, parent, gain }: TreeNode): string =>
    parent === null ? quoted(id) : quoted(`${id}\n${Number(gain.toPrecision(digits))}`);
  const nodes = tree.map((node) => `  ${quoted(node.id)} [label=${label(node)}];`);
  const edges = tree.flatMap(({ id, parent }) => (parent === null ? [] : [`  ${quoted(parent)} -> ${quoted(id)};`]));
  return `${['digraph growth {', ...nodes, ...edges, '}'].join('\n')}\n`;
}

const quoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;

import { CfcError, describe } from '@cfc/core';

/** The pairs of an edge list, one after the other; throws `INPUT_INVALID` for what is no pair of nodes. */
export function readEdges(edges: unknown, nodes: number): Int32Array {
  if (Array.isArray(edges)) return pairs(edges, nodes);
  if (ArrayBuffer.isView(edges) && 'length' in edges) return flat(edges as ArrayBufferView & ArrayLike<unknown>, nodes);
  const fix = 'Give an array of pairs [i, j], or a typed array of i, j, i, j, ...';
  throw new CfcError('INPUT_INVALID', `the edges are ${describe(edges)}`, '.edges', fix);
}

function pairs(edges: readonly unknown[], nodes: number): Int32Array {
  const ends = new Int32Array(2 * edges.length);
  for (let k = 0; k < edges.length; k++) {
    const edge = edges[k];
    if (!Array.isArray(edge) || edge.length !== 2) {
      throw new CfcError('INPUT_INVALID', `the edge is ${describe(edge)}`, `.edges[${k}]`, 'Give a pair [i, j].');
    }
    ends[2 * k] = node(edge[0], nodes, k, '[0]');
    ends[2 * k + 1] = node(edge[1], nodes, k, '[1]');
  }
  return ends;
}

function flat(edges: ArrayLike<unknown>, nodes: number): Int32Array {
  const { length } = edges;
  if (length % 2 === 1) {
    const fix = 'Give an even number of entries: i, j, i, j, ...';
    throw new CfcError('INPUT_INVALID', `${length} entries are no pairs`, '.edges', fix);
  }
  for (let k = 0; k < length; k++) node(edges[k], nodes, k, '');
  return edges instanceof Int32Array ? edges : Int32Array.from(edges as ArrayLike<number>);
}

function node(value: unknown, nodes: number, k: number, at: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < nodes) return value;
  const fix = `Nodes are whole numbers from 0 to ${nodes - 1}.`;
  throw new CfcError('INPUT_INVALID', `there is no node ${describe(value)}`, `.edges[${k}]${at}`, fix);
}

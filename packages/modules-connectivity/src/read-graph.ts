import { CfcError, describe, suggestion } from '@cfc/core';
import type { EdgeList, Graph, Grid } from './graph.js';
import { gridBonds } from './grid-bonds.js';
import { readEdges } from './read-edges.js';
import { shortcutPairs } from './shortcuts.js';

/** Entries of a pair list have to fit an index. */
const MOST_NODES = 2 ** 28;
const GRID = ['width', 'height', 'periodic', 'shortcuts', 'seed', 'open'];
const EDGE_LIST = ['nodes', 'edges', 'seed', 'open'];

/**
 * Checks a description of a graph and lists its bonds.
 *
 * @throws `INPUT_INVALID` for what is no graph; `where` begins with a dot
 */
export function readGraph(input: Grid | EdgeList): Graph {
  const given = input as unknown;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    const fix = 'Give { width, height, open }, or { nodes, edges }.';
    throw new CfcError('INPUT_INVALID', `${describe(given)} is no graph`, '', fix);
  }
  const fields = given as Readonly<Record<string, unknown>>;
  const listed = 'nodes' in fields || 'edges' in fields;
  const known = listed ? EDGE_LIST : GRID;
  for (const key of Object.keys(fields)) {
    if (known.includes(key)) continue;
    throw new CfcError('INPUT_INVALID', `nothing reads "${key}"`, `.${key}`, suggestion(key, known));
  }
  const seed = whole(fields['seed'] ?? 0, '.seed', 0, Number.MAX_SAFE_INTEGER);
  return listed ? edgeList(fields, seed) : grid(fields, seed);
}

/**
 * The probability with which bonds are open.
 *
 * @throws `INPUT_INVALID` outside [0, 1], and where a grid has none
 */
export function readOpen(input: Grid | EdgeList): number {
  const { open } = input as { readonly open?: unknown };
  const p = open === undefined && 'edges' in input ? 1 : open;
  if (typeof p === 'number' && p >= 0 && p <= 1) return p;
  throw new CfcError('INPUT_INVALID', `the probability is ${describe(p)}`, '.open', 'Give a number in [0, 1].');
}

function edgeList({ nodes: given, edges }: Readonly<Record<string, unknown>>, seed: number): Graph {
  const nodes = whole(given, '.nodes', 1, MOST_NODES);
  return { nodes, bonds: readEdges(edges, nodes), shortcuts: new Int32Array(0), seed };
}

function grid(given: Readonly<Record<string, unknown>>, seed: number): Graph {
  const width = whole(given['width'], '.width', 1, MOST_NODES);
  const height = whole(given['height'], '.height', 1, Math.floor(MOST_NODES / width));
  const { periodic = false, shortcuts = 0 } = given;
  if (typeof periodic !== 'boolean') {
    throw new CfcError('INPUT_INVALID', `periodic is ${describe(periodic)}`, '.periodic', 'Give true or false.');
  }
  const nodes = width * height;
  if (!(typeof shortcuts === 'number' && shortcuts >= 0 && shortcuts * nodes <= MOST_NODES)) {
    const fix = 'Give their number for each node, >= 0: 0.02 for two on a hundred nodes.';
    throw new CfcError('INPUT_INVALID', `the density of shortcuts is ${describe(shortcuts)}`, '.shortcuts', fix);
  }
  const pairs = shortcutPairs(nodes, Math.round(shortcuts * nodes), seed);
  return { nodes, bonds: gridBonds(width, height, periodic), shortcuts: pairs, seed };
}

function whole(value: unknown, where: string, least: number, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  const what = `${where.slice(1)} is ${describe(value)}`;
  throw new CfcError('INPUT_INVALID', what, where, `Give a whole number from ${least} to ${most}.`);
}

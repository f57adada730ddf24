import { barabasiAlbert } from './barabasi-albert.js';
import { caveman } from './caveman.js';
import type { Edges } from './edges.js';
import { erdosRenyi } from './erdos-renyi.js';
import { grid } from './grid.js';
import { ring } from './ring.js';
import { star } from './star.js';

/** Families of graphs by name; every size from 6 on will do. */
export const families = {
  ring,
  'barabasi-albert': barabasiAlbert,
  star,
  caveman,
  'erdos-renyi': erdosRenyi,
  grid,
} as const satisfies Readonly<Record<string, (size: number, seed: number) => Edges>>;

/** Name of one of them. */
export type FamilyName = keyof typeof families;

/** All names, in the order of tables. */
export const familyNames = Object.keys(families) as [FamilyName, ...FamilyName[]];

/** The smallest graph that every family can make. */
export const LEAST_SIZE = 6;

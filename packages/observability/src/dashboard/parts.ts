import { lstatSync } from 'node:fs';
import { partOf } from '../table/parts.js';

/** A file of a table. */
export interface Part {
  readonly name: string;
  readonly size: number;
  readonly inode: number;
}

/** The part of this number, or null where there is none. A link is none: it may lead anywhere. */
export function partAt(path: string, number: number): Part | null {
  const name = partOf(path, number);
  const stat = lstatSync(name, { throwIfNoEntry: false });
  return stat?.isFile() === true ? { name, size: stat.size, inode: stat.ino } : null;
}

/** All parts of a table, in order; `path` is a real path. */
export function partsOf(path: string): readonly Part[] {
  const parts: Part[] = [];
  for (let part = partAt(path, 1); part !== null; part = partAt(path, parts.length + 1)) parts.push(part);
  return parts;
}

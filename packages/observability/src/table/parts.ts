import { existsSync } from 'node:fs';
import { extname } from 'node:path';

/** The file in which a table goes on: `name.csv`, `name.2.csv`, `name.3.csv`, ... */
export function partOf(path: string, number: number): string {
  if (number === 1) return path;
  const end = extname(path);
  return `${path.slice(0, path.length - end.length)}.${number}${end}`;
}

/** The number of the last part that there is; 1 where there is none yet. */
export function lastPart(path: string): number {
  let number = 1;
  while (existsSync(partOf(path, number + 1))) number++;
  return number;
}

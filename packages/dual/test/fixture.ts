import { readFileSync } from 'node:fs';

/** A file of recorded numbers. */
export const fixture = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8')) as T;

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { uses } from '../../src/doctor/uses.js';

const packages = new URL('../../../', import.meta.url);

test('every optional peer of a package of ours has its use told, and no other', () => {
  const declared = readdirSync(packages).flatMap((name) => {
    const text = readFileSync(new URL(`${name}/package.json`, packages), 'utf8');
    return Object.keys((JSON.parse(text) as { peerDependenciesMeta?: object }).peerDependenciesMeta ?? {});
  });
  expect(Object.keys(uses).sort()).toEqual([...new Set(declared)].sort());
});

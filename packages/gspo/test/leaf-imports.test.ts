import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('../src/', import.meta.url));

/** What needs no system: errors, option fields, random numbers, norms. */
const leaves =
  'CfcError isCfcError describe fill Field Given Options choice integer number normal uniform uniforms norm';
/** Where the package meets the core. */
const meeting = ['as-adapter.ts', 'plugin.ts'];

test('only the adapter and the plugin import more of the core than leaves', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const named = files.flatMap((file) => {
    const text = readFileSync(source + file, 'utf8');
    const imports = [...text.matchAll(/import (?:type )?\{([^}]*)\} from '@cfc\/core'/g)];
    const names = imports.flatMap(([, list]) => list!.split(',').map((name) => name.replace('type', '').trim()));
    return names.filter(Boolean).map((name) => ({ file, name }));
  });
  expect(named.length).toBeGreaterThan(20);
  const more = named.filter(({ name }) => !leaves.split(' ').includes(name)).map(({ file }) => file);
  expect([...new Set(more)].sort()).toEqual(meeting);
});

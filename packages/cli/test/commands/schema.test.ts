import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { cfc } from '../helpers/cfc.js';
import { examples, folder } from '../helpers/folder.js';
import { packageFiles, pluginText } from '../helpers/third-party.js';

const namesIn = (stdout: string) => [...stdout.matchAll(/"const": "(\w+)"/g)].map(([, name]) => name);

test('cfc schema prints the JSON Schema of scenario files with the pieces that come with the command', async () => {
  const { code, stdout } = await cfc(['schema'], folder());
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ title: 'cfc scenario', required: ['cfc', 'modules'] });
  expect(namesIn(stdout)).toEqual(expect.arrayContaining(['LandauModule', 'EnergyGatingModule', 'Backtracking']));
});

test('cfc schema --plugin adds the pieces of a package', async () => {
  const cwd = folder(packageFiles('cfc-plugin-well', pluginText({})));
  expect(namesIn((await cfc(['schema', '--plugin', 'cfc-plugin-well'], cwd)).stdout)).toContain('WellModule');
});

test.each(readdirSync(examples))('the sample %s meets the schema', async (file) => {
  const schema = z.fromJSONSchema(JSON.parse((await cfc(['schema'], folder())).stdout));
  const tree: unknown = parse(readFileSync(join(examples, file), 'utf8'));
  expect(schema.safeParse(tree)).toMatchObject({ success: true });
  expect(schema.safeParse({ ...(tree as object), moduls: {} })).toMatchObject({ success: false });
});

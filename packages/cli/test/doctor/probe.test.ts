import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { probe } from '../../src/doctor/probe.js';
import { folder } from '../helpers/folder.js';

const probed = (text: string, limit?: number) =>
  probe(pathToFileURL(join(folder({ 'plugin.mjs': text }), 'plugin.mjs')).href, limit);

test('a module that never comes to an end is given up', async () => {
  expect(await probed('for (;;);', 300)).toEqual({ fault: 'it is not loaded after 0.3 s' });
});

test('plugins are told of as plain data, each once', async () => {
  const text = `
    function Well() {}
    Object.assign(Well, { slot: 'module', fields: {} });
    export const one = { name: 'one', version: '1.0.0', api: 1, provides: [Well, 3] };
    export default one;
    export const other = { name: 2, api: Symbol('x'), provides: 'none' };
    export const answer = 42;`;
  expect(await probed(text)).toEqual({
    plugins: [
      { name: 'one', version: '1.0.0', api: 1, provides: ['Well', null] },
      { name: null, version: null, api: 'Symbol(x)', provides: null },
    ],
  });
});

test('what a plugin does to globals stays in its thread', async () => {
  await probed('globalThis.JSON = null; Object.prototype.polluted = 1; process.env.CFC_POLLUTED = "1";');
  expect(JSON).not.toBeNull();
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  expect(process.env['CFC_POLLUTED']).toBeUndefined();
});

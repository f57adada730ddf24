import { expect, test } from 'vitest';
import { optional } from '../src/optional.js';

const load = (name: string) => optional(() => import(name) as Promise<unknown>, 'pictures need it', 'svgOf', name);

test('a package that is not installed is one error that says what to install', async () => {
  await expect(load('cfc-no-such-package')).rejects.toThrow(
    'PACKAGE_MISSING: pictures need it (at svgOf). Install what is missing: npm install cfc-no-such-package.',
  );
});

test('one that is there is handed over, and what else goes wrong is not said to be that', async () => {
  expect(await load('node:path')).toHaveProperty('join');
  const broken = optional(() => Promise.reject(new SyntaxError('torn')), 'pictures need it', 'svgOf', 'it');
  await expect(broken).rejects.toThrow('torn');
});

import { expect, test } from 'vitest';
import { freePort } from '../../../../scripts/redis.mjs';
import { cfc } from '../helpers/cfc.js';
import { folder } from '../helpers/folder.js';

test.each([
  [[], "required option '--redis <url>' not specified"],
  [['--redis', 'nowhere'], 'OPTION_INVALID: not a URL of Redis (at --redis)'],
  [['--redis', 'redis://x', '--workers', '300'], '"300" is not a whole number from 0 to 256 (at --workers)'],
  [['--redis', 'redis://x', '--lease', '0'], '"0" is not a whole number from 1 to 3600 (at --lease)'],
])('cfc jobs work %j is refused', async (flags, told) => {
  const { code, stdout, stderr } = await cfc(['jobs', 'work', ...flags], folder());
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(told);
});

test('where no Redis answers cfc jobs work says so', async () => {
  const port = await freePort();
  const { code, stderr } = await cfc(['jobs', 'work', '--redis', `redis://127.0.0.1:${port}`], folder());
  expect(code).toBe(2);
  expect(stderr).toContain(`OPTION_INVALID: no Redis at 127.0.0.1:${port}: `);
});

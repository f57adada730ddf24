import { toricBase } from '@cfc/vacua';
import { describe, expect, test } from 'vitest';
import { cfc } from '../helpers/cfc.js';
import { folder } from '../helpers/folder.js';

const digest = '515d38256cfc3b0761883a14f3db0840b649e7eb7223caf55a875cf8e62b70ef';

test('cfc vacua enumerate counts the bases, tells their digest, gauge content, anomaly and Hodge pairs', async () => {
  const { code, stdout, stderr } = await cfc(['vacua', 'enumerate', '--max-rays', '10'], folder());
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain(`443 toric bases of 6D F-theory, of 3 to 10 rays\nSHA-256 ${digest}\n`);
  expect(stdout).toMatch(/\n {2}10 {4}181\n/);
  expect(stdout).toMatch(/\ng2 +\d+\n/);
  expect(stdout).toContain('Gravitational anomaly H - V = 273 - 29T: on all 443\n');
});

test('--json prints one document with every base', async () => {
  const { code, stdout } = await cfc(['vacua', 'enumerate', '--max-rays', '10', '--json'], folder());
  const document = JSON.parse(stdout) as { bases: { selfIntersections: number[]; rays: number[][] }[] };
  expect(code).toBe(0);
  expect(document).toMatchObject({ count: 443, sha256: digest, anomalous: 0 });
  expect(Object.keys(document).slice(0, 3)).toEqual(['count', 'sha256', 'bases']);
  expect(document.bases).toHaveLength(443);
  expect(document.bases[0]).toEqual(toricBase([1, 1, 1]));
});

describe('--spec compares the Hodge pairs with a list', () => {
  const spec = ['vacua', 'enumerate', '--max-rays', '3', '--spec', 'pairs.txt'];

  test('all of them are in it', async () => {
    const { code, stdout } = await cfc(spec, folder({ 'pairs.txt': '2 272 -540\n1 101 -200\n#spec=2\n' }));
    expect([code, stdout.split('\n').at(-2)]).toEqual([
      0,
      'Hodge pairs of the generic elliptic threefolds: 1, all in the list',
    ]);
  });

  test('one of them is not: the exit code is 1', async () => {
    const { code, stdout } = await cfc([...spec, '--json'], folder({ 'pairs.txt': '1 101 -200\n#spec=1\n' }));
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ hodgePairs: { distinct: 1, missing: ['2,272'] } });
  });

  test('a list that is cut off is refused before any work', async () => {
    const { code, stdout, stderr } = await cfc(spec, folder({ 'pairs.txt': '1 101 -200\n' }));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^INPUT_INVALID: the file ends without its count of pairs, .* \(at pairs\.txt:1\)\. .*\n$/);
  });
});

test.each(['2', '600', 'ten'])('--max-rays %s is refused', async (rays) => {
  const { code, stderr } = await cfc(['vacua', 'enumerate', '--max-rays', rays], folder());
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^OPTION_INVALID: .*\(at --max-rays\)/)]);
});

test('an enumeration that is interrupted says so and exits 130', async () => {
  const interrupted = { interruptible: () => AbortSignal.abort() };
  const { code, stdout, stderr } = await cfc(['vacua', 'enumerate', '--max-rays', '20'], folder(), interrupted);
  expect([code, stdout]).toEqual([130, '']);
  expect(stderr).toMatch(/^interrupted after \d+ bases\n$/);
});

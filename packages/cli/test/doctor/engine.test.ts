import { expect, test } from 'vitest';
import { type Engine, engineFindings, engineHere } from '../../src/doctor/engine.js';
import { nodeVersion } from '../../src/doctor/node-version.js';

const GB = 2 ** 30;
const good: Engine = { kernels: true, simd: true, shared: true, processors: 4, heap: 2 * GB, memory: 8 * GB };
const said = (more: Partial<Engine>): readonly string[] =>
  engineFindings({ ...good, ...more }).map(({ level, what }) => `${level}: ${what}`);

test('an engine that can do everything is told of', () => {
  expect(said({})).toEqual([
    'ok: the kernels run in WebAssembly with SIMD',
    'ok: threads share memory (SharedArrayBuffer); 4 run at once',
    'ok: the heap may grow to 2.0 of 8.0 GB',
  ]);
});

test.each([
  [{ kernels: false }, 'note: no WebAssembly: the kernels run in plain JavaScript, to the same bits but slower'],
  [{ kernels: false, simd: false }, 'note: no WebAssembly with SIMD: the kernels run in plain JavaScript, to the same'],
  [{ shared: false }, 'note: no shared WebAssembly memory: startThreads of @cfc/core/threads is refused'],
  [{ heap: GB / 2 }, 'note: the heap may grow to 0.5 of 8.0 GB only: large systems and tables may not fit'],
])('what it lacks is worth a note: %o', (lack, told) => {
  expect(said(lack).join('\n')).toContain(told);
});

test('this engine is looked at as it is', () => {
  expect(engineHere()).toMatchObject({ kernels: true, simd: true, shared: true });
  expect(engineHere().heap).toBeGreaterThan(2 ** 20);
  expect(engineHere().memory).toBeGreaterThan(2 ** 20);
});

test('a version of Node.js outside of the range is a problem', () => {
  expect(nodeVersion('20.19.0', '>=20.19').level).toBe('ok');
  expect(nodeVersion('20.18.3', '>=20.19')).toMatchObject({ level: 'problem', what: 'Node.js 20.18.3 is not >=20.19' });
});

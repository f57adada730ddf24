import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bytesModule } from '../scripts/build-wasm.mjs';
import { root } from '../scripts/workspace.mjs';

test('the inlined WebAssembly is what its source compiles to (else: pnpm build:wasm)', () => {
  expect(readFileSync(join(root, 'packages/core/src/system/wasm/bytes.ts'), 'utf8')).toBe(bytesModule());
});

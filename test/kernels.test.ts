import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { byteModules } from '../scripts/build-wasm.mjs';
import { root } from '../scripts/workspace.mjs';

test('the inlined WebAssembly is what its sources compile to (else: pnpm build:wasm)', () => {
  for (const [path, text] of byteModules()) {
    expect(readFileSync(join(root, 'packages/core', path), 'utf8'), path).toBe(text);
  }
});

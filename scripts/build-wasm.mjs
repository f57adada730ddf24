// Compiles packages/core/wasm/kernels.ts (AssemblyScript) and writes the bytes into the source that inlines them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './workspace.mjs';

const asc = join(root, 'node_modules/assemblyscript/bin/asc.js');
const flags = ['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--enable', 'simd'];
const memory = ['--importMemory', '--initialMemory', '1', '--maximumMemory', '65536'];

/** The text of src/system/wasm/bytes.ts for the kernels as they are. */
export function bytesModule() {
  const place = mkdtempSync(join(tmpdir(), 'cfc-kernels-'));
  try {
    const out = join(place, 'kernels.wasm');
    execFileSync(process.execPath, [asc, 'wasm/kernels.ts', ...flags, ...memory, '--outFile', out], {
      cwd: join(root, 'packages/core'),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const hex = readFileSync(out).toString('hex');
    return `/** wasm/kernels.ts, compiled by \`pnpm build:wasm\`. */\nexport const bytes =\n  '${hex}';\n`;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  writeFileSync(join(root, 'packages/core/src/system/wasm/bytes.ts'), bytesModule());
}

// Compiles the AssemblyScript of packages/core/wasm and writes the bytes into the sources that inline them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './workspace.mjs';

const asc = join(root, 'node_modules/assemblyscript/bin/asc.js');
const flags = ['-O3s', '--converge', '--noAssert', '--runtime', 'stub', '--enable', 'simd'];
const memory = ['--importMemory', '--initialMemory', '1', '--maximumMemory', '65536'];

/** What is compiled, the source that holds its bytes, and how; in packages/core. */
const inlined = [
  { source: 'wasm/kernels.ts', path: 'src/system/wasm/bytes.ts', more: [] },
  { source: 'wasm/threads.ts', path: 'src/system/threads/bytes.ts', more: ['--enable', 'threads', '--sharedMemory'] },
];

function compiled(source, more) {
  const place = mkdtempSync(join(tmpdir(), 'cfc-kernels-'));
  try {
    const out = join(place, 'kernels.wasm');
    execFileSync(process.execPath, [asc, source, ...flags, ...memory, ...more, '--outFile', out], {
      cwd: join(root, 'packages/core'),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return readFileSync(out);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

const letters = Array.from({ length: 95 }, (_, k) => String.fromCharCode(32 + k)).filter((c) => !`"'\`\\`.includes(c));

/** One letter for each byte below 89, two for others, the first of which is one of the last two letters: see src/system/wasm/letters.ts. */
function written(byte) {
  if (byte < 89) return letters[byte];
  return letters[89 + Math.floor((byte - 89) / 91)] + letters[(byte - 89) % 91];
}

/** The text of each source that holds bytes, for the kernels as they are: path in packages/core to text. */
export function byteModules() {
  return new Map(
    inlined.map(({ source, path, more }) => {
      const text = Array.from(compiled(source, more), written).join('');
      return /** @type {const} */ ([
        path,
        `/** ${source}, compiled by \`pnpm build:wasm\`. */\nexport const bytes =\n  '${text}';\n`,
      ]);
    }),
  );
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  for (const [path, text] of byteModules()) writeFileSync(join(root, 'packages/core', path), text);
}

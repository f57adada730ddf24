import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, defaultServerConditions } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The command as one program made from the sources, for tests with a real process. */
export async function bundle(): Promise<{ bin: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'cfc-bin-'));
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, resolve: { conditions: ['@cfc/source', ...defaultServerConditions] } },
    build: { ssr: 'src/bin.ts', outDir: join(folder, 'dist'), target: 'node20', minify: false },
  });
  return { bin: join(folder, 'dist', 'bin.js'), remove: () => rmSync(folder, { recursive: true }) };
}

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, defaultServerConditions } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** They load files of their own, and are found from the folder of the program upwards. */
const external = ['tinypool', 'bullmq', 'ioredis', 'vega', 'vega-lite'];

/** The command and its worker made from the sources, for tests with a real process. */
export async function bundle(): Promise<{ bin: string; remove: () => void }> {
  const folder = mkdtempSync(join(root, 'node_modules', '.cfc-bin-'));
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external, resolve: { conditions: ['@cfc/source', ...defaultServerConditions] } },
    build: {
      ssr: true,
      outDir: join(folder, 'dist'),
      target: 'node20',
      minify: false,
      rollupOptions: { input: { bin: 'src/bin.ts', worker: 'src/jobs/worker.ts' } },
    },
  });
  return { bin: join(folder, 'dist', 'bin.js'), remove: () => rmSync(folder, { recursive: true }) };
}

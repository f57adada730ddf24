import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, defaultServerConditions } from 'vite';
import { afterAll, beforeAll } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** They load files of their own, and are found from the folder of the program upwards. */
const external = ['tinypool', 'bullmq', 'ioredis', 'vega', 'vega-lite'];

/** Makes the command and its worker from the sources, for the tests of a file that need a real process; returns where it is. */
export function bundled(): () => string {
  let made: Awaited<ReturnType<typeof bundle>>;
  beforeAll(async () => {
    made = await bundle();
  }, 60_000);
  afterAll(() => made.remove());
  return () => made.bin;
}

async function bundle(): Promise<{ bin: string; remove: () => void }> {
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

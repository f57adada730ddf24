import { defineConfig } from 'tsup';

/** JavaScript and source maps only; declarations come from `tsc -p tsconfig.build.json`. */
export const library = (entry: Record<string, string>) =>
  defineConfig({
    entry,
    format: 'esm',
    platform: 'neutral',
    target: ['node20', 'es2022'],
    skipNodeModulesBundle: true,
    removeNodeProtocol: false,
    sourcemap: true,
    clean: true,
    silent: true,
  });

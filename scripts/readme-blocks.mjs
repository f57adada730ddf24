// The code that a package's README shows, as files that can be run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { root } from './workspace.mjs';

/**
 * The first block that imports the package, as JavaScript; blocks before it under the name of a file are those files, and
 * the first scenario is what the example calls quickstart.yaml.
 *
 * @param {string} folder of the package
 * @param {string} name of the package
 * @returns {{ main: string | undefined, files: Record<string, string> }} `main` is undefined where the README shows none
 */
export function readmeExample(folder, name) {
  const text = readFileSync(join(root, 'packages', folder, 'README.md'), 'utf8');
  const files = {};
  for (const [, file, language, code] of text.matchAll(/(?:^`([\w-]+\.\w+)`:\n\n)?^```(js|ts|yaml)\n([^]*?)^```$/gm)) {
    if (file !== undefined) files[file] = code;
    else if (language === 'yaml') files['quickstart.yaml'] ??= code;
    else if (code.includes(`from '${name}'`)) {
      // Names that the block does not use further are kept; only types go.
      const options = { loader: 'ts', tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } } };
      return { main: transformSync(code, options).code, files };
    }
  }
  return { main: undefined, files };
}

// A package in a bundle for browsers, run where nothing of Node is.
import { createContext, runInContext } from 'node:vm';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

/** What pages have beside the language; and the arrays that a TextEncoder makes, which are those of this realm. */
const { atob, btoa, console, crypto, performance, queueMicrotask, setTimeout, clearTimeout, structuredClone } =
  globalThis;
const { AbortController, AbortSignal, Event, EventTarget, TextDecoder, TextEncoder, URL, Uint8Array } = globalThis;
const page = {
  ...{ atob, btoa, crypto, performance, queueMicrotask, setTimeout, clearTimeout, structuredClone },
  ...{ AbortController, AbortSignal, Event, EventTarget, TextDecoder, TextEncoder, URL, Uint8Array },
  console: { ...console, log() {} },
};

/**
 * Bundles the whole package, and its example where that needs nothing else and awaits nothing, and runs both.
 *
 * @param {string} cwd a project in which the package is installed
 * @param {string} name
 * @param {string | undefined} example
 * @returns {Promise<string | undefined>} what is wrong
 */
export async function runsInBrowser(cwd, name, example = '') {
  const { peerDependenciesMeta = {} } = JSON.parse(
    readFileSync(join(cwd, 'node_modules', name, 'package.json'), 'utf8'),
  );
  const imports = [...example.matchAll(/from "([^"]+)"/g)].map(([, from]) => from);
  const alone = imports.every((from) => from === name || from === '@cfc/core') && !/\bawait\b/.test(example);
  const bundle = (contents) =>
    build({
      stdin: { contents, resolveDir: cwd },
      external: Object.keys(peerDependenciesMeta),
      bundle: true,
      platform: 'browser',
      format: 'iife',
      globalName: 'bundled',
      target: 'es2022',
      write: false,
      logLevel: 'silent',
    });
  try {
    for (const contents of [`export * from '${name}'`, ...(alone ? [example] : [])]) {
      const { outputFiles } = await bundle(contents);
      const context = createContext({ ...page });
      runInContext(outputFiles[0].text, context);
      if (contents !== example && Object.keys(context.bundled).length === 0) return 'it exports nothing';
    }
    return undefined;
  } catch (error) {
    return error.message;
  }
}

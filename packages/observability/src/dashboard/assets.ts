import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { CfcError } from '@cfc/core';

/** A file of the page. */
export interface Asset {
  readonly type: string;
  readonly body: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

const require = createRequire(import.meta.url);

/** The files of the page by path; nothing else of the disk can be asked for. Throws where uPlot is not installed. */
export function assets(): ReadonlyMap<string, Asset> {
  const folder = join(dirname(require.resolve('@cfc/observability/package.json')), 'page');
  const files = readdirSync(folder)
    .filter((name) => extname(name) in types && !name.startsWith('.'))
    .map((name) => [name === 'dashboard.html' ? '/' : `/${name}`, join(folder, name)] as const);
  const charts = [
    ['/uplot.js', found('uplot/dist/uPlot.esm.js')],
    ['/uplot.css', found('uplot/dist/uPlot.min.css')],
  ] as const;
  return new Map(
    [...files, ...charts].map(([path, file]) => [path, { type: types[extname(file)]!, body: readFileSync(file) }]),
  );
}

function found(file: string): string {
  try {
    return require.resolve(file);
  } catch {
    throw new CfcError('INPUT_INVALID', 'uplot is not installed', 'the dashboard', 'Install it: npm install uplot.');
  }
}

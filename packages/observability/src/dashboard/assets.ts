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

/**
 * The files of the page by path; nothing else of the disk can be asked for. Throws `PACKAGE_MISSING` where uplot is not installed.
 *
 * @param resolve where a file of a package is
 */
export function assets(resolve: (file: string) => string = require.resolve): ReadonlyMap<string, Asset> {
  const folder = join(dirname(require.resolve('@cfc/observability/package.json')), 'page');
  const files = readdirSync(folder)
    .filter((name) => extname(name) in types && !name.startsWith('.'))
    .map((name) => [name === 'dashboard.html' ? '/' : `/${name}`, join(folder, name)] as const);
  const charts = [
    ['/uplot.js', found('uplot/dist/uPlot.esm.js', resolve)],
    ['/uplot.css', found('uplot/dist/uPlot.min.css', resolve)],
  ] as const;
  return new Map(
    [...files, ...charts].map(([path, file]) => [path, { type: types[extname(file)]!, body: readFileSync(file) }]),
  );
}

function found(file: string, resolve: (file: string) => string): string {
  try {
    return resolve(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    const fix = 'Install it: npm install uplot.';
    throw new CfcError('PACKAGE_MISSING', 'charts are drawn by uplot, which is not there', 'serveDashboard', fix);
  }
}

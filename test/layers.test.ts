import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** Layers of packages/core/src, lowest first: a file imports from its own layer and from lower ones. */
const layers = [
  'errors',
  'error-table',
  'options',
  'contract',
  'numeric',
  'couplings',
  'modules',
  'system',
  'threads',
  'registry',
  'relax',
  'reactive',
  'scenario',
  'testing',
  'plugin',
  'index',
];

/** What is wrong with the imports of one source file; `path` begins with packages/ and uses slashes. */
function violations(path: string, source: string): string[] {
  const imports = ts.preProcessFile(source, true, true).importedFiles.map((file) => file.fileName);
  return imports.flatMap((name) => {
    const wrong = name.startsWith('.') ? relativeFault(path, name) : packageFault(path, name);
    return wrong === null ? [] : [`${path} imports ${name}: ${wrong}`];
  });
}

function relativeFault(path: string, name: string): string | null {
  const target = posix.join(posix.dirname(path), name);
  const source = path.split('/').slice(0, 3).join('/') + '/';
  if (!target.startsWith(source)) return 'it leaves the package';
  if (owner(path) !== 'core') return null;
  const [from, to] = [layer(path), layer(target)];
  if (from === -1 || to === -1) return 'not in a known layer';
  return to > from ? `${layers[to]} lies above ${layers[from]}` : null;
}

function packageFault(path: string, name: string): string | null {
  if (owner(path) === 'core') return 'core depends on nothing';
  if (!name.startsWith('@cfc/')) return null;
  const target = name.split('/')[1] ?? '';
  if (target === 'cli') return 'nothing imports the command line';
  if (target === 'core' || owner(path) === 'cli') return null;
  if (target === 'jobs') return 'only the command line hands out jobs';
  if (target === 'experiments') return 'only the command line runs experiments';
  return owner(path) === 'experiments' ? null : 'a plugin imports only @cfc/core of ours';
}

const owner = (path: string) => path.split('/')[1];
const layer = (path: string) => layers.indexOf((path.split('/')[3] ?? '').replace(/\.[jt]s$/, ''));

const root = fileURLToPath(new URL('..', import.meta.url));

function sourceFiles(): string[] {
  const folders = readdirSync(`${root}packages`).map((name) => `packages/${name}/src`);
  return folders
    .filter((folder) => existsSync(root + folder))
    .flatMap((folder) =>
      readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
    )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'));
}

describe('imports go only downward', () => {
  test('in every source file of the packages', () => {
    const files = sourceFiles();
    expect(files.filter((path) => owner(path) === 'core')).not.toEqual([]);
    expect(files.flatMap((path) => violations(path, readFileSync(root + path, 'utf8')))).toEqual([]);
  });

  test.each([
    ['packages/core/src/system/compile.ts', `import { relax } from '../relax/relax.js';`],
    ['packages/core/src/options/field.ts', `export type { Plan } from '../index.js';`],
    ['packages/core/src/system/define.ts', `import type { Shelf } from '../shelf/shelf.js';`],
    ['packages/core/src/errors.ts', `import { readFile } from 'node:fs/promises';`],
    ['packages/modules-gating/src/index.ts', `const order = await import('@cfc/modules-sequence');`],
    ['packages/modules-gating/src/index.ts', `import { relax } from '../../core/src/relax/relax.js';`],
    ['packages/cli/src/bin.ts', `import { main } from '@cfc/cli';`],
    ['packages/vacua/src/index.ts', `import { pool } from '@cfc/jobs';`],
    ['packages/experiments/src/index.ts', `import { pool } from '@cfc/jobs';`],
    ['packages/jobs/src/index.ts', `import { labelOf } from '@cfc/vacua';`],
    ['packages/amortize/src/index.ts', `import { experiments } from '@cfc/experiments';`],
  ])('a planted fault is found: %s, %s', (path, source) => {
    expect(violations(path, source)).toHaveLength(1);
  });

  test.each([
    ['packages/core/src/relax/relax.ts', `import { compile } from '../system/compile.js';`],
    ['packages/core/src/relax/stops/any-of.ts', `import type { Stop } from '../../contract/relax.js';`],
    ['packages/modules-gating/src/index.ts', `import { definePlugin } from '@cfc/core';`],
    ['packages/cli/src/bin.ts', `import { gatingPlugin } from '@cfc/modules-gating';`],
    ['packages/cli/src/jobs/do-jobs.ts', `import { finishJobs } from '@cfc/jobs';`],
    ['packages/experiments/src/wormhole.ts', `import { energyGating } from '@cfc/modules-gating';`],
  ])('a downward import is fine: %s, %s', (path, source) => {
    expect(violations(path, source)).toEqual([]);
  });
});

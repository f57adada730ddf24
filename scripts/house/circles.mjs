// No file of a package imports itself by way of others; types count too.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { root } from '../workspace.mjs';

export function circles() {
  const graph = new Map();
  for (const name of readdirSync(join(root, 'packages'))) {
    const folder = `packages/${name}/src`;
    if (!existsSync(join(root, folder))) continue;
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      const path = `${folder}/${file.replaceAll('\\', '/')}`;
      if (path.endsWith('.ts')) graph.set(path, importsOf(path));
    }
  }
  const faults = circlesIn(graph).map(
    (circle) => `${circle.join(' imports ')}: move what they share into a file of its own`,
  );
  return { faults, saw: `${graph.size} files, none imports itself by way of others` };
}

function importsOf(path) {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, path), 'utf8'), true, true);
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => posix.join(posix.dirname(path), fileName).replace(/\.js$/, '.ts'));
}

/**
 * One circle for each edge that closes one, by a walk in depth.
 *
 * @param {ReadonlyMap<string, readonly string[]>} graph
 */
function circlesIn(graph) {
  const done = new Set();
  const found = [];
  const path = [];
  const walk = (file) => {
    if (path.includes(file)) return void found.push([...path.slice(path.indexOf(file)), file]);
    if (done.has(file)) return;
    path.push(file);
    for (const next of graph.get(file) ?? []) walk(next);
    path.pop();
    done.add(file);
  };
  for (const file of graph.keys()) walk(file);
  return found;
}

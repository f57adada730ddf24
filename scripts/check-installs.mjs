// Installs packages alone into empty projects from a registry on this machine, and uses them: in Node, in TypeScript, in a bundle.
// A few packages on this Node; with --all every package, on Node 20, 22 and 24. With names of folders only those.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runsInBrowser } from './browser-bundle.mjs';
import { readExports } from './exports-of.mjs';
import { installed } from './installed.mjs';
import { localRegistry } from './local-registry.mjs';
import { entriesOf, folders, manifestOf, ours, specifier } from './manifests.mjs';
import { packed } from './packed.mjs';
import { readmeExample } from './readme-blocks.mjs';
import { ran, run } from './run.mjs';
import { root } from './workspace.mjs';

const few = ['core', 'modules-gating', 'dual', 'observability', 'cli'];
const versions = ['20', '22', '24'];

/** What the example of a README needs beside the packages that it imports. */
const extras = { 'gspo-jax': ['@jax-js/jax'] };

/** They read files, or start threads: they are for Node alone. */
const nodeOnly = ['cli', 'create-cfc-plugin', 'jobs', 'vacua'];

const all = process.argv.includes('--all');
const named = process.argv.slice(2).filter((word) => word !== '--all');
const chosen = named.length > 0 ? named : all ? folders : few;
const faults = [];
const fault = (...words) => void faults.push(words.join(' ').trimEnd());

const nodes = all ? await Promise.all(versions.map(nodeOf)) : [process.execPath];
const place = mkdtempSync(join(tmpdir(), 'cfc installs '));
const registry = await localRegistry(packed(join(place, 'packed'), ours([...chosen, ...chosen.flatMap(shown)])));
try {
  for (const folder of chosen) await checkAlone(folder);
  await checkTypes();
  for (const folder of chosen) await checkExample(folder);
} finally {
  await registry.stop();
  rmSync(place, { recursive: true, force: true });
}

if (faults.length === 0) {
  console.log(
    `installs: ${chosen.length} packages, each alone, on ${nodes.length} Node, in two TypeScript projects, in bundles`,
  );
} else {
  console.error(faults.join('\n'));
  process.exitCode = 1;
}

/** The path of the newest Node of a major version, brought by npm. */
async function nodeOf(version) {
  const args = ['exec', '--yes', '--package', `node@${version}`, '--', 'node', '--print', 'process.execPath'];
  return (await ran('npm', args, { cwd: tmpdir() })).trim();
}

async function install(cwd, names) {
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(cwd, 'package.json'), '{ "private": true, "type": "module" }');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  await ran('npm', ['install', ...quiet, ...names], { cwd, env: registry.env });
}

/** Nothing but what it needs, one core where it needs one, all entries to be imported, and in a browser too. */
async function checkAlone(folder) {
  const { name, dependencies = {}, peerDependencies = {} } = manifestOf(folder);
  const cwd = join(place, 'alone', folder);
  await install(cwd, [name]);
  const { cores, needless } = installed(cwd, dependencies);
  const one = folder === 'core' || '@cfc/core' in { ...dependencies, ...peerDependencies } ? 1 : 0;
  if (cores !== one) fault(`${name}: ${cores} copies of @cfc/core are installed with it, not ${one}`);
  if (needless.length > 0)
    fault(`${name} brings ${needless.join(', ')}, which it only can use: mark it as optional in peerDependenciesMeta`);
  const tree = await run('npm', ['ls', ...(one === 1 ? ['@cfc/core'] : [])], { cwd, env: registry.env });
  if (tree.code !== 0) fault(`${name}: npm ls @cfc/core fails\n${tree.output}`);

  const imports = entriesOf(folder).map(([entry]) => `await import('${specifier(name, entry)}')`);
  await onNodes(`${name}, imported`, cwd, ['--input-type=module', '--eval', imports.join(';')]);
  if (!nodeOnly.includes(folder)) {
    const wrong = await runsInBrowser(cwd, name, readmeExample(folder, name).main);
    if (wrong !== undefined) fault(`${name} in a browser bundle: ${wrong}`);
  }
}

/** The first example of the README, with the packages that it imports; and its scenario by the command. */
async function checkExample(folder) {
  const { name, bin = {} } = manifestOf(folder);
  const { main, files } = readmeExample(folder, name);
  if (main === undefined) return;
  const asked = [name, ...shown(folder).map((other) => manifestOf(other).name), ...(extras[folder] ?? [])];
  const cwd = asked.length > 1 ? join(place, 'with', folder) : join(place, 'alone', folder);
  if (asked.length > 1) await install(cwd, asked);
  for (const [file, text] of Object.entries({ ...files, 'main.mjs': main })) writeFileSync(join(cwd, file), text);
  await onNodes(`${name}, example of its README`, cwd, ['main.mjs']);
  for (const [command, file] of Object.entries(bin)) {
    const args = [join('node_modules', name, file), 'run', 'quickstart.yaml'];
    await onNodes(`${command} run quickstart.yaml`, cwd, args);
  }
}

/** Folders of the packages that the example imports beside its own and core. */
function shown(folder) {
  const { main = '' } = readmeExample(folder, manifestOf(folder).name);
  const imported = [...main.matchAll(/from "@cfc\/([\w-]+)/g)].map(([, other]) => other);
  return [...new Set(imported)].filter((other) => other !== folder && other !== 'core');
}

async function onNodes(what, cwd, args) {
  for (const node of nodes) {
    const { code, output } = await run(node, args, { cwd });
    if (code !== 0) fault(`${what}, on ${all ? node : `Node ${process.versions.node}`}: ended with ${code}\n${output}`);
  }
}

/** All public names of all packages, in one project for each way of finding modules; declarations of libraries are checked too. */
async function checkTypes() {
  const { exportsOf } = readExports(chosen);
  for (const folder of chosen) {
    const { name } = manifestOf(folder);
    const lines = exportsOf(folder).map(([entry, symbols], k) => {
      const names = symbols.map((symbol) => `${symbol.name} as ${symbol.name}_${k}`);
      return `import type { ${names.join(', ')} } from '${specifier(name, entry)}';`;
    });
    writeFileSync(join(place, 'alone', folder, 'use.ts'), lines.join('\n'));
  }
  const flags = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2022'];
  const libraries = ['--skipLibCheck', 'false', '--skipDefaultLibCheck'];
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const uses = chosen.map((folder) => join('alone', folder, 'use.ts'));
  for (const found of [['nodenext'], ['esnext', '--moduleResolution', 'bundler']]) {
    const args = [tsc, ...flags, ...libraries, '--module', ...found, ...uses];
    const { code, output } = await run(process.execPath, args, { cwd: place });
    if (code !== 0) fault(`types, ${found.at(-1)}:\n${output}`);
  }
}

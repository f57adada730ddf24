// Sizes of all entry points, and of what the example of core's README takes, minified and gzipped, without their
// dependencies, against the budgets of sizes.json.
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { entriesOf, folders, manifestOf, specifier } from './manifests.mjs';
import { root } from './workspace.mjs';

const budgets = JSON.parse(readFileSync(join(root, 'scripts/sizes.json'), 'utf8'));
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

const example = "@cfc/core, what the README's example takes";
const readme = readFileSync(join(root, 'packages/core/README.md'), 'utf8');
const exampleNames = /^import \{ (.+) \} from '@cfc\/core';$/m.exec(readme)[1].split(', ');

/** One bundle of what an entry exports: of everything, or of some names. */
async function bundle(folder, file, names = null) {
  const path = join(root, 'packages', folder, file);
  const contents = `export { ${names?.join(', ')} } from ${JSON.stringify(path)};`;
  const { dependencies = {}, peerDependencies = {} } = manifestOf(folder);
  const outside = [...Object.keys(dependencies), ...Object.keys(peerDependencies)];
  const { outputFiles, metafile } = await build({
    ...(names === null ? { entryPoints: [path] } : { stdin: { contents, resolveDir: root } }),
    external: [...outside.flatMap((name) => [name, `${name}/*`]), ...builtinModules, 'node:*'],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    metafile: true,
    logLevel: 'error',
    write: false,
    absWorkingDir: root,
  });
  return { size: gzipSync(outputFiles[0].contents, { level: 9 }).length, ...Object.values(metafile.outputs)[0] };
}

/** The modules that weigh most, found in the sources: what is built is a few files. */
async function biggest(folder, target, names) {
  const { inputs } = await bundle(folder, target['@cfc/source'], names);
  const heavy = Object.entries(inputs).sort(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput);
  return heavy.slice(0, 5).map(([path, { bytesInOutput }]) => {
    return `    ${kilobytes(bytesInOutput)} before gzip: ${relative(join('packages', folder), path)}`;
  });
}

const faults = [];
const seen = new Set();

async function check(name, folder, target, names = null) {
  const { size } = await bundle(folder, target.default, names);
  seen.add(name);
  if (process.argv.includes('--list')) console.log(`${name} ${kilobytes(size)}`);
  if (!(name in budgets)) faults.push(`${name} has no budget in scripts/sizes.json: it takes ${kilobytes(size)}`);
  else if (size > budgets[name] * 1000) {
    faults.push(`${name} takes ${kilobytes(size)} gzipped; its budget is ${budgets[name]} kB. What weighs most:`);
    faults.push(...(await biggest(folder, target, names)));
  }
}

for (const folder of folders) {
  for (const [entry, target] of entriesOf(folder)) {
    const name = specifier(manifestOf(folder).name, entry);
    await check(name, folder, target);
    if (name === '@cfc/core') await check(example, folder, target, exampleNames);
  }
}
for (const name of Object.keys(budgets))
  if (!seen.has(name)) faults.push(`scripts/sizes.json knows no ${name} any more`);

if (faults.length === 0) console.log(`sizes: ${seen.size} bundles within their budgets`);
else {
  console.error(
    `${faults.join('\n')}\nMake it smaller, or raise the budget in scripts/sizes.json and say why in the commit.`,
  );
  process.exitCode = 1;
}

// Sizes of all entry points, minified and gzipped, without their dependencies, against the budgets of sizes.json.
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { entriesOf, folders, manifestOf, specifier } from './manifests.mjs';
import { root } from './workspace.mjs';

const budgets = JSON.parse(readFileSync(join(root, 'scripts/sizes.json'), 'utf8'));
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** One bundle of everything that an entry exports. */
async function bundle(folder, file) {
  const { dependencies = {}, peerDependencies = {} } = manifestOf(folder);
  const outside = [...Object.keys(dependencies), ...Object.keys(peerDependencies)];
  const { outputFiles, metafile } = await build({
    entryPoints: [join(root, 'packages', folder, file)],
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

/** The modules that weigh most, found in the sources: what is built is one file. */
async function biggest(folder, target) {
  const { inputs } = await bundle(folder, target['@cfc/source']);
  const heavy = Object.entries(inputs).sort(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput);
  return heavy.slice(0, 5).map(([path, { bytesInOutput }]) => {
    return `    ${kilobytes(bytesInOutput)} before gzip: ${relative(join('packages', folder), path)}`;
  });
}

const faults = [];
const seen = new Set();
for (const folder of folders) {
  for (const [entry, target] of entriesOf(folder)) {
    const name = specifier(manifestOf(folder).name, entry);
    const { size } = await bundle(folder, target.default);
    seen.add(name);
    if (process.argv.includes('--list')) console.log(`${name} ${kilobytes(size)}`);
    if (!(name in budgets)) faults.push(`${name} has no budget in scripts/sizes.json: it takes ${kilobytes(size)}`);
    else if (size > budgets[name] * 1000) {
      faults.push(`${name} takes ${kilobytes(size)} gzipped; its budget is ${budgets[name]} kB. What weighs most:`);
      faults.push(...(await biggest(folder, target)));
    }
  }
}
for (const name of Object.keys(budgets))
  if (!seen.has(name)) faults.push(`scripts/sizes.json knows no ${name} any more`);

if (faults.length === 0) console.log(`sizes: ${seen.size} entry points within their budgets`);
else {
  console.error(
    `${faults.join('\n')}\nMake it smaller, or raise the budget in scripts/sizes.json and say why in the commit.`,
  );
  process.exitCode = 1;
}

// The public names of all packages with their declared types, against what packages/<name>/api.md records of them.
// --write records them anew.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { declared, mentioned, original } from './declared.mjs';
import { readExports } from './exports-of.mjs';
import { folders, manifestOf, specifier } from './manifests.mjs';
import { root } from './workspace.mjs';

const { checker, exportsOf } = readExports(folders);
const BLOCK = /^### (.+)\n\n```ts\n([^]*?)\n```$/gm;

/** The text of a package's api.md. */
async function pageOf(folder) {
  const { name } = manifestOf(folder);
  const entries = exportsOf(folder).map(([entry, symbols]) => [entry, symbols.map((one) => [one.name, one])]);
  const seen = new Set(entries.flatMap(([, named]) => named.map(([, symbol]) => original(symbol, checker))));
  const parts = entries.map(([entry, named]) => section(specifier(name, entry), entry.slice(2), named));

  const hidden = [];
  for (const symbol of seen) {
    for (const other of mentioned(symbol, checker, `/packages/${folder}/dist/`)) {
      if (!seen.has(other)) hidden.push([other.name, other]);
      seen.add(other);
    }
  }
  hidden.sort(([a], [b]) => (a < b ? -1 : 1));
  if (hidden.length > 0) parts.push(section('Not exported, but part of what is', 'not exported', hidden));
  const how = 'Every exported name as it is declared. Made from what is built by `node scripts/check-api.mjs --write`.';
  const style = await resolveConfig(join(root, 'packages', folder, 'api.md'));
  return format([`# Public names of ${name}`, how, ...parts].join('\n\n'), { ...style, parser: 'markdown' });
}

function section(title, where, named) {
  const heading = (name) => (where === '' ? name : `${name} (${where})`);
  const texts = named.map(([name, symbol]) => {
    return `### ${heading(name)}\n\n\`\`\`ts\n${declared(original(symbol, checker), checker)}\n\`\`\``;
  });
  return [`## ${title}`, ...texts].join('\n\n');
}

const blocks = (page) => new Map([...page.matchAll(BLOCK)].map(([, name, text]) => [name, text]));
const lines = (mark, text) => text.split('\n').map((line) => `    ${mark} ${line}`);

/** What has become of each name: removed, changed, added. */
function differences(before, after) {
  const [old, now] = [blocks(before), blocks(after)];
  const removed = [...old].filter(([name]) => !now.has(name));
  const added = [...now].filter(([name]) => !old.has(name));
  const changed = [...now].filter(([name, text]) => old.has(name) && old.get(name) !== text);
  return [
    ...removed.map(([name]) => `  removed: ${name}`),
    ...changed.flatMap(([name, text]) => [`  changed: ${name}`, ...lines('-', old.get(name)), ...lines('+', text)]),
    ...added.flatMap(([name, text]) => [`  added: ${name}`, ...lines('+', text)]),
  ];
}

let [names, different] = [0, 0];
for (const folder of folders) {
  const file = join(root, 'packages', folder, 'api.md');
  const page = await pageOf(folder);
  names += blocks(page).size;
  if (process.argv.includes('--write')) writeFileSync(file, page);
  const recorded = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (recorded === page) continue;
  different++;
  console.error([manifestOf(folder).name, ...differences(recorded, page)].join('\n'));
}
if (different === 0) console.log(`api: ${names} declarations of ${folders.length} packages are as recorded`);
else {
  console.error(`
Where this is meant: node scripts/check-api.mjs --write, and a changeset: major where something was removed or no longer takes
what it took, minor where something was added.`);
  process.exitCode = 1;
}

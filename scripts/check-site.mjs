// After `typedoc`: every internal link, image, script and anchor of the pages in docs/site exists, nothing is asked of another host,
// and every page of the documentation is there and can be searched.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import { pages, textOf } from './docs/pages.mjs';
import { root } from './workspace.mjs';

const site = join(root, 'docs/site');
if (!existsSync(join(site, 'index.html'))) {
  console.error('no site in docs/site: run npx typedoc first');
  process.exit(1);
}

const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
const html = new Map(files.map((file) => [join(site, file), readFileSync(join(site, file), 'utf8')]));
const anchors = new Map();
const anchorsOf = (path) => {
  if (!anchors.has(path)) {
    anchors.set(path, new Set([...html.get(path).matchAll(/\s(?:id|name)="([^"]*)"/g)].map(([, id]) => id)));
  }
  return anchors.get(path);
};
const plain = (text) => text.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"');

const faults = [];
let links = 0;
for (const [path, text] of html) {
  const from = relative(site, path);
  for (const [, tag, attribute, raw] of text.matchAll(/<(\w+)\b[^>]*?\s(href|src)="([^"]*)"/g)) {
    const target = plain(raw);
    if (/^\w+:/.test(target) || target.startsWith('//')) {
      if (tag !== 'a' && !target.startsWith('data:'))
        faults.push(`${from}: ${tag} ${attribute} asks another host: ${target}`);
      continue;
    }
    links++;
    const [file, anchor] = target.split('#');
    const to = file === '' ? path : resolve(dirname(path), decodeURI(file));
    if (!existsSync(to) || !statSync(to).isFile()) faults.push(`${from}: ${target} leads nowhere`);
    else if (anchor && html.has(to) && !anchorsOf(to).has(decodeURIComponent(anchor))) {
      faults.push(`${from}: no anchor ${target}`);
    }
  }
}

const [, packed] = /"(.*)"/.exec(readFileSync(join(site, 'assets/search.js'), 'utf8'));
const rows = JSON.parse(inflateSync(Buffer.from(packed, 'base64')).toString()).rows.map(({ name }) => name);
const found = new Set(rows);
for (const page of pages().filter((one) => one !== 'README.md')) {
  const title = /^# (.*)$/m.exec(textOf(page))[1].replaceAll('`', '');
  if (!found.has(title)) faults.push(`${page}: "${title}" is not in the site's search`);
}

for (const fault of new Set(faults)) console.log(`  ${fault}`);
const told = `${html.size} pages, ${links} internal links, ${rows.length} entries of the search`;
console.log(faults.length === 0 ? `the site holds: ${told}` : `${faults.length} faults in the site: ${told}`);
process.exitCode = faults.length === 0 ? 0 : 1;

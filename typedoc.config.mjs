// The documentation site: the guides and READMEs of this repository beside the API, with one search over all. Written to docs/site.
import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';

/** Pages of docs/ by section, in reading order; a page that is not named here comes at the end of the guides. */
const named = {
  Start: ['start', 'concepts', 'when', 'from-python'],
  Guides: ['scenarios', 'reactive', 'plugins', 'adapters', 'smallgain', 'dual', 'gspo', 'vacua', 'observability'],
  Reference: ['cli', 'pieces', 'columns', 'errors', 'performance'],
  'What was found': ['findings'],
};
const markdown = (folder) => readdirSync(folder).filter((file) => file.endsWith('.md'));
const readmes = (group) => readdirSync(group).map((name) => `${group}/${name}/README.md`);
const known = new Set(Object.values(named).flat());
const others = markdown('docs').map((file) => basename(file, '.md'));
named.Guides.push(...others.filter((name) => !known.has(name)));

const sections = Object.fromEntries(
  Object.entries(named).map(([section, names]) => [section, names.map((name) => `docs/${name}.md`)]),
);
sections['What was found'].push(
  ...markdown('docs/experiments')
    .sort()
    .map((file) => `docs/experiments/${file}`),
);
sections.Packages = readmes('packages').filter((path) => existsSync(path));
sections.Examples = readmes('examples').filter((path) => existsSync(path));
sections['This repository'] = ['ARCHITECTURE.md', 'CONTRIBUTING.md'];
const sectionOf = new Map(Object.entries(sections).flatMap(([name, paths]) => paths.map((path) => [path, name])));

/** Gives every page its section, and its first heading for a title; names the file in links to anchors of the first page. */
function pages({ converter, renderer }) {
  renderer.on('endPage', (page) => {
    page.contents = page.contents?.replaceAll(/href="((?:\.\.\/)+)#/g, 'href="$1index.html#');
  });
  converter.on('createDocument', (_, page) => {
    const path = page.project.files.getReflectionPath(page).slice(process.cwd().length + 1);
    page.frontmatter.group = sectionOf.get(path);
    const text = page.content.map((part) => part.text).join('');
    page.name = /^# (.*)$/m.exec(text)[1].replaceAll('`', '');
  });
}

/** @type {Partial<import('typedoc').TypeDocOptions>} */
export default {
  name: '@cfc',
  entryPointStrategy: 'packages',
  entryPoints: ['packages/*'],
  projectDocuments: [...sectionOf.keys()],
  plugin: [pages],
  includeVersion: true,
  out: 'docs/site',
  disableSources: true,
  treatWarningsAsErrors: true,
  validation: { invalidPath: false }, // scripts/check-site.mjs follows every link of the built pages
  packageOptions: {
    readme: 'none', // they are pages of their own
    disableSources: true,
    excludeInternal: true,
    excludePrivate: true,
    validation: { invalidPath: false },
  },
  searchInDocuments: true,
  searchInComments: true,
  customCss: 'scripts/site.css',
  includeHierarchySummary: false,
  navigation: { includeGroups: true },
  groupOrder: [...Object.keys(sections), '*'],
  locales: { en: { kind_plural_module: 'API' } },
};

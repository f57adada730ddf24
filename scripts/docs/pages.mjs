// The pages of the documentation, their blocks of code and their links.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { root } from '../workspace.mjs';

const markdown = (folder) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => posix.join(folder, file));
const readmes = (group) =>
  readdirSync(join(root, group))
    .map((name) => `${group}/${name}/README.md`)
    .filter((path) => existsSync(join(root, path)));

/** Every page by its path from the root. */
export const pages = () => [
  ...markdown('.'),
  ...markdown('docs'),
  ...markdown('docs/experiments'),
  ...readmes('packages'),
  ...readmes('examples'),
];

export const textOf = (page) => readFileSync(join(root, page), 'utf8');

const fence = /^```(\S*)\n([^]*?)^```$/gm;
const plain = (text) => text.replace(fence, (block) => block.replace(/[^\n]/g, ''));

/**
 * The fenced blocks of a page. `file` is the name that the line before gives it: "`name.mjs`:".
 *
 * @returns {{ language: string, code: string, line: number, file: string | undefined }[]}
 */
export function blocksOf(text) {
  return [...text.matchAll(fence)].map(({ 0: whole, 1: language, 2: code, index }) => {
    const before = text.slice(0, index);
    const [, file] = /`([\w./-]+)`:\n+$/.exec(before) ?? [];
    return { whole, language, code, line: before.split('\n').length, file };
  });
}

/** The anchors of a page's headings, as forges make them. */
function anchorsOf(text) {
  const seen = new Map();
  return new Set(
    [...plain(text).matchAll(/^#{1,6} (.*)$/gm)].map(([, heading]) => {
      const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
      const anchor = words
        .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
        .trim()
        .replaceAll(' ', '-');
      const times = seen.get(anchor) ?? 0;
      seen.set(anchor, times + 1);
      return times === 0 ? anchor : `${anchor}-${times}`;
    }),
  );
}

/** The relative links of a page that lead nowhere: no such file, or no such heading in it. */
export function brokenLinks(page) {
  const text = textOf(page);
  const links = [...plain(text).matchAll(/\]\(<?((?!\w+:)[^)>\s]+)>?(?: "[^"]*")?\)/g)].map(([, link]) => link);
  return links.filter((link) => {
    const [path, anchor] = link.split('#');
    const target = path === '' ? page : posix.join(dirname(page), decodeURI(path));
    if (!existsSync(join(root, target))) return true;
    return anchor !== undefined && target.endsWith('.md') && !anchorsOf(textOf(target)).has(decodeURI(anchor));
  });
}

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import MiniSearch from 'minisearch';

const root = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** A section of a page: what stands under one heading. */
export interface Section {
  readonly id: string;
  readonly page: string;
  readonly text: string;
}
/** A section that an index found, and how well it fits. */
export interface Hit {
  readonly id: string;
  readonly page: string;
  readonly score: number;
}

/** The documentation of this repository as it is, cut at its headings; what code blocks hold is no heading. */
export function sections(): Section[] {
  const packages = readdirSync(new URL('packages/', root)).map((name) => `packages/${name}/README.md`);
  const docs = readdirSync(new URL('docs/', root)).map((name) => `docs/${name}`);
  const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...docs, ...packages];
  return pages
    .filter((page) => page.endsWith('.md') && existsSync(new URL(page, root)))
    .flatMap((page) => {
      const plain = read(page).replace(/^```[^]*?^```/gm, (code) => code.replace(/^#/gm, ' #'));
      const parts = plain.split(/^#{1,3} /m).slice(1);
      return parts.map((text) => ({ id: `${page}#${text.split('\n', 1)[0]!.trim()}`, page, text }));
    });
}

/** Questions with the sections that answer them; those whose section is no longer there are in `gone`. */
export function questions(all: readonly Section[]): { asked: { text: string; answer: string }[]; gone: string[] } {
  const given = JSON.parse(read('examples/retrieval-planning/questions.json')) as [string, string][];
  const there = new Set(all.map(({ id }) => id));
  return {
    asked: given.filter(([, answer]) => there.has(answer)).map(([text, answer]) => ({ text, answer })),
    gone: given.filter(([, answer]) => !there.has(answer)).map(([, answer]) => answer),
  };
}

const common = new Set(
  'a an and any are as at be been by can come could did do does for from get give go had has have how i if in into is it its may me my no not now of off on one or out own should so that the their them then there they this to under up use was way were what when where which who why will with would you your'.split(
    ' ',
  ),
);
/** Words that say something, by their first six letters. */
const processTerm = (term: string): string | null =>
  common.has(term.toLowerCase()) ? null : term.toLowerCase().slice(0, 6);

/** BM25+ over the sections: over their cards (page, heading and the first words), or over all that they say. */
export function index(all: readonly Section[], of: 'cards' | 'text'): (question: string) => Hit[] {
  const search = new MiniSearch<Section>({ fields: ['id', 'text'], storeFields: ['page'], processTerm });
  search.addAll(all.map((section) => (of === 'cards' ? { ...section, text: section.text.slice(0, 300) } : section)));
  return (question) =>
    search.search(question).map(({ id, score, page }) => ({ id: String(id), score, page: String(page) }));
}

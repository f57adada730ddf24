// The example of a package's README, for its test.
import { readFileSync } from 'node:fs';

/**
 * Runs the first block of JavaScript of a page.
 *
 * @param {URL} page
 * @param {Readonly<Record<string, unknown>>} packages what its imports stand for, by what follows "@cfc/"
 * @returns {{ printed: string, told: string }} what it prints, and what the page says that it prints
 */
export function runExample(page, packages) {
  const text = readFileSync(page, 'utf8');
  /** @param {string} language */
  const block = (language) => text.split(`\`\`\`${language}\n`)[1]?.split('```')[0] ?? '';
  const code = block('js').replaceAll(/import (\{[^}]+\}) from '@cfc\/(\w+)';/g, 'const $1 = $2;');
  /** @type {string[]} */
  const lines = [];
  const printer = { log: (/** @type {unknown[]} */ ...values) => void lines.push(values.join(' ')) };
  new Function(...Object.keys(packages), 'console', code)(...Object.values(packages), printer);
  return { printed: lines.join('\n').trim(), told: block('text').trim() };
}

// Follows every page of the documentation: runs its code and commands, compares what they print, follows its relative links.
// Arguments are pages: node scripts/check-docs.mjs docs/reactive.md
import { rmSync } from 'node:fs';
import { follow } from './docs/follow.mjs';
import { notRun } from './docs/not-run.mjs';
import { brokenLinks, pages } from './docs/pages.mjs';
import { makePlace } from './docs/place.mjs';
import { faultsOfTypes } from './docs/types.mjs';

const asked = process.argv.slice(2);
const todo = asked.length === 0 ? pages() : asked;
const queue = [...todo];
const used = new Set();
const results = [];
const places = [];

/** Two pages at a time: most of the time is spent in other processes. */
async function work() {
  for (let page; (page = queue.shift()) !== undefined;) {
    const place = makePlace();
    places.push(place);
    const result = await follow(page, place, used);
    const links = brokenLinks(page).map((link) => `${page}: ${link} leads nowhere`);
    results.push({ ...result, faults: [...result.faults, ...links] });
  }
}

try {
  await Promise.all([work(), work()]);
  const typed = results.flatMap(({ types }) => types);
  const where = new Map(typed.map((one) => [one.file, one.where]));
  const types = faultsOfTypes([...where.keys()]).map(({ file, text }) => `${where.get(file) ?? file}: ${text}`);
  const stale = asked.length > 0 ? [] : notRun.filter((entry) => !used.has(entry));
  const faults = [
    ...results.flatMap((one) => one.faults),
    ...types,
    ...stale.map(
      ({ page, begins }) => `scripts/docs/not-run.mjs: no block of ${page} begins with "${begins}"; remove the entry`,
    ),
  ];
  for (const fault of faults) console.log(`  ${fault}`);
  const ran = results.reduce((sum, one) => sum + one.ran, 0);
  const told = `${todo.length} pages, ${ran} blocks and lines run, ${typed.length} checked for types, ${used.size} not run (scripts/docs/not-run.mjs)`;
  console.log(
    faults.length === 0 ? `the documentation holds: ${told}` : `${faults.length} faults in the documentation: ${told}`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  for (const place of places) rmSync(place, { recursive: true, force: true });
}

// What the check of the documentation does not run, and why. An entry that no block matches any more is a fault.
const registry = 'installs packed packages: test/built.test.ts does';
const long = 'takes minutes or more; its flags are checked';
const service = 'needs a service that runs; its flags are checked';

/** `begins` is how the block or the command line begins; without it the whole page is meant. */
export const notRun = [
  { page: 'docs/plugins.md', why: 'test/plugins-guide.test.ts follows it' },
  { page: 'packages/create-cfc-plugin/README.md', why: 'docs/plugins.md begins with the same; a test follows that' },
  { page: 'ARCHITECTURE.md', begins: 'scenario.yaml ──', why: 'is a diagram' },
  { page: 'README.md', begins: 'npm install ', why: registry },
  { page: 'docs/gspo.md', begins: 'cfc gspo train', why: long },
  { page: 'docs/gspo.md', begins: 'cfc gspo evaluate', why: long },
  { page: 'packages/cli/README.md', begins: 'cfc jobs work', why: service },
  { page: 'packages/cli/README.md', begins: 'cfc vacua label', why: service },
  { page: 'packages/cli/README.md', begins: 'cfc dashboard', why: service },
  { page: 'packages/experiments/README.md', begins: 'npm run cfc -- experiment all', why: long },
  { page: 'packages/vacua/README.md', begins: 'cfc vacua label --dataset random --count 270659', why: long },
  {
    page: 'examples/kl-budget/README.md',
    begins: 'npm run cfc -- dual report',
    why: 'reads what the line before it writes',
  },
  { page: 'packages/jobs/README.md', begins: "import { pool, work } from '@cfc/jobs';", why: 'needs a Redis' },
  { page: 'packages/vacua/README.md', begins: 'import { parseCicy, readLines }', why: 'needs a published list' },
  { page: 'packages/observability/README.md', begins: 'scrape_configs:', why: 'is for Prometheus' },
];

/** @returns {string | undefined} why a block or a line of a page is not run */
export function reasonNotToRun(page, code, used) {
  const entry = notRun.find((one) => one.page === page && (one.begins === undefined || code.startsWith(one.begins)));
  if (entry !== undefined) used.add(entry);
  return entry?.why;
}

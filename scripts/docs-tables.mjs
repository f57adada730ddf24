// Writes docs/cli.md, docs/errors.md, docs/pieces.md and docs/columns.md from the built packages, so that they cannot drift from the code.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { cliPage } from './docs-cli.mjs';
import { formulaAndExample, pluginsWithPieces } from './docs-pieces.mjs';
import { built, root } from './workspace.mjs';

const slots = {
  module: 'Modules',
  coupling: 'Couplings',
  method: 'Methods',
  transform: 'Transforms',
  search: 'Searches',
  limit: 'Limits',
  explore: 'Explorers',
  guard: 'Guards',
  stop: 'Stops',
  schedule: 'Schedules',
  adapter: 'Weight adapters',
};

/** The text of docs/errors.md. */
function errorsPage({ errorTable }) {
  const rows = Object.entries(errorTable).map(([code, { meaning, fix }]) => row(`\`${code}\``, meaning, fix));
  return `# Errors

Every error reads \`CODE: what is wrong (at where). How to fix it.\` and carries \`code\`, \`what\`, \`where\` and \`fix\`. Tell errors
apart by \`error.code\`, never by their class. The command line prints one such line and exits with 2; with 1 for
\`ENERGY_INVALID\` and \`WRITE_FAILED\`, which come up during a run.

| code | meaning | how to fix it |
|---|---|---|
${rows.join('\n')}
`;
}

/** The text of docs/pieces.md. */
async function piecesPage() {
  const plugins = await pluginsWithPieces(
    readdirSync(join(root, 'packages')).filter((name) => existsSync(join(root, `packages/${name}/src/plugin.ts`))),
  );
  const parts = Object.entries(slots).map(([slot, title]) => {
    const pieces = plugins.flatMap(([folder, { name, provides }]) =>
      provides.filter((definition) => definition.slot === slot).map((piece) => pieceText(folder, name, piece)),
    );
    return `## ${title}\n\n${pieces.join('\n')}`;
  });
  return `# Pieces

Every piece that comes with these packages, by the names that scenarios use: what it computes, its options, an example. An example that
has no modules goes with any scenario; those of the packages, in TypeScript and with what was measured, are in their READMEs.
In the formulas: η order parameters, g the gradient, d a direction, t the step length, k the step, r the Gershgorin rows, w the weight
of a term. Made from the code by \`npx pnpm docs:tables\`.

${parts.join('\n')}`;
}

/** The text of docs/columns.md. */
function columnsPage({ columns }, { dualColumns }) {
  const rowsOf = (some) => some.map(({ name, unit, meaning }) => row(`\`${name}\``, unit, meaning)).join('\n');
  return `# Columns

What the columns of traces mean: those of \`cfc run --json\` and \`--out\`, of the trackers of \`@cfc/observability\`, and of whatever
is made from them. A star stands for the rest of a name. Made from the code by \`npx pnpm docs:tables\`.

| column | unit | meaning |
|---|---|---|
${rowsOf(columns)}

## Dual optimization

Those of \`cfc dual replay\`, and of \`traceRow\` of \`@cfc/dual\`. A star stands for a constraint; in cosines for two names with a colon in
between.

| column | unit | meaning |
|---|---|---|
${rowsOf(dualColumns)}
`;
}

function pieceText(folder, plugin, piece) {
  const rows = Object.entries(piece.fields).map(([option, field]) =>
    row(`\`${option}\``, typeText(field), defaultText(field), field.meaning),
  );
  const table =
    rows.length === 0 ? '' : `\n| option | type | default | meaning |\n|---|---|---|---|\n${rows.join('\n')}\n`;
  const { formula, example } = formulaAndExample(plugin, piece);
  const from = folder === 'core' ? '' : ` From [\`${plugin}\`](../packages/${folder}/README.md).`;
  return `### ${piece.name}\n\n${capital(piece.meaning)}.${from}\n\n${formula}${table}\n${example}`;
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** A row of a table; a bar inside a cell would end it. */
const row = (...cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

function typeText({ kind, range = {}, choices, slot }) {
  const bounds = [
    range.min === undefined ? '' : `≥ ${range.min}`,
    range.above === undefined ? '' : `> ${range.above}`,
    range.max === undefined ? '' : `≤ ${range.max}`,
    range.below === undefined ? '' : `< ${range.below}`,
  ].filter((bound) => bound !== '');
  const name = {
    choice: choices?.join(' or '),
    piece: `${slot} piece`,
    pieces: `list of ${slot} pieces`,
    list: 'list of numbers',
    numbers: 'numbers by name',
  };
  return [name[kind] ?? kind, ...bounds].join(' ');
}

function defaultText({ needed, fallback }) {
  if (needed) return 'needed';
  if (fallback === null) return 'none';
  if (typeof fallback === 'object' && 'name' in fallback) return `\`${fallback.name}\``;
  return `\`${typeof fallback === 'string' ? fallback : JSON.stringify(fallback)}\``;
}

/** All pages, formatted, by path from the root. */
export async function pages() {
  const [core, observability, dual] = await Promise.all(['core', 'observability', 'dual'].map((name) => built(name)));
  const options = { ...(await resolveConfig(join(root, 'docs/errors.md'))), parser: 'markdown' };
  return {
    'docs/cli.md': await format(await cliPage(), options),
    'docs/columns.md': await format(columnsPage(observability, dual), options),
    'docs/errors.md': await format(errorsPage(core), options),
    'docs/pieces.md': await format(await piecesPage(), options),
  };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  for (const [path, text] of Object.entries(await pages())) writeFileSync(join(root, path), text);
}

// The text of docs/cli.md, from commander's own definitions.
import { built } from './workspace.mjs';

const io = { stdout: process.stdout, stderr: process.stderr, cwd: '.', interruptible: () => undefined };

/** A row of a table; a bar inside a cell would end it. */
const row = (...cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** The commands below one that do something, with their full names. */
function leaves(command, name) {
  const inner = command.commands.filter((one) => one.name() !== 'help');
  return inner.length === 0 ? [{ command, name }] : inner.flatMap((one) => leaves(one, `${name} ${one.name()}`));
}

function argumentText(argument) {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}

function defaultText({ defaultValue, defaultValueDescription }) {
  if (defaultValueDescription !== undefined) return defaultValueDescription;
  return defaultValue === undefined ? '' : `\`${[defaultValue].flat().join(' ')}\``;
}

function commandText({ command, name }) {
  const given = command.registeredArguments;
  const line = [name, ...given.map(argumentText), ...(command.options.length > 0 ? ['[options]'] : [])].join(' ');
  const rows = [
    ...given.map((one) => row(`\`${argumentText(one)}\``, one.description, defaultText(one))),
    ...command.options.map((one) => row(`\`${one.flags}\``, one.description, defaultText(one))),
  ];
  const table =
    rows.length === 0 ? '' : `\n| argument or flag | what it is | default |\n|---|---|---|\n${rows.join('\n')}\n`;
  return `## ${name}\n\n${capital(command.description())}.\n\n\`${line}\`\n${table}`;
}

export async function cliPage() {
  const { program } = await built('cli');
  const all = leaves(program(io), 'cfc');
  const anchor = (name) => name.replaceAll(' ', '-');
  const contents = all.map(({ command, name }) => row(`[\`${name}\`](#${anchor(name)})`, command.description()));
  return `# Command line

Every command of \`cfc\`, every argument and every flag. Made from the code by \`npx pnpm docs:tables\`; what the commands print, in
examples: [\`@cfc/cli\`](../packages/cli/README.md). Every command has \`--help\` too.

Exit codes: 0 done, 1 a fault during the work, 2 a bad input (one line says which), 130 interrupted. With \`--json\` there is one JSON
document on standard output and nothing else; progress and notes go to standard error.

| command | what it does |
|---|---|
${contents.join('\n')}

${all.map(commandText).join('\n')}`;
}

// Follows one page: runs its blocks one after another in a folder of its own.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { built, root } from '../workspace.mjs';
import { argumentsOf, commandLines, faultOfFlags, faultOfOther } from './commands.mjs';
import { agrees } from './compare.mjs';
import { reasonNotToRun } from './not-run.mjs';
import { blocksOf, textOf } from './pages.mjs';
import { cfc, node } from './place.mjs';
import { javascript } from './types.mjs';

const { parse, stringify } = createRequire(join(root, 'packages/cli/package.json'))('yaml');
const { readDualConfig } = await built('dual');

const MARK = '\u0001';
const code = new Set(['js', 'ts']);
const base = { cfc: 1, modules: { module: { use: 'LandauModule', start: 0.5 } } };
const short = (text) =>
  text
    .trimEnd()
    .split('\n')
    .slice(0, 40)
    .map((line) => line.slice(0, 200))
    .join('\n    ');

/** @returns {Promise<{ ran: number, faults: string[], types: { file: string, where: string }[] }>} */
export async function follow(page, place, used) {
  const result = { ran: 0, faults: [], types: [], told: new Set() };
  const blocks = blocksOf(textOf(page)).map((block, k, all) => ({ ...block, next: all[k + 1] }));
  const state = { page, place, used, result, blocks };
  for (const block of blocks) {
    const where = `${page}:${block.line}`;
    const fault = (text) => result.faults.push(`${where}: ${text}`);
    const begins = block.language === 'sh' ? '' : block.code; // of commands each line is asked for
    if (reasonNotToRun(page, begins, used) !== undefined) continue;
    if (block.file !== undefined) writeFileSync(join(place, block.file), block.code);
    if (code.has(block.language)) await runCode(state, block, where);
    else if (block.language === 'sh') await runLines(state, block, fault);
    else if (block.language === 'console') await runConsole(state, block, fault);
    else if (block.language === 'yaml' || block.language === 'json') await readData(state, block, fault);
    else if (block.language !== 'text')
      fault(`a block of language "${block.language}": js, ts, sh, console, yaml, json or text is known`);
  }
  return result;
}

/** A block that begins with an import begins a program; one that does not goes on with the program before. */
async function runCode({ place, result, blocks }, block, where) {
  const typed = block.language === 'ts';
  if (block.file !== undefined) return; // a file that others import
  const begins = (one) => /^(\/\/[^\n]*\n|\s)*import /.test(one.code);
  const at = blocks.indexOf(block);
  const later = blocks.slice(at + 1).filter((one) => code.has(one.language) && one.file === undefined);
  const end = later.findIndex(begins);
  const parts = [block, ...later.slice(0, end === -1 ? undefined : end)];
  if (!begins(block) && at > 0 && result.told.has(block)) return;
  for (const part of parts) result.told.add(part);
  const text = parts.map((part) => part.code).join(`console.log('${MARK}');\n`);
  const name = `block-${block.line}`;
  if (typed) {
    writeFileSync(join(place, `${name}.ts`), parts.map((part) => part.code).join(''));
    result.types.push({ file: join(place, `${name}.ts`), where });
  }
  writeFileSync(join(place, `${name}.mjs`), typed ? javascript(text) : text);
  const { code: status, out, err } = await node(`${name}.mjs`, place);
  const fault = (what) => result.faults.push(`${where}: ${what}`);
  if (status !== 0) return fault(`the program ends with ${status}\n    ${short(err)}`);
  const printed = out.split(`${MARK}\n`);
  for (const [k, part] of parts.entries()) {
    result.ran++;
    const told = part.next?.language === 'text' ? part.next.code : '';
    if (!agrees(printed[k] ?? '', told))
      fault(
        `block ${k + 1} of the program prints\n    ${short(printed[k] ?? '')}\n  and the page says\n    ${short(told)}`,
      );
  }
}

async function runLines({ page, place, used, result }, block, fault) {
  for (const line of commandLines(block.code)) {
    const args = argumentsOf(line);
    result.ran++;
    if (reasonNotToRun(page, line, used) !== undefined) {
      const wrong = args && faultOfFlags(args);
      if (wrong !== undefined) fault(wrong);
    } else if (args === undefined) {
      const wrong = faultOfOther(line);
      if (wrong !== undefined) fault(`${line}: ${wrong}`);
    } else {
      const { code: status, printed } = await cfc(args, place);
      if (status !== 0) fault(`${line} exits with ${status}: ${short(printed)}`);
    }
  }
}

/** `$ cfc ...` and what it prints. */
async function runConsole({ place, result }, block, fault) {
  for (const [, line, told] of block.code.matchAll(/^\$ (.*)\n((?:(?!\$ ).*\n)*)/gm)) {
    const args = argumentsOf(line);
    result.ran++;
    if (args === undefined) fault(`${line}: only cfc is known after $`);
    else {
      const { printed } = await cfc(args, place);
      if (!agrees(printed, told)) fault(`${line} prints\n    ${short(printed)}`);
    }
  }
}

/** A scenario or a part of one is evaluated; settings of dual optimization are read. */
async function readData({ place, result }, block, fault) {
  const tree = parse(block.code);
  result.ran++;
  if (tree === null) return;
  if ('losses' in tree) return void readDualConfig(tree);
  const file = block.file ?? `block-${block.line}.yaml`;
  writeFileSync(join(place, file), 'cfc' in tree ? block.code : stringify({ ...base, ...tree }));
  const { code: status, printed } = await cfc(['evaluate', file], place);
  if (status !== 0) fault(`cfc evaluate exits with ${status}: ${short(printed)}`);
}

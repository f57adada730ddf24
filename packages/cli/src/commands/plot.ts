import { resolve } from 'node:path';
import { availableFigures, figures, figureSpec, missingColumns, type Row } from '@cfc/observability';
import { rowsOf, svgOf } from '@cfc/observability/node';
import { Argument, type Command } from 'commander';
import { jsonText } from '../documents/json-text.js';
import type { Io } from '../io.js';
import { writePage } from '../run/write-page.js';
import { figuresText } from '../text/figures-text.js';

interface Flags {
  readonly out?: string;
  readonly spec?: boolean;
  readonly json?: boolean;
}

/** `cfc plot`: a figure of a run or a sweep. */
export function addPlot(program: Command, io: Io): void {
  program
    .command('plot')
    .description('a figure of a run or a sweep as SVG; without a name: which figures there are')
    .argument('<dir>', 'folder of a run or a sweep, made with --out')
    .addArgument(new Argument('[figure]', 'name of a figure').argOptional())
    .option('--out <file>', 'write the SVG to this file (<figure>.svg)')
    .option('--spec', 'print the Vega-Lite specification instead')
    .option('--json', 'without a figure: print the list as one JSON document')
    .action((dir: string, name: string | undefined, flags: Flags) => plot(dir, name, flags, io));
}

async function plot(dir: string, name: string | undefined, flags: Flags, io: Io): Promise<void> {
  const rows = await rowsOf(resolve(io.cwd, dir));
  if (name === undefined) {
    io.stdout.write(flags.json === true ? jsonText({ figures: listOf(rows) }) : `${figuresText(rows)}\n`);
    return;
  }
  const spec = figureSpec(name, rows);
  if (flags.spec === true) {
    io.stdout.write(jsonText(spec));
    return;
  }
  const file = flags.out ?? `${name}.svg`;
  const warn = (text: string): void => void io.stderr.write(`${text}\n`);
  writePage(resolve(io.cwd, file), await svgOf(spec, { warn }), file);
  io.stdout.write(`Written: ${file}\n`);
}

const listOf = (rows: readonly Row[]) => {
  const available = new Set(availableFigures(rows));
  return [...figures.values()].map((figure) => ({
    name: figure.name,
    title: figure.title,
    available: available.has(figure),
    missing: missingColumns(figure, rows),
    recordedBy: figure.recordedBy,
  }));
};

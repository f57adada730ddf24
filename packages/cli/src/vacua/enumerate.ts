import { resolve } from 'node:path';
import { basesDigest, hodgePair, parseSpec, readLines, type ToricBase, toricBase, toricBases } from '@cfc/vacua';
import type { Command } from 'commander';
import { Unmet } from '../errors/unmet.js';
import { wholeNumber } from '../flags/whole-number.js';
import type { Io } from '../io.js';
import { basesSummary } from './bases-summary.js';
import { basesText } from './bases-text.js';
import { breathing } from './breathing.js';
import { writeJsonStream } from './json-stream.js';

interface Flags {
  readonly maxRays?: string;
  readonly spec?: string;
  readonly json?: boolean;
}

/** `cfc vacua enumerate`: all toric bases of six-dimensional F-theory. */
export function addEnumerate(vacua: Command, io: Io): void {
  vacua
    .command('enumerate')
    .description('all toric bases of 6D F-theory, with gauge content and Hodge numbers')
    .option('--max-rays <n>', 'only those of at most so many rays (3 to 512)')
    .option('--spec <file>', 'list of Hodge pairs that theirs have to be in, like alltoric.spec.gz')
    .option('--json', 'print one JSON document, a base a line')
    .action((flags: Flags) => enumerate(flags, io));
}

async function enumerate({ maxRays, spec, json }: Flags, io: Io): Promise<void> {
  const limit = maxRays === undefined ? {} : { maxRays: wholeNumber('--max-rays', maxRays, 3, 512) };
  const listed = spec === undefined ? undefined : await pairsOf(spec, io);
  const bases: (readonly number[])[] = [];
  for await (const base of breathing(toricBases(limit), 'bases', io)) bases.push(base);
  const sha256 = basesDigest(bases);
  const summary = basesSummary(listed);
  const described = summary.of(breathing(describedBases(bases), 'bases described', io));
  if (json === true) {
    await writeJsonStream(io.stdout, { count: bases.length, sha256 }, 'bases', described, summary.document);
  } else {
    for await (const _ of described);
    io.stdout.write(`${basesText(sha256, summary.document())}\n`);
  }
  const { anomalous, hodgePairs } = summary.document();
  if (anomalous > 0 || (hodgePairs.missing?.length ?? 0) > 0) throw new Unmet('a check failed');
}

function* describedBases(bases: readonly (readonly number[])[]): Generator<ToricBase> {
  for (const base of bases) yield toricBase(base);
}

async function pairsOf(spec: string, io: Io): Promise<ReadonlySet<string>> {
  const pairs = new Set<string>();
  const listed = parseSpec(readLines(resolve(io.cwd, spec), spec));
  for await (const pair of breathing(listed, 'pairs', io)) pairs.add(hodgePair(pair));
  return pairs;
}

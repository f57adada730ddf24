import { resolve } from 'node:path';
import { CfcError, uniform } from '@cfc/core';
import { hodgePair, moduliOf, parseCicy, parseSpec, readLines, seedOf, toricBase, toricBases } from '@cfc/vacua';
import type { Io } from '../../io.js';
import { breathing } from '../breathing.js';

/** What a label needs to know of a geometry. */
export type GeometryId = readonly [id: string, moduli: number];

/** Where the geometries of a data set come from. */
interface Dataset {
  /** What its geometries are, in the plural. */
  readonly noun: string;
  /** Whether it is read from `--file`. */
  readonly file: boolean;
  of(file: string, io: Io): AsyncIterable<GeometryId> | Iterable<GeometryId>;
}

/** Data sets by the name that `--dataset` knows them by. */
export const datasets = {
  random: { noun: 'geometries', file: false, of: random },
  bases: { noun: 'toric bases', file: false, of: bases },
  cicy: { noun: 'complete intersections', file: true, of: cicy },
  spec: { noun: 'Hodge pairs', file: true, of: spec },
} satisfies Record<string, Dataset>;

/** Name of one of `datasets`. */
export type DatasetName = keyof typeof datasets;

/** The first `count` geometries of a data set, all where it is not given. */
export async function geometriesOf(name: DatasetName, count: number | undefined, file: string | undefined, io: Io) {
  const { noun, of, file: fromFile }: Dataset = datasets[name];
  if (fromFile !== (file !== undefined)) {
    const what = fromFile ? `the data set ${name} is read from a file` : `the data set ${name} needs no file`;
    throw new CfcError('OPTION_INVALID', what, '--file', fromFile ? 'Give it by --file.' : 'Leave it out.');
  }
  if (name === 'random' && count === undefined) {
    throw new CfcError('OPTION_INVALID', 'there is no end of random geometries', '--count', 'Say how many.');
  }
  const most = count ?? Infinity;
  const found: GeometryId[] = [];
  for await (const geometry of breathing(of(file ?? '', io), noun, io)) {
    found.push(geometry);
    if (found.length === most) break;
  }
  if (count === undefined || found.length === count) return found;
  const what = `there are ${found.length} ${noun}, not ${count}`;
  throw new CfcError('OPTION_INVALID', what, '--count', 'Give fewer, or leave it out for all.');
}

/** Ids 0, 1, 2, … without an end; 2 to 32 fields, each number as likely. */
function* random(): Generator<GeometryId> {
  for (let k = 0; ; k++) {
    const id = String(k);
    yield [id, 2 + Math.floor(31 * uniform(seedOf(0, 'random', id), 0, 0))];
  }
}

function* bases(): Generator<GeometryId> {
  for (const base of toricBases()) yield [base.join(','), moduliOf(toricBase(base).hodge.h11)];
}

async function* cicy(file: string, io: Io): AsyncGenerator<GeometryId> {
  for await (const { id, h11 } of parseCicy(readLines(resolve(io.cwd, file), file))) yield [String(id), moduliOf(h11)];
}

async function* spec(file: string, io: Io): AsyncGenerator<GeometryId> {
  for await (const pair of parseSpec(readLines(resolve(io.cwd, file), file)))
    yield [hodgePair(pair), moduliOf(pair.h11)];
}

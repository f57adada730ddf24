import { resolve } from 'node:path';
import { CfcError, uniform } from '@cfc/core';
import {
  type GeometryNumbers,
  hodgePair,
  moduliOf,
  parseCicy,
  parseSpec,
  readLines,
  seedOf,
  toricBase,
  toricBases,
} from '@cfc/vacua';
import type { Io } from '../../io.js';
import { breathing } from '../breathing.js';
import { cicyGeometry } from './cicy-geometry.js';
import { type GeometryId, type GeometryNumber, geometryNumbers } from './geometry.js';

/** Where the geometries of a data set come from. */
interface Dataset {
  /** What its geometries are, in the plural. */
  readonly noun: string;
  /** Whether it is read from `--file`. */
  readonly file: boolean;
  /** What of the parameters its geometries can set. */
  readonly knows: readonly GeometryNumber[];
  of(file: string, set: ReadonlySet<GeometryNumber>, io: Io): AsyncIterable<GeometryId> | Iterable<GeometryId>;
}

/** Data sets by the name that `--dataset` knows them by. */
export const datasets = {
  random: { noun: 'geometries', file: false, knows: [], of: random },
  bases: { noun: 'toric bases', file: false, knows: ['euler'], of: bases },
  cicy: { noun: 'complete intersections', file: true, knows: geometryNumbers, of: cicy },
  spec: { noun: 'Hodge pairs', file: true, knows: ['euler'], of: spec },
} satisfies Record<string, Dataset>;

/** Name of one of `datasets`. */
export type DatasetName = keyof typeof datasets;

/** The first `count` geometries of a data set, all where it is not given. */
export async function geometriesOf(
  name: DatasetName,
  { count, file, set }: { readonly count?: number; readonly file?: string; readonly set: readonly GeometryNumber[] },
  io: Io,
): Promise<readonly GeometryId[]> {
  const { noun, of, knows, file: fromFile }: Dataset = datasets[name];
  const unknown = set.find((one) => !knows.includes(one));
  if (unknown !== undefined) {
    const fix = knows.length === 0 ? 'Leave it out.' : `Give ${knows.join(', ')}.`;
    throw new CfcError('OPTION_INVALID', `the data set ${name} has no ${unknown}`, '--geometry', fix);
  }
  if (fromFile !== (file !== undefined)) {
    const what = fromFile ? `the data set ${name} is read from a file` : `the data set ${name} needs no file`;
    throw new CfcError('OPTION_INVALID', what, '--file', fromFile ? 'Give it by --file.' : 'Leave it out.');
  }
  if (name === 'random' && count === undefined) {
    throw new CfcError('OPTION_INVALID', 'there is no end of random geometries', '--count', 'Say how many.');
  }
  const most = count ?? Infinity;
  const found: GeometryId[] = [];
  for await (const geometry of breathing(of(file ?? '', new Set(set), io), noun, io)) {
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

function* bases(_: string, set: ReadonlySet<GeometryNumber>): Generator<GeometryId> {
  for (const base of toricBases()) {
    const { h11, euler } = toricBase(base).hodge;
    yield [base.join(','), moduliOf(h11), ...eulerOf(euler, set)];
  }
}

async function* cicy(file: string, set: ReadonlySet<GeometryNumber>, io: Io): AsyncGenerator<GeometryId> {
  for await (const entry of parseCicy(readLines(resolve(io.cwd, file), file))) yield cicyGeometry(entry, set);
}

async function* spec(file: string, set: ReadonlySet<GeometryNumber>, io: Io): AsyncGenerator<GeometryId> {
  for await (const pair of parseSpec(readLines(resolve(io.cwd, file), file)))
    yield [hodgePair(pair), moduliOf(pair.h11), ...eulerOf(2 * (pair.h11 - pair.h21), set)];
}

const eulerOf = (euler: number, set: ReadonlySet<GeometryNumber>): [] | [GeometryNumbers] =>
  set.has('euler') ? [{ euler }] : [];

import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { CfcError, describe, suggestion } from '@cfc/core';
import type { DualInput, ExtraColumns } from '@cfc/dual';
import type { Row } from '@cfc/observability';
import { readTable } from '@cfc/observability/node';

/** A table of recorded losses that was read through once and is in order. */
export interface Values {
  readonly rows: AsyncIterable<Row>;
  readonly count: number;
  /** SHA-256 of all rows. */
  readonly hash: string;
  /** Columns that nobody reads. */
  readonly unread: readonly string[];
}

/** Columns that go into the trace as they are. */
const passed = /^(?:cosine:.*|cosine_after:.*|cosine_min|conflict_fraction|redundancy|risk)$/;

/**
 * Opens a table of losses: a column for each constraint by its name, and where there are any `task`, `ease:k`, `strict:k`, `risk` and the
 * cosines of gradients. An empty cell is a missing loss.
 *
 * @throws `INPUT_INVALID` for a table without rows, without a column of a constraint, or with a cell that is no number
 */
export async function openValues(file: string, cwd: string, constraints: readonly string[]): Promise<Values> {
  const rows = readTable(resolve(cwd, file));
  const hash = createHash('sha256');
  const names = new Set<string>();
  let count = 0;
  for await (const row of rows) {
    count++;
    for (const name of Object.keys(row)) {
      names.add(name);
      if (isRead(name, constraints)) numberIn(row, name, `${file}, row ${count}`);
    }
    hash.update(JSON.stringify(Object.entries(row).map(([name, cell]) => [name, String(cell)])));
  }
  if (count === 0)
    throw new CfcError('INPUT_INVALID', 'the table has no rows', file, 'Give a row of losses for each step.');
  const missing = constraints.find((name) => !names.has(name) && !names.has(`strict:${name}`));
  if (missing !== undefined) throw noColumn(missing, [...names], file);
  const unread = [...names].filter((name) => name !== 'step' && !isRead(name, constraints));
  return { rows, count, hash: hash.digest('hex'), unread };
}

function noColumn(name: string, names: readonly string[], file: string): CfcError {
  return new CfcError('INPUT_INVALID', `no column for the constraint "${name}"`, file, suggestion(name, names));
}

function isRead(name: string, constraints: readonly string[]): boolean {
  const [, of] = /^(?:ease|strict):(.*)$/.exec(name) ?? [];
  return (
    name === 'task' || passed.test(name) || constraints.includes(name) || (of !== undefined && constraints.includes(of))
  );
}

/** The number in a cell; null where it is empty. */
function numberIn(row: Row, name: string, where: string): number | null {
  const cell = row[name] ?? null;
  if (cell === null || typeof cell === 'number') return cell;
  const fix = 'Give a number, or leave the cell empty.';
  throw new CfcError('INPUT_INVALID', `${describe(cell)} is not a number`, `${where}, column ${name}`, fix);
}

/** A row as what the engine is handed, and what goes into the trace as it is. */
export function inputOf(row: Row, constraints: readonly string[]): { input: DualInput; extra: ExtraColumns } {
  const cell = (name: string): number | null => (row[name] ?? null) as number | null;
  const of = (prefix: string) =>
    Object.fromEntries(
      constraints.filter((name) => row[prefix + name] !== undefined).map((name) => [name, cell(prefix + name)]),
    );
  const extra = Object.keys(row).filter((name) => passed.test(name));
  const strict = of('strict:');
  return {
    input: {
      values: of(''),
      task: cell('task'),
      ease: of('ease:'),
      ...(Object.keys(strict).length === 0 ? {} : { strict }),
    },
    extra: Object.fromEntries(extra.map((name) => [name, cell(name)])),
  };
}

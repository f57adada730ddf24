import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CfcError, type CompiledSystem, type StepEvent } from '@cfc/core';
import { gateDecision, gatingMetrics } from '@cfc/modules-gating';
import { type BudgetOptions, gatingMetricsLogger, type Row } from '@cfc/observability';
import { runFiles } from '@cfc/observability/node';
import { z } from 'zod';
import { severalOf } from '../flags/several.js';

/** Columns that a trace has on request. */
export const columnGroups = ['etas', 'bounds', 'precision', 'polynomials', 'gates'] as const;

const result = z.object({ eta: z.record(z.string(), z.number()) });

/** The flags of `cfc run` that ask for them. */
export interface ColumnFlags {
  readonly columns?: readonly string[];
  readonly temperature?: string;
  readonly reference?: string;
}

/**
 * What a tracker is to tell. Throws `OPTION_INVALID` for a group that there is not, a temperature that is none, or a
 * reference that is no finished run of the same modules.
 */
export function columnsOf(flags: ColumnFlags, system: CompiledSystem, cwd: string): BudgetOptions {
  const groups = flags.columns === undefined ? [] : severalOf('--columns', flags.columns, columnGroups);
  const gates = groups.includes('gates') ? gateColumns(system) : undefined;
  return {
    perEta: groups.includes('etas'),
    etaBounds: groups.includes('bounds'),
    precision: groups.includes('precision'),
    polynomials: groups.includes('polynomials'),
    ...(gates === undefined ? {} : { more: gates }),
    ...(flags.temperature === undefined ? {} : { temperature: temperatureOf(flags.temperature) }),
    ...(flags.reference === undefined ? {} : { reference: referenceOf(flags.reference, system, cwd) }),
  };
}

/** Metrics of the modules that are gates: their η is the probability 1 - e^{-λ} that they open. */
function gateColumns({ locals }: CompiledSystem): (event: StepEvent) => Row {
  const slots = locals.filter(({ name }) => name === 'EnergyGatingModule').flatMap(({ slots: all }) => [...all]);
  if (slots.length === 0) {
    const what = 'the scenario has no EnergyGatingModule';
    throw new CfcError('OPTION_INVALID', what, '--columns gates', 'Leave gates out.');
  }
  let row: Row = {};
  const log = gatingMetricsLogger((next) => (row = next));
  return ({ step, eta, change }) => {
    const decisions = slots.map((i) => gateDecision(-Math.log1p(-Math.min(eta[i]!, 1 - Number.EPSILON)), -change));
    log(step, gatingMetrics(decisions));
    return row;
  };
}

function temperatureOf(text: string): number {
  const temperature = text.trim() === '' ? NaN : Number(text);
  if (Number.isFinite(temperature) && temperature >= 0) return temperature;
  throw new CfcError('OPTION_INVALID', `"${text}" is no temperature`, '--temperature', 'Give a number of at least 0.');
}

function referenceOf(directory: string, { ids }: CompiledSystem, cwd: string): Float64Array {
  const refuse = (what: string): never => {
    const fix = 'Give the folder of a finished run with the same modules.';
    throw new CfcError('OPTION_INVALID', what, `--reference ${directory}`, fix);
  };
  const path = join(resolve(cwd, directory), runFiles.result);
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    refuse(`its ${runFiles.result} cannot be read: ${(error as Error).message}`);
  }
  const { data } = result.safeParse(document);
  return Float64Array.from(ids, (id) => data?.eta[id] ?? refuse(`its result has no order parameter of "${id}"`));
}

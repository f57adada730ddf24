import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { normal } from '@cfc/core';
import type { Row } from '../../../src/index.js';

/** A folder, removed after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'cfc-dashboard-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A row as the trackers make them. */
export const rowOf = (step: number): Row => ({
  step,
  accepted: step % 7 !== 0,
  energy: Math.exp(-step / 40) + 0.002 * normal(1, step, 0),
  unitEnergy: Math.exp(-step / 45),
  change: -Math.exp(-step / 40) / 40,
  reason: step % 7 === 0 ? 'the energy <b>rose</b>' : null,
  'energy:local:EnergyGatingModule': 0.4 * Math.exp(-step / 30),
  'energy:local:SequenceConsistencyModule': 0.2 * Math.exp(-step / 60),
  'energy:coup:QuadraticCoupling': 0.3 * Math.exp(-step / 20),
  'grad_norm:local:EnergyGatingModule': Math.exp(-step / 25),
  'weight:coup:QuadraticCoupling': 1 + 0.1 * Math.sin(step / 9),
  precision: 2 + Math.sin(step / 15),
  precision_max: 3 + Math.sin(step / 15),
  hazard_mean: 0.5 + 0.4 * Math.sin(step / 30),
  mu_hat: 0.1 + step / 1000,
  good_bad_ratio: 1 + step / 200,
  gates_opened: Math.floor(step / 10),
  eta_min: 0.1,
  eta_max: 0.9 - Math.exp(-step / 30) / 4,
  eta_mean: 0.5,
  contraction_margin: 0.2 + 0.1 * Math.cos(step / 20),
});

export const lines = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, k) => `${JSON.stringify(rowOf(from + k))}\n`).join('');

/** A run's directory as `cfc run` leaves it. */
export function writeRun(root: string, name: string, steps: number, finished = true): string {
  const path = join(root, name);
  mkdirSync(path, { recursive: true });
  const record = { run: name, started: '2026-01-02T03:04:05.000Z' };
  writeFileSync(join(path, 'run.json'), JSON.stringify(record));
  writeFileSync(join(path, 'trace.jsonl'), lines(1, steps));
  if (finished) writeFileSync(join(path, 'result.json'), '{"outcome":"converged"}');
  return path;
}

export const appendRows = (run: string, from: number, to: number): void =>
  appendFileSync(join(run, 'trace.jsonl'), lines(from, to));

import { CfcError, describe } from '@cfc/core';
import type { GradientRecord } from './gradient-record.js';
import type { LayerGradient } from './summary.js';

type Tree = Readonly<Record<string, unknown>>;

/** Where in the text a value stands, for messages. */
type Where = string;

/**
 * Records from JSON lines, as `writeRecords` writes them. Empty lines are passed over, fields that no record has too.
 *
 * @throws `INPUT_INVALID` for a line that is not JSON or no record; it names the line, counted from 1, and the field
 */
export function readRecords(text: string): readonly GradientRecord[] {
  return text
    .split('\n')
    .flatMap((line, k) => (line.trim() === '' ? [] : [recordOf(parsed(line, k), `line ${k + 1}`)]));
}

function parsed(line: string, k: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return refuse('no JSON', `line ${k + 1}`, 'Give one JSON object in each line.');
  }
}

function recordOf(value: unknown, where: Where): GradientRecord {
  const tree = treeOf(value, where);
  const { run, step, gain } = tree;
  return {
    ...(run === undefined ? {} : { run: textOf(run, `${where}, run`) }),
    step: Number.isSafeInteger(step)
      ? (step as number)
      : refuse(describe(step), `${where}, step`, 'Give a whole number.'),
    blueprint: textOf(tree['blueprint'], `${where}, blueprint`),
    seed: layersOf(tree['seed'], `${where}, seed`),
    host: layersOf(tree['host'], `${where}, host`),
    ...(gain === undefined ? {} : { gain: finite(gain, `${where}, gain`) }),
  };
}

function layersOf(value: unknown, where: Where): readonly LayerGradient[] {
  if (!Array.isArray(value)) return refuse(describe(value), where, 'Give a list of { type, count, norm, sumAbs }.');
  return value.map((entry: unknown, k): LayerGradient => {
    const at = `${where}[${k}]`;
    const layer = treeOf(entry, at);
    return {
      type: textOf(layer['type'], `${at}.type`),
      count: numberOf(layer['count'], `${at}.count`),
      norm: numberOf(layer['norm'], `${at}.norm`),
      sumAbs: numberOf(layer['sumAbs'], `${at}.sumAbs`),
    };
  });
}

function treeOf(value: unknown, where: Where): Tree {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Tree;
  return refuse(describe(value), where, 'Give an object.');
}

const textOf = (value: unknown, where: Where): string =>
  typeof value === 'string' && value !== '' ? value : refuse(describe(value), where, 'Give a text that is not empty.');

function finite(value: unknown, where: Where): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  return refuse(describe(value), where, 'Give a finite number.');
}

const unwritable = new Map<unknown, number>([NaN, Infinity, -Infinity].map((value) => [String(value), value]));

function numberOf(value: unknown, where: Where): number {
  const special = unwritable.get(value);
  if (special !== undefined) return special;
  return typeof value === 'number'
    ? value
    : refuse(describe(value), where, 'Give a number, or "NaN", "Infinity" or "-Infinity".');
}

function refuse(what: string, where: Where, fix: string): never {
  throw new CfcError('INPUT_INVALID', `is ${what}`, where, fix);
}

import type { OptionDocument, PieceDocument } from '../documents/plugins-document.js';
import { table } from './table.js';

/** One piece with a table of its options. */
export function pieceText({ slot, name, meaning, options }: PieceDocument, plugin: string): string {
  const heading = `${name} (${slot}, ${plugin}): ${meaning}`;
  if (options.length === 0) return `${heading}\n\nIt has no options.`;
  const rows = options.map((option) => [
    option.name,
    typeText(option),
    option.needed ? 'needed' : defaultText(option.default),
    rangeText(option),
    option.meaning,
  ]);
  return `${heading}\n\n${table(['option', 'type', 'default', 'range', 'meaning'], rows, [])}`;
}

const typeText = ({ type, slot }: OptionDocument): string => (slot === undefined ? type : `${type} (${slot})`);

function defaultText(value: unknown): string {
  if (value === null) return 'none';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The choices, or the interval: `[0, 1)`. */
function rangeText({ choices, range, type }: OptionDocument): string {
  if (choices !== undefined) return choices.join(' | ');
  if (!['number', 'integer', 'list', 'numbers'].includes(type)) return '';
  const { min, above, max, below } = range;
  const low = above === undefined ? (min === undefined ? '(-∞' : `[${min}`) : `(${above}`;
  const high = below === undefined ? (max === undefined ? '∞)' : `${max}]`) : `${below})`;
  return `${low}, ${high}`;
}

import type { PieceDocument, PluginsDocument } from '../documents/plugins-document.js';
import { table } from './table.js';

/** Every plugin with its pieces, slot by slot. */
export function pluginsText({ plugins }: PluginsDocument): string {
  return plugins.map(({ name, version, pieces }) => `${name} ${version}\n${piecesText(pieces)}`).join('\n\n');
}

function piecesText(pieces: readonly PieceDocument[]): string {
  const slots = [...new Set(pieces.map(({ slot }) => slot))];
  const rows = slots.flatMap((slot) =>
    pieces.filter((piece) => piece.slot === slot).map(({ name, meaning }, k) => [k === 0 ? slot : '', name, meaning]),
  );
  return indented(table(['slot', 'piece', 'meaning'], rows, []));
}

const indented = (text: string): string => text.replace(/^/gm, '  ');

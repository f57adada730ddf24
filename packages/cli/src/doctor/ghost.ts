import type { AnyDefinition, Plugin } from '@cfc/core';
import type { Told } from './probe.js';

/** A plugin without functions that says of itself what another one does: the registry checks it in its place. */
export function ghost({ name, version, api, provides }: Told): Plugin {
  const pieces = provides?.map((piece) => (piece === null ? null : ghostPiece(piece))) ?? null;
  return { name, version, api, provides: pieces } as unknown as Plugin;
}

function ghostPiece(name: string): AnyDefinition {
  const piece = (): void => {};
  Object.defineProperty(piece, 'name', { value: name });
  return Object.assign(piece, { slot: '', meaning: '', fields: {} });
}

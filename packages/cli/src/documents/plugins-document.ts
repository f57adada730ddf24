import type { AnyDefinition, Field, Plugin } from '@cfc/core';

/** An option as `cfc plugins --json` prints it. */
export interface OptionDocument {
  readonly name: string;
  /** What kind of value: number, integer, text, choice, flag, list, numbers, piece, pieces. */
  readonly type: string;
  readonly needed: boolean;
  /** A piece stands there by its name; null where the option is needed, or where its default is none. */
  readonly default: unknown;
  readonly range: Readonly<Record<string, number>>;
  readonly choices?: readonly string[];
  /** For pieces: the slot. */
  readonly slot?: string;
  readonly meaning: string;
}

/** A piece of a plugin. */
export interface PieceDocument {
  readonly slot: string;
  readonly name: string;
  readonly meaning: string;
  readonly options: readonly OptionDocument[];
}

/** What `cfc plugins --json` prints. */
export interface PluginsDocument {
  readonly plugins: readonly {
    readonly name: string;
    readonly version: string;
    readonly pieces: readonly PieceDocument[];
  }[];
}

/** Plugins with all their pieces. */
export function pluginsDocument(plugins: readonly Plugin[]): PluginsDocument {
  return {
    plugins: plugins.map(({ name, version, provides }) => ({ name, version, pieces: provides.map(pieceDocument) })),
  };
}

/** A piece with all its options. */
export function pieceDocument({ slot, name, meaning, fields }: AnyDefinition): PieceDocument {
  const options = Object.entries(fields).map(([option, field]) => optionDocument(option, field));
  return { slot, name, meaning, options };
}

function optionDocument(name: string, field: Field<unknown>): OptionDocument {
  const { kind: type, needed, fallback, range = {}, choices, slot, meaning } = field;
  return {
    name,
    type,
    needed,
    default: nameOf(fallback) ?? fallback ?? null,
    range: { ...range },
    ...(choices === undefined ? {} : { choices }),
    ...(slot === undefined ? {} : { slot }),
    meaning,
  };
}

/** The name of a piece; undefined for what is none. */
function nameOf(value: unknown): string | undefined {
  const piece = typeof value === 'object' && value !== null && 'slot' in value && 'name' in value;
  return piece ? String(value.name) : undefined;
}

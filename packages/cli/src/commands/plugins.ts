import { CfcError, suggestion } from '@cfc/core';
import type { Command } from 'commander';
import { jsonText } from '../documents/json-text.js';
import { pieceDocument, pluginsDocument } from '../documents/plugins-document.js';
import type { Io } from '../io.js';
import { registryOf } from '../plugins/registry-of.js';
import { pieceText } from '../text/piece-text.js';
import { pluginsText } from '../text/plugins-text.js';

interface Flags {
  readonly plugin?: readonly string[];
  readonly json?: boolean;
}

/** `cfc plugins`: what can be named in scenarios. */
export function addPlugins(program: Command, io: Io): void {
  program
    .command('plugins')
    .description('the plugins that come with cfc and their pieces, or the options of one piece')
    .argument('[piece]', 'name of a piece')
    .option('--plugin <names...>', 'more packages or files to load')
    .option('--json', 'print one JSON document')
    .action((piece: string | undefined, flags: Flags) => plugins(piece, flags, io));
}

async function plugins(name: string | undefined, { plugin = [], json }: Flags, io: Io): Promise<void> {
  const registry = await registryOf(plugin, io.cwd);
  if (name === undefined) {
    const document = pluginsDocument(registry.plugins);
    io.stdout.write(json === true ? jsonText(document) : `${pluginsText(document)}\n\n${NOTE}\n`);
    return;
  }
  const owner = registry.plugins.find(({ provides }) => provides.some((piece) => piece.name === name));
  const definition = owner?.provides.find((piece) => piece.name === name);
  if (owner === undefined || definition === undefined) {
    throw new CfcError(
      'NAME_UNKNOWN',
      `no piece "${name}"`,
      'cfc plugins',
      suggestion(
        name,
        registry.list().map((one) => one.name),
      ),
    );
  }
  const document = pieceDocument(definition);
  io.stdout.write(
    json === true ? jsonText({ plugin: owner.name, ...document }) : `${pieceText(document, owner.name)}\n`,
  );
}

const NOTE = 'A scenario names the plugins that it uses under plugins; @cfc/core is always there.';

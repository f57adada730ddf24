import { CfcError } from '../errors.js';
import type { AnyDefinition } from './definition.js';

/** The version of the plugin contract that this core speaks. */
export const pluginApi = 1;

/** A package of definitions: plain data, checked before any of its code runs. */
export interface Plugin<D extends readonly AnyDefinition[] = readonly AnyDefinition[]> {
  /** The package's name. */
  readonly name: string;
  readonly version: string;
  /** The contract version it was written for. */
  readonly api: number;
  readonly provides: D;
}

/** Declares a plugin; types keep the names and options of what it provides. Throws `INPUT_INVALID` without a list `provides`. */
export function definePlugin<const D extends readonly AnyDefinition[]>(plugin: Plugin<D>): Plugin<D> {
  if (!Array.isArray(plugin.provides)) {
    throw new CfcError('INPUT_INVALID', 'the plugin provides no list', 'definePlugin', 'Give provides: [definition].');
  }
  return Object.freeze({ ...plugin, provides: Object.freeze([...plugin.provides]) as unknown as D });
}

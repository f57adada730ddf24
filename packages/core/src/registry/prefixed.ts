import type { AnyDefinition } from '../contract/definition.js';
import type { Plugin } from '../contract/plugin.js';
import { CfcError, isCfcError } from '../errors.js';

/**
 * The same plugin with a prefix before every name, for two plugins that provide one name.
 *
 * Only the names by which scenarios call the pieces change; term keys keep the families' own names.
 */
export function prefixed(plugin: Plugin, prefix: string): Plugin {
  const provides = plugin.provides.map((definition): AnyDefinition => {
    const { slot, meaning, fields } = definition;
    const renamed = (options?: unknown): unknown => located(prefix, () => definition(options));
    Object.defineProperty(renamed, 'name', { value: `${prefix}${definition.name}` });
    return Object.freeze(Object.assign(renamed, { slot, meaning, fields }));
  });
  return Object.freeze({ ...plugin, provides: Object.freeze(provides) });
}

/** Errors name the piece by its prefixed name too, so that a scenario finds the path in them. */
function located<T>(prefix: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw isCfcError(error) ? new CfcError(error.code, error.what, `${prefix}${error.where}`, error.fix) : error;
  }
}

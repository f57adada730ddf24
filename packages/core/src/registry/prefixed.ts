import type { AnyDefinition } from '../contract/definition.js';
import type { Plugin } from '../contract/plugin.js';

/**
 * The same plugin with a prefix before every name, for two plugins that provide one name.
 *
 * Only the names by which scenarios call the pieces change; term keys keep the families' own names.
 */
export function prefixed(plugin: Plugin, prefix: string): Plugin {
  const provides = plugin.provides.map((definition): AnyDefinition => {
    const { slot, meaning, fields } = definition;
    const renamed = (options?: unknown): unknown => definition(options);
    Object.defineProperty(renamed, 'name', { value: `${prefix}${definition.name}` });
    return Object.freeze(Object.assign(renamed, { slot, meaning, fields }));
  });
  return Object.freeze({ ...plugin, provides: Object.freeze(provides) });
}

import type { AnyDefinition } from '../contract/definition.js';
import { type Plugin, pluginApi } from '../contract/plugin.js';
import { CfcError, nearest, suggestion } from '../errors.js';
import { describe, isRecord } from '../options/field.js';

/** Every definition that one of the plugins provides. */
export type Provided<P extends readonly Plugin[]> = P[number]['provides'][number];

/** The definitions of all plugins by name, each with its own type. */
export type Make<P extends readonly Plugin[]> = { readonly [D in Provided<P> as D['name']]: D };

/** All pieces that a program knows, by name. Frozen; made once from all plugins. */
export interface Registry<P extends readonly Plugin[] = readonly Plugin[]> {
  readonly plugins: P;
  /** `registry.make.EnergyGatingModule({ cost: 0.2 })`, checked by the compiler. */
  readonly make: Make<P>;
  /** The definition of a name that comes from data. Throws `NAME_UNKNOWN`; `slot` narrows the choice. */
  find(name: string, slot: string, where: string): AnyDefinition;
  /** All definitions of a slot, or all. */
  list(slot?: string): readonly AnyDefinition[];
}

/**
 * Checks all plugins, before any of their code runs, and freezes what they provide.
 *
 * @throws `PLUGIN_API` for another contract version, `PLUGIN_TWICE` for two of one name, `NAME_TAKEN`
 * for one piece from two, `INPUT_INVALID` for something that is no plugin
 */
export function createRegistry<const P extends readonly Plugin[]>(plugins: P): Registry<P> {
  const owners = new Map<string, string>();
  const make = Object.create(null) as Record<string, AnyDefinition>;
  const seen: Plugin[] = [];
  for (const plugin of plugins) {
    checkPlugin(plugin);
    const twin = seen.findIndex(({ name }) => name === plugin.name);
    if (twin >= 0) throw listedTwice(seen[twin]!, plugin, twin, seen.length);
    seen.push(plugin);
    for (const definition of plugin.provides) {
      const owner = owners.get(definition.name);
      if (owner !== undefined) {
        const what = `"${definition.name}" is provided by "${owner}" and by "${plugin.name}"`;
        throw new CfcError('NAME_TAKEN', what, 'plugins');
      }
      owners.set(definition.name, plugin.name);
      make[definition.name] = definition;
    }
  }
  const all = Object.freeze(Object.values(make));
  return Object.freeze({
    plugins,
    make: Object.freeze(make) as unknown as Make<P>,
    find(name: string, slot: string, where: string) {
      const definition = Object.hasOwn(make, name) ? make[name] : undefined;
      if (definition?.slot === slot) return definition;
      const names = all.filter((one) => one.slot === slot).map((one) => one.name);
      if (definition !== undefined) {
        const what = `"${name}" is a ${definition.slot}, not a ${slot}`;
        throw new CfcError('NAME_UNKNOWN', what, where, suggestion(name, names));
      }
      // A module of a system has a name too: its id. What is unknown here is a kind of module.
      const kind = slot === 'module' || slot === 'coupling' ? `kind of ${slot}` : slot;
      const hint = nearest(name, names) === null ? 'Is the plugin that provides it listed under plugins? ' : '';
      throw new CfcError('NAME_UNKNOWN', `no ${kind} "${name}"`, where, `${hint}${suggestion(name, names)}`);
    },
    list: (slot?: string) => (slot === undefined ? all : all.filter((definition) => definition.slot === slot)),
  });
}

function listedTwice(one: Plugin, other: Plugin, first: number, second: number): CfcError {
  const fix =
    one === other
      ? 'List it once.'
      : one.version === other.version
        ? 'List it once. They are two copies of it: look for it twice in node_modules.'
        : 'Keep one version of it: look for it twice in node_modules.';
  const what = `the plugin "${one.name}" is listed twice, as plugins[${first}] (version ${one.version}) and plugins[${second}] (version ${other.version})`;
  return new CfcError('PLUGIN_TWICE', what, 'plugins', fix);
}

function checkPlugin(plugin: unknown): asserts plugin is Plugin {
  if (!isRecord(plugin) || typeof plugin['name'] !== 'string' || !Array.isArray(plugin['provides'])) {
    throw new CfcError(
      'INPUT_INVALID',
      `${describe(plugin)} is not a plugin`,
      'plugins',
      'Make one with definePlugin.',
    );
  }
  const { name, api } = plugin;
  if (api !== pluginApi) {
    const what = `the plugin "${name}" speaks contract ${describe(api)}, this core speaks ${pluginApi}`;
    throw new CfcError('PLUGIN_API', what, 'plugins');
  }
  for (const definition of plugin['provides'] as unknown[]) {
    const named = typeof definition === 'function' && typeof definition.name === 'string';
    const placed = named && 'slot' in definition && typeof definition.slot === 'string';
    const ok = placed && 'fields' in definition && areFields(definition.fields);
    if (!ok) {
      const what = `the plugin "${name}" provides ${describe(definition)}, which is no definition`;
      throw new CfcError('INPUT_INVALID', what, 'plugins', 'Provide what defineModule and its like return.');
    }
  }
}

const isMap = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether a definition's options are a map of fields. */
const areFields = (fields: unknown): boolean => isMap(fields) && Object.values(fields).every(isMap);

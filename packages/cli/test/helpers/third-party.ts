/**
 * The text of a module that exports a plugin, as a third party without the core at hand would write it.
 *
 * @param family the functions of its one kind of module, as text
 */
export function pluginText(given: {
  readonly name?: string;
  readonly api?: number;
  readonly piece?: string;
  readonly family?: string;
}): string {
  const { name = 'cfc-plugin-well', api = 1, piece = 'WellModule', family = '{}' } = given;
  return `
    const family = {
      eta: (input) => input,
      energy: (eta) => eta * eta,
      slope: (eta) => 2 * eta,
      curvature: () => 2,
      ...${family},
    };
    function ${piece}() {
      return { slot: 'module', name: '${piece}', fields: {}, options: {}, family };
    }
    Object.assign(${piece}, { slot: 'module', meaning: 'a parabola', fields: {}, family });
    export const plugin = { name: '${name}', version: '0.1.0', api: ${api}, provides: [${piece}] };
    export default plugin;
  `;
}

/** A package as it lies in node_modules; it can be imported only. */
export function packageFiles(name: string, text: string): Readonly<Record<string, string>> {
  const head = { name, version: '0.1.0', type: 'module', exports: { '.': { import: './index.js' } } };
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify(head),
    [`node_modules/${name}/index.js`]: text,
  };
}

/** A scenario of one module of a plugin, in many small steps. */
export function wellScenario(plugin: string, start = 0.9): string {
  return `{ cfc: 1, plugins: ['${plugin}'], modules: { well: { use: WellModule, start: ${start} } }, relax: { method: { use: Descent } } }`;
}

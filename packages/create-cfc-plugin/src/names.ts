import { Refused } from './refused.js';

/** What stands for the names of the template. */
export interface Names {
  /** Of the package: `@you/cfc-plugin-mine`. */
  readonly package: string;
  /** Of the package without its scope: `cfc-plugin-mine`. */
  readonly folder: string;
  /** Of its pieces: `Mine`, as in `MineModule`. */
  readonly pascal: string;
  /** Of its exports: `mine`, as in `mineModule`. */
  readonly camel: string;
  /** Of its files: `mine`, as in `mine-module.ts`. */
  readonly kebab: string;
}

const packageName = /^(?:@[a-z0-9][a-z0-9._-]*\/)?(cfc-plugin-[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)$/;
const moduleName = /^[A-Za-z][A-Za-z0-9]*$/;

/**
 * The names of a new plugin.
 *
 * @param name `cfc-plugin-*` or `@scope/cfc-plugin-*`, as package registries take it: lower case, at most 214 characters
 * @param module what its module and coupling are called; made of the name where it is left out. A "Module" at its end is left out
 * @throws Refused
 */
export function namesOf(name: string, module?: string): Names {
  const folder = packageName.exec(name)?.[1];
  if (folder === undefined || name.length > 214) {
    const fix =
      'Take cfc-plugin-mine or @you/cfc-plugin-mine: lower case, digits, dots, dashes; at most 214 characters.';
    throw new Refused(`"${name}" is not a name for a plugin`, fix);
  }
  const words = module === undefined ? folder.slice('cfc-plugin-'.length).split(/[._-]+/) : wordsOf(module);
  const pascal = words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
  if (!moduleName.test(pascal)) {
    throw new Refused(`no module can be called "${pascal}Module"`, 'Say what to call it: --module Name.');
  }
  const kebab = words.map((word) => word.toLowerCase()).join('-');
  return { package: name, folder, pascal, camel: pascal[0]!.toLowerCase() + pascal.slice(1), kebab };
}

/** The words of a name like `EnergyWell`. */
function wordsOf(module: string): readonly string[] {
  if (!moduleName.test(module)) {
    throw new Refused(`"${module}" is not a name for a module`, 'Take letters and digits, like --module EnergyWell.');
  }
  const bare = module.replace(/(?<=.)(?:Module|Coupling)$/, '');
  return bare.match(/[A-Z]*[a-z0-9]+|[A-Z]+/g)!;
}

// What the built entry points of a package export, seen by the TypeScript compiler.
import { join } from 'node:path';
import ts from 'typescript';
import { entriesOf } from './manifests.mjs';
import { root } from './workspace.mjs';

/**
 * @param {readonly string[]} folders of packages, built
 * @returns {{ checker: ts.TypeChecker, exportsOf: (folder: string) => [entry: string, exports: ts.Symbol[]][] }}
 */
export function readExports(folders) {
  const file = (folder, target) => join(root, 'packages', folder, target.types);
  const files = folders.flatMap((folder) => entriesOf(folder).map(([, target]) => file(folder, target)));
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const exportsOf = (folder) =>
    entriesOf(folder).map(([entry, target]) => {
      const source = program.getSourceFile(file(folder, target));
      if (source === undefined) throw new Error(`${folder} is not built: turbo run build`);
      const module = checker.getSymbolAtLocation(source);
      const symbols = module === undefined ? [] : checker.getExportsOfModule(module);
      return [entry, symbols.sort((a, b) => (a.name < b.name ? -1 : 1))];
    });
  return { checker, exportsOf };
}

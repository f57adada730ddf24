// Every name that a package exports has a docstring where it is declared.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { root } from '../workspace.mjs';

export function names() {
  const entries = readdirSync(join(root, 'packages')).flatMap((name) => entriesOf(join(root, 'packages', name)));
  const options = {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    customConditions: ['@cfc/source'],
    noLib: true,
    types: [],
  };
  const program = ts.createProgram(entries, options);
  const checker = program.getTypeChecker();
  let count = 0;
  const faults = entries.flatMap((entry) => {
    const file = checker.getSymbolAtLocation(program.getSourceFile(entry));
    return checker.getExportsOfModule(file).flatMap((given) => {
      const symbol = given.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(given) : given;
      const [declared] = symbol.declarations ?? [];
      if (declared === undefined) return [`${given.name} of ${relative(root, entry)} leads nowhere`];
      count++;
      if (symbol.getDocumentationComment(checker).length > 0) return [];
      const source = declared.getSourceFile();
      const line = source.getLineAndCharacterOfPosition(declared.getStart()).line + 1;
      return [
        `${given.name}, declared at ${relative(root, source.fileName)}:${line}, has no docstring: write what it is`,
      ];
    });
  });
  if (count < 500) faults.push(`only ${count} exported names were found: the check is broken`);
  return { faults: [...new Set(faults)], saw: `${count} exported names of ${entries.length} entries have docstrings` };
}

/** The sources of a package's entries, as its manifest names them. */
function entriesOf(folder) {
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) return [];
  const { exports = {} } = JSON.parse(readFileSync(manifest, 'utf8'));
  return Object.values(exports).flatMap((one) => (one['@cfc/source'] ? [join(folder, one['@cfc/source'])] : []));
}

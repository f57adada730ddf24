// Declarations of symbols as text, and what else they speak of.
import ts from 'typescript';

const printer = ts.createPrinter({ removeComments: true });

/** What a name stands for, where it was imported or exported anew. */
export const original = (symbol, checker) =>
  (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);

/** All declarations of a symbol, without comments and private members. A whole module is the list of its names. */
export function declared(symbol, checker) {
  const texts = (symbol.declarations ?? []).map((declaration) => {
    if (ts.isSourceFile(declaration)) return namespace(symbol, checker);
    const node = withoutPrivate(statementOf(declaration));
    const text = printer.printNode(ts.EmitHint.Unspecified, node, declaration.getSourceFile());
    return text.replace(/^export (declare )?/, '').replaceAll(/import\("[^"]+"\)\./g, '');
  });
  return [...new Set(texts)].join('\n');
}

const namespace = (symbol, checker) => {
  const names = checker.getExportsOfModule(symbol).map(({ name }) => name);
  return `type Names = '${names.sort().join("' | '")}';`;
};

/** Symbols declared in files under a folder that the declaration of a symbol speaks of. */
export function mentioned(symbol, checker, folder) {
  const found = new Set();
  const visit = (node) => {
    const known = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
    const target = known && original(known, checker);
    const [declaration] = target?.declarations ?? [];
    if (declaration !== undefined && !ts.isSourceFile(declaration)) {
      const top = ts.isSourceFile(statementOf(declaration).parent);
      if (top && declaration.getSourceFile().fileName.includes(folder)) found.add(target);
    }
    ts.forEachChild(node, visit);
  };
  for (const declaration of symbol.declarations ?? []) {
    if (!ts.isSourceFile(declaration)) visit(withoutPrivate(statementOf(declaration)));
  }
  return found;
}

const statementOf = (declaration) => (ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration);

/** A class without its private members: they are nobody's business. */
function withoutPrivate(node) {
  if (!ts.isClassDeclaration(node)) return node;
  const hidden = (member) =>
    (member.name !== undefined && ts.isPrivateIdentifier(member.name)) ||
    (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Private) !== 0;
  const { modifiers, name, typeParameters, heritageClauses } = node;
  const members = node.members.filter((member) => !hidden(member));
  return ts.factory.updateClassDeclaration(node, modifiers, name, typeParameters, heritageClauses, members);
}

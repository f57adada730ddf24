// Checks the types of TypeScript blocks as a strict project would.
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { root } from '../workspace.mjs';

/** JavaScript of a block. */
export const javascript = (code) =>
  ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext } })
    .outputText;

/** The faults of types in these files, `folder/file:line message`. */
export function faultsOfTypes(files) {
  const program = ts.createProgram(files, {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, '\n');
    if (file === undefined) return { file: '', text };
    const { line } = file.getLineAndCharacterOfPosition(start);
    return {
      file: file.fileName,
      text: `line ${line + 1} of the block: ${text}`,
      at: relative(dirname(file.fileName), file.fileName),
    };
  });
}

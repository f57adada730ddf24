import type { Command } from 'commander';
import { evaluateDocument } from '../documents/evaluate-document.js';
import { jsonText } from '../documents/json-text.js';
import type { Io } from '../io.js';
import { loadScenario } from '../scenario/load-scenario.js';
import { evaluateText } from '../text/evaluate-text.js';
import { systemHeading } from '../text/heading.js';

/** `cfc evaluate`: energy, gradient, norms and bounds at the start of a scenario. */
export function addEvaluate(program: Command, io: Io): void {
  program
    .command('evaluate')
    .description('energy, gradient, norms and bounds of a scenario where it starts')
    .argument('<scenario>', 'scenario file, YAML or JSON')
    .option('--json', 'print one JSON document')
    .action(async (file: string, { json }: { json?: boolean }) => {
      const loaded = await loadScenario(file, io.cwd);
      const document = evaluateDocument(loaded);
      const people = (): string => `${systemHeading(loaded)}\n\n${evaluateText(loaded, document)}\n`;
      io.stdout.write(json === true ? jsonText(document) : people());
    });
}

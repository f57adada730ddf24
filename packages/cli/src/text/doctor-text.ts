import type { Finding } from '@cfc/dual';
import { counted, short } from './number.js';

/** What the doctor found, for people. */
export function doctorText(findings: readonly Finding[], steps: number, constraints: number): string {
  const of = `${counted(steps, 'step')} of ${counted(constraints, 'constraint')}`;
  if (findings.length === 0) return `Nothing found in ${of}.`;
  return [...findings.map(findingText), `${counted(findings.length, 'finding')} in ${of}.`].join('\n\n');
}

function findingText({ pattern, constraints, what, evidence, todo }: Finding): string {
  const numbers = Object.entries(evidence).map(([name, value]) => `${name} ${short(value)}`);
  return [
    `${pattern}: ${constraints.join(', ')}`,
    `  ${what}`,
    `  evidence: ${numbers.join(', ')}`,
    ...todo.map((one) => `  - ${one}`),
  ].join('\n');
}

import { counted } from '../text/number.js';
import { oneLine } from '../text/one-line.js';
import type { DoctorDocument, Finding } from './finding.js';

/** What the doctor found, a line each, with what to do below it. */
export function findingsText({ findings, problems, notes }: DoctorDocument): string {
  return [...findings.map(findingText), '', `${counted(problems, 'problem')}, ${counted(notes, 'note')}.`].join('\n');
}

function findingText({ level, what, fix }: Finding): string {
  const line = `${level.padEnd(WIDTH)}${oneLine(what)}`;
  return fix === null ? line : `${line}\n${' '.repeat(WIDTH)}${oneLine(fix)}`;
}

const WIDTH = 'problem'.length + 2;

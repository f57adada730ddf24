import { gainCells, gainHeadings } from './gains-text.js';
import type { PipelineResults } from './pipeline.js';
import { markdownTable, scoresCells } from './scores-text.js';
import type { LearningStudy, Study } from './study.js';

const figure = (name: string, what: string): string => `![${what}](${name}.svg)`;

/** The report of a run as Markdown; figures stand beside it. The same results give the same text. */
export function reportOf({ settings, bases, mix, studies, learning }: PipelineResults): string {
  const { maxRays, labels, seed } = settings;
  const shares = mix.filter(({ share }) => share > 0).map(({ stability, share }) => [stability, share.toFixed(4)]);
  return [
    '# Vacua',
    `${bases.count} toric bases of at most ${maxRays} rays (SHA-256 \`${bases.sha256}\`), seed ${seed}.`,
    figure('hodge', 'Hodge numbers'),
    '## Labels of the potential',
    `${Math.min(labels, bases.count)} geometries.`,
    markdownTable(['class', 'share of draws'], shares),
    figure('label-mix', 'Shares of the classes'),
    ...studies.flatMap(studyText),
    ...learning.flatMap(learningText),
    '',
  ].join('\n\n');
}

/** What is to be seen in a task. */
const questions: Readonly<Record<string, string>> = {
  control:
    'Leakage control: the regime that a potential was drawn in, which does not depend on the geometry. Nothing may beat the majority.',
  validity: 'Which smooth toric surfaces are bases? Without edges, or with labels dealt out anew, little may be left.',
  h21: 'Is h21 low, mid or high? From the configuration matrix and c2 alone.',
};

function studyText({ task, split, sha256, sizes, rows }: Study): string[] {
  const { headings, cells } = scoresCells(rows);
  return [
    `## ${task}, split by ${split}`,
    questions[task] ?? '',
    `${sizes[0]} to learn from, ${sizes[1]} to be tested on; SHA-256 of the split \`${sha256}\`.`,
    markdownTable(headings, cells),
    figure(`confusion-${task}-${split}`, 'Confusion'),
    figure(`reliability-${task}-${split}`, 'Reliability'),
  ];
}

const learningText = ({ task, gains }: LearningStudy): string[] => [
  `## ${task}: active learning`,
  'Area under the learning curve, less that of random from the same first labels.',
  markdownTable(gainHeadings, gainCells(gains)),
  figure(`learning-${task}`, 'Learning curves'),
];

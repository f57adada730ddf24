import { expect, test } from 'vitest';
import { experimentPage } from '../../src/experiment/experiment-page.js';

test('a page has a heading, a figure, two tables, and how it was made; bars in cells are escaped', () => {
  const page = experimentPage({
    name: 'well',
    title: 'A well',
    question: 'How deep?',
    scope: 'full',
    claims: [{ expected: 'deep', seen: '|η| = 1', verdict: 'confirmed' }],
    table: { headings: ['a', 'b'], rows: [['1', '2']] },
    figure: {},
    rows: [],
  });
  expect(page).toBe(`# A well

How deep?

![A well](well.svg)

| expected | seen | verdict |
| --- | --- | --- |
| deep | \\|η\\| = 1 | confirmed |

| a | b |
| --- | --- |
| 1 | 2 |

Made by \`cfc experiment well --out DIR\`; it writes every observation to \`well.csv\` too. Brackets hold 95% confidence intervals over seeds.
`);
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { penguins } from './data.js';
import { picture } from './picture.js';
import { type Fit, constrained, measured, penalised } from './train.js';

const LIMIT = 0.1;
const { train, test } = penguins();
const line = (name: string, { theta, steps }: Fit): string => {
  const [own, other] = [measured(train, theta), measured(test, theta)];
  const columns = [own.gap.toFixed(6), own.accuracy.toFixed(3), other.gap.toFixed(3), other.accuracy.toFixed(3), steps];
  return name.padEnd(16) + columns.map((text) => String(text).padStart(10)).join('');
};
const off = ({ theta }: Fit): number => Math.abs(measured(train, theta).gap - LIMIT);

const weights = [0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3];
const sweep = weights.map((w) => penalised(train, w));
const dual = constrained(train, LIMIT);
const nearest = sweep.indexOf(sweep.reduce((best, one) => (off(one) < off(best) ? one : best)));
const total = sweep.reduce((sum, { steps }) => sum + steps, 0);
console.log('                       gap  accuracy  test gap      test     steps');
sweep.forEach((fit, k) => console.log(line(`penalty ${weights[k]!}`, fit)));
console.log(line(`|gap| <= ${LIMIT}`, dual));
console.log(`
One run with the constraint: ${dual.steps} steps, λ = ${dual.lambda.toFixed(5)}; its gap is off by ${off(dual).toExponential(1)}.
The sweep: ${total} steps in ${weights.length} runs; the nearest, penalty ${weights[nearest]!}, is off by ${off(sweep[nearest]!).toFixed(3)}.`);

const here = process.env['INIT_CWD'] ?? process.cwd();
const file = join(here, 'reports', 'fair-logistic.svg');
mkdirSync(join(here, 'reports'), { recursive: true });
const mark = ({ theta }: Fit): ReturnType<typeof measured> => measured(train, theta);
writeFileSync(file, picture(sweep.map(mark), mark(dual), LIMIT));
console.log(`\nPicture: ${relative(here, file)}`);

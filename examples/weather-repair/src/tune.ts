import { seattle } from './data.js';
import { hampelOptions, parameters } from './parameters.js';
import { type Tried, grid, trainingOf, tuneFilter, tuneOurs } from './tuning.js';

/** Derives the constants of `parameters.ts` again, from years 1 and 2. Takes some minutes. */
const training = trainingOf(seattle());

const settings = grid(parameters, {
  trust: [4, 6, 8, 12],
  sensors: [0.1, 0.2, 0.4],
  cost: [0.03, 0.035, 0.04, 0.045, 0.05, 0.055, 0.06],
  runStart: [1, 0.5, 0.25],
});
console.log(`Ours: ${settings.length} settings.`);
tell(tuneOurs(training, settings), parameters);
console.log('Hampel filter: 275 settings.');
tell(tuneFilter(training, 0), hampelOptions);

function tell<Setting extends object>({ setting, score: { f1, rmse } }: Tried<Setting>, now: Setting): void {
  console.log(JSON.stringify(setting), `F1 ${f1.toFixed(3)}`, `RMSE ${rmse.toFixed(2)} °C`);
  console.log(JSON.stringify(setting) === JSON.stringify(now) ? 'as in parameters.ts' : 'NOT as in parameters.ts');
}

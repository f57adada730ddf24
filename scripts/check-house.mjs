// The house: node scripts/check-house.mjs [duplicates|names|circles]
// No duplicate of six lines or more without a reason, every exported name documented, no circle between the files of a package.
import { circles } from './house/circles.mjs';
import { duplicates } from './house/duplicates.mjs';
import { names } from './house/names.mjs';

const wanted = process.argv.slice(2);
for (const [name, check] of Object.entries({ duplicates, names, circles })) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const { faults, saw } = check();
  if (faults.length === 0) console.log(`${name}: ${saw}`);
  for (const fault of faults) console.error(`FAULT ${name}: ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

import { faulty, truth, byEnergy, hampel, score, set } from './weather-brief.js';
import { range, mean, cross } from 'd3-array';
const data = range(1, 7).map((seed) => {
  const good = truth.map((a) => a.slice(0, 731));
  const readings = good.map((a, s) => faulty(a, 2 * seed + s));
  return { good, readings };
});
const hs = cross(range(3, 26, 2), [1, 1.5, 2, 2.5, 3, 3.5, 4], (half, threshold) => ({
  half,
  threshold,
  ...(() => {
    const r = data.map((d) => score(d.good[0]!, d.readings[0]!, hampel(d.readings[0]!, { ...set, half, threshold })));
    return { f1: mean(r, (x) => x.f1)!, rmse: mean(r, (x) => x.rmse)! };
  })(),
}));
const pick = (t: any[]) => {
  const b = Math.max(...t.map((x) => x.f1));
  return t
    .filter((x) => x.f1 >= b - 0.03)
    .sort((a, b) => a.rmse - b.rmse)
    .slice(0, 3);
};
console.table(pick(hs));
const t0 = process.cpuUsage().user;
const one = (g: any) => {
  const r = data.map((d) => score(d.good[0]!, d.readings[0]!, byEnergy(d.readings, { ...set, ...g })));
  return { ...g, f1: mean(r, (x) => x.f1)!, rmse: mean(r, (x) => x.rmse)! };
};
console.log(one({}), (process.cpuUsage().user - t0) / 1e6);
if (process.argv[2]) {
  const es = [];
  for (const [trust, cost, sensors] of [
    [1, 0.01, 0.2],
    [1, 0.02, 0.2],
    [1, 0.02, 0.5],
    [2, 0.01, 0.2],
    [2, 0.02, 0.2],
    [2, 0.02, 0.5],
    [2, 0.03, 0.2],
    [4, 0.02, 0.2],
    [4, 0.015, 0.2],
    [0.5, 0.01, 0.2],
    [0.5, 0.02, 0.2],
  ] as any) {
    const r = one({ trust, cost, sensors });
    console.log(JSON.stringify(r));
    es.push(r);
  }
  console.table(pick(es));
}

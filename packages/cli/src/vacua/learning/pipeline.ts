import {
  type Baseline,
  basesDigest,
  type Shares,
  type Split,
  stabilities,
  type Stability,
  type Strategy,
  toricBase,
  toricBases,
  validityTask,
} from '@cfc/vacua';
import type { Io } from '../../io.js';
import { doJobs, type JobFlags } from '../../jobs/do-jobs.js';
import { breathing } from '../breathing.js';
import { curveJobs, type CurveSize, curvesOf, usualFeatures } from './curves-of.js';
import { learningJob } from './learning-job.js';
import { controlOf, keepTask } from './recipe.js';
import { splitFor } from './split-of.js';
import { type LearningStudy, learningStudy, type Study, studyOf } from './study.js';
import { cicyEntries, h21Of, type MadeTask } from './task-of.js';

/** How large a run of the pipeline is. */
export interface PipelineSettings {
  readonly maxRays: number;
  readonly count: number;
  readonly labels: number;
  readonly seeds: number;
  readonly seed: number;
  readonly cicy?: string;
}

/** A point of the Hodge plot. */
interface HodgePoint {
  readonly source: 'toric bases' | 'complete intersections';
  readonly h11: number;
  readonly h21: number;
}

/** Everything that a run found. The same settings give the same results. */
export interface PipelineResults {
  readonly settings: PipelineSettings;
  readonly bases: { readonly count: number; readonly sha256: string };
  readonly mix: readonly { readonly stability: Stability; readonly share: number }[];
  readonly hodge: readonly HodgePoint[];
  readonly studies: readonly Study[];
  readonly learning: readonly LearningStudy[];
}

const shown: readonly Strategy[] = ['random', 'entropy', 'margin', 'marginKCenter'];

/** Ten rounds of 50 labels, or as many as a small training side allows. */
const sizeOf = ({ train }: Split, seeds: number): CurveSize => ({
  seeds,
  rounds: 10,
  batch: Math.max(1, Math.min(50, Math.floor(train.length / 20))),
});

/** Geometry, labels, splits, models and active learning. All models and curves are jobs. */
export async function pipeline(
  settings: PipelineSettings,
  tell: (stage: string) => void,
  flags: JobFlags,
  io: Io,
): Promise<PipelineResults> {
  const { maxRays, count, labels, seeds, seed } = settings;
  tell(`toric bases of at most ${maxRays} rays`);
  const bases: (readonly number[])[] = [];
  for await (const base of breathing(toricBases({ maxRays }), 'bases', io)) bases.push(base);
  const points = bases.map((base): HodgePoint => {
    const { h11, h21 } = toricBase(base).hodge;
    return { source: 'toric bases', h11, h21 };
  });
  tell(`labels of ${Math.min(labels, bases.length)} potentials`);
  const control = controlOf(bases, settings);
  const entries = settings.cicy === undefined ? [] : await cicyEntries(settings.cicy, io);
  const given = entries.filter(({ h11, h21 }) => h11 > 0 || h21 > 0);
  points.push(...given.map(({ h11, h21 }) => ({ source: 'complete intersections' as const, h11, h21 })));

  const controlRecipe = { task: 'control', maxRays, labels, seed } as const;
  const validityRecipe = { task: 'validity', maxRays, count, seed } as const;
  const validity = {
    recipe: validityRecipe,
    task: keepTask(validityRecipe, validityTask({ maxRays, count, seed }, bases)),
  };
  const made = { recipe: controlRecipe, task: keepTask(controlRecipe, control.task) };
  const h21 = settings.cicy === undefined ? [] : [h21Of(entries, settings.cicy, io)];
  const plans: readonly Plan[] = [
    { ...made, by: 'iid', models: [['logistic'], ['forest']] },
    { ...validity, by: 'group', models: onCurves },
    { ...validity, by: 'complexity', models: [['forest', 'windows5'], ['graph']] },
    ...h21.flatMap((one) => splitKinds.map((by) => ({ ...one, by, models: onMatrices }))),
  ];
  const curvePlans = [{ ...validity, by: 'group' }, ...h21.map((one) => ({ ...one, by: 'iid' }))];

  const scores = plans.map(({ recipe, by, models }) =>
    [['majority'] as const, ...models].map(([baseline, features]) =>
      learningJob('score', { recipe, by, seed, baseline, ...(features === undefined ? {} : { features }) }),
    ),
  );
  const curves = curvePlans.map(({ recipe, task, by }) =>
    curveJobs({ recipe, by, seed }, usualFeatures(task), shown, sizeOf(splitFor(task, by, seed), seeds)),
  );
  const jobs = [...scores, ...curves].flat();
  tell(`${scores.flat().length} models and ${curves.flat().length} learning curves`);
  const done = (await doJobs(jobs, flags, io)).values();
  const next = <T>(many: readonly unknown[]): T[] => many.map(() => done.next().value as T);
  return {
    settings,
    bases: { count: bases.length, sha256: basesDigest(bases) },
    mix: mixOf(control.labels.map(({ shares }) => shares)),
    hodge: distinct(points),
    studies: plans.map(({ task, by }, k) => studyOf(task, splitFor(task, by, seed), next(scores[k]!))),
    learning: curvePlans.map(({ task }, k) => learningStudy(task.name, curvesOf(shown, seeds, next(curves[k]!)))),
  };
}

/** Models on a split of a task. */
interface Plan extends MadeTask {
  readonly by: string;
  readonly models: readonly Model[];
}

type Model = readonly [baseline: Baseline, features?: string];

const onCurves: readonly Model[] = [
  ['logistic', 'bag'],
  ['forest', 'bag'],
  ['forest', 'windows3'],
  ['forest', 'windows5'],
  ['graph'],
  ['graphWithoutEdges'],
  ['forestShuffled', 'windows3'],
];
const onMatrices: readonly Model[] = [['logistic'], ['forest'], ['mlp'], ['forestShuffled']];
const splitKinds = ['iid', 'group', 'complexity'] as const;

const mixOf = (all: readonly Shares[]): PipelineResults['mix'] =>
  stabilities.map((stability) => ({
    stability,
    share: all.reduce((sum, shares) => sum + shares[stability], 0) / all.length,
  }));

const distinct = (points: readonly HodgePoint[]): HodgePoint[] => [
  ...new Map(points.map((point) => [JSON.stringify(point), point])).values(),
];

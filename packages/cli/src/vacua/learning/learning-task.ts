import { indicesOf, learn, type Learnt, poolOf, reliability, trainOn } from '@cfc/vacua';
import type { Curve, Score } from './learning-job.js';
import { taskFor } from './recipe.js';
import { named } from './scores-text.js';
import { splitFor } from './split-of.js';
import type { StudyRow } from './study.js';

/** Fits and scores a model. */
export async function scoreTask({ recipe, by, seed, baseline, features }: Score): Promise<StudyRow> {
  const task = await taskFor(recipe);
  const split = splitFor(task, by, seed);
  const trained = trainOn(task, split, baseline, { seed, ...(features === undefined ? {} : { features }) });
  const truth = indicesOf(task, split).test.map((i) => task.examples[i]!.label);
  const name = named(baseline, trained.features, task);
  return { name, scores: trained.scores, reliability: reliability(trained.probabilities, truth) };
}

/** Learns one curve. */
export async function curveTask({ recipe, by, seed, features, options }: Curve): Promise<Learnt> {
  const task = await taskFor(recipe);
  const { pool, oracle } = poolOf(task, splitFor(task, by, seed), features);
  return learn(pool, oracle(), options);
}

import {
  basesDigest,
  controlTask,
  h21Task,
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
import { counted } from '../../text/number.js';
import { breathing } from '../breathing.js';
import { curvesOf } from './curves-of.js';
import { splitFor } from './split-of.js';
import { type LearningStudy, learningStudy, type Study, study } from './study.js';
import { cicyEntries } from './task-of.js';

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
const sizeOf = ({ train }: Split, seeds: number) => ({
  seeds,
  rounds: 10,
  batch: Math.max(1, Math.min(50, Math.floor(train.length / 20))),
});

/** Geometry, labels, splits, models and active learning, one after another. */
export async function pipeline(
  settings: PipelineSettings,
  tell: (stage: string) => void,
  io: Io,
): Promise<PipelineResults> {
  const { maxRays, count, seeds, seed } = settings;
  tell(`toric bases of at most ${maxRays} rays`);
  const bases: (readonly number[])[] = [];
  for await (const base of breathing(toricBases({ maxRays }), 'bases', io)) bases.push(base);
  const points = bases.map((base): HodgePoint => {
    const { h11, h21 } = toricBase(base).hodge;
    return { source: 'toric bases', h11, h21 };
  });

  tell(`labels of ${Math.min(settings.labels, bases.length)} potentials`);
  const control = controlTask(bases.slice(-settings.labels), {}, { seed });
  const studies: Study[] = [];
  const models = [['logistic'], ['forest']] as const;
  studies.push(await study(control.task, splitFor(control.task, 'iid', seed), models, seed, io));

  const validity = validityTask({ maxRays, count, seed }, bases);
  const group = splitFor(validity, 'group', seed);
  const onCurves = [
    ['logistic', 'bag'],
    ['forest', 'bag'],
    ['forest', 'windows3'],
    ['forest', 'windows5'],
    ['graph'],
    ['graphWithoutEdges'],
    ['forestShuffled', 'windows3'],
  ] as const;
  tell(`base validity: ${onCurves.length} models`);
  studies.push(await study(validity, group, onCurves, seed, io));
  const complex = splitFor(validity, 'complexity', seed);
  studies.push(await study(validity, complex, [['forest', 'windows5'], ['graph']], seed, io));
  tell(`base validity: learning curves of ${shown.length} strategies, ${counted(seeds, 'seed')}`);
  const learning = [
    learningStudy('validity', await curvesOf(validity, group, 'windows3', shown, sizeOf(group, seeds), io)),
  ];

  if (settings.cicy !== undefined) {
    tell('complete intersections: models and learning curves');
    const entries = await cicyEntries(settings.cicy, io);
    const task = h21Task(entries);
    const onMatrices = [['logistic'], ['forest'], ['mlp'], ['forestShuffled']] as const;
    const iid = splitFor(task, 'iid', seed);
    for (const split of [iid, splitFor(task, 'group', seed), splitFor(task, 'complexity', seed)]) {
      studies.push(await study(task, split, onMatrices, seed, io));
    }
    learning.push(learningStudy('h21', await curvesOf(task, iid, undefined, shown, sizeOf(iid, seeds), io)));
    points.push(...entries.map(({ h11, h21 }) => ({ source: 'complete intersections' as const, h11, h21 })));
  }
  return {
    settings,
    bases: { count: bases.length, sha256: basesDigest(bases) },
    mix: mixOf(control.labels.map(({ shares }) => shares)),
    hodge: distinct(points),
    studies,
    learning,
  };
}

const mixOf = (all: readonly Shares[]): PipelineResults['mix'] =>
  stabilities.map((stability) => ({
    stability,
    share: all.reduce((sum, shares) => sum + shares[stability], 0) / all.length,
  }));

const distinct = (points: readonly HodgePoint[]): HodgePoint[] => [
  ...new Map(points.map((point) => [JSON.stringify(point), point])).values(),
];

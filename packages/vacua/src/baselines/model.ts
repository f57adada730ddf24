import { CfcError, describe } from '@cfc/core';
import { type ForestModel, predictForest } from './forest.js';
import { type GraphModel, type NodeGraph, predictGraph } from './graph.js';
import { type LogisticModel, predictLogistic } from './logistic.js';
import { type MajorityModel, predictMajority } from './majority.js';
import { type MlpModel, predictMlp } from './mlp.js';
import type { Row } from './rows.js';

/** Any fitted model: plain data that JSON keeps to the bit. */
export type Model = ForestModel | GraphModel | LogisticModel | MajorityModel | MlpModel;

/** What a model predicts from. */
export interface Inputs {
  readonly rows: readonly Row[];
  readonly graphs?: readonly NodeGraph[];
}

/**
 * Probabilities of the classes by any model, a row for each example.
 *
 * @throws `INPUT_INVALID` for a model of unknown kind, or a graph model without graphs
 */
export function predict(model: Model, { rows, graphs }: Inputs): number[][] {
  switch (model.kind) {
    case 'forest':
      return predictForest(model, rows);
    case 'graph':
      if (graphs !== undefined) return predictGraph(model, graphs);
      throw new CfcError('INPUT_INVALID', 'a graph model needs graphs', 'predict.graphs');
    case 'logistic':
      return predictLogistic(model, rows);
    case 'majority':
      return predictMajority(model, rows.length);
    case 'mlp':
      return predictMlp(model, rows);
    default:
      throw new CfcError('INPUT_INVALID', `the kind is ${describe((model as Model).kind)}`, 'predict.model');
  }
}

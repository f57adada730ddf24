import { CfcError, describe, fill, onlyKeys, suggestion } from '@cfc/core';
import { alertFields } from '../alerts/create-alerts.js';
import type { DualConfig } from '../contract.js';
import { dualPlan } from '../engine/plan.js';
import { constraintOf } from './constraint-of.js';
import { common, shared } from './fields.js';
import { type GradientOptions, gradientsOf } from './gradients-of.js';
import { presets } from './presets.js';
import { camel, mapAt, merged, optionsOf, type Tree } from './tree.js';
import { type Warning, warningsOf } from './warnings.js';
import { nameOf } from '../name-of.js';

/** A configuration that was read. */
export interface ReadConfig {
  /** For `createDual`. */
  readonly config: DualConfig;
  /** For `combine`. */
  readonly gradients: GradientOptions;
  /** What is done as it was asked for, and does not do what one may hope for. */
  readonly warnings: readonly Warning[];
}

const top = ['preset', 'losses', 'dual'];
const apart = ['families', 'alerts', 'gradients', 'pcgrad'];
const fix = 'Begin with losses: { name: { target: 0.1, normalizer: none } }.';

/**
 * Reads a configuration: `losses`, a map of constraints by name; `dual`, what holds for all of them; `preset`, a recipe to begin from.
 * Plain objects in: whoever has YAML parses it first.
 *
 * A loss has `target`, `normalizer` (none), `weight` (1), `hard` (false), `sense` (atMost), `initial` (0), `slope` (1). Under `dual`, or in a loss
 * for it alone: `eta_lambda` (0.01), `lambda_max` (none), `deadzone` (0), `ema_alpha` (1), `leak` (0), `tolerance` (the deadzone), `restart`
 * (false), `controller` (ascent), `penalty`, `spike`, `audit`, `stagger` (none). Under `dual` alone: `warmup` (0), `order` (dualFirst), `families`
 * (none), `alerts`, and `gradients` (sum) or `pcgrad`. A hard loss takes neither cap nor leak from `dual`.
 *
 * @throws `OPTION_UNKNOWN` for a key that nobody reads, `OPTION_INVALID`, `NAME_UNKNOWN`, each with its place and what to do
 *
 * @example
 * const { config, warnings } = readDualConfig({ losses: { kl: { target: 0.05, normalizer: 'none' } }, dual: { eta_lambda: 5e-3 } });
 * const dual = createDual(config);
 */
export function readDualConfig(tree: unknown): ReadConfig {
  const given = withPreset(mapAt(tree, 'the configuration', fix));
  const losses = mapAt(given['losses'], 'losses', fix);
  const dual = mapAt(given['dual'] ?? {}, 'dual', 'Give { eta_lambda: 0.01 }.');
  onlyKeys(dual, [...Object.keys({ ...shared, ...common }), ...apart], 'dual');
  const rest = Object.fromEntries(Object.entries(dual).filter(([name]) => !apart.includes(name)));
  const { rate, warmup, order, ...forAll } = optionsOf(rest, { ...shared, ...common }, 'dual');
  const config = {
    constraints: Object.fromEntries(
      Object.entries(losses).map(([name, loss]) => [name, constraintOf(loss, forAll, `losses.${name}`)]),
    ),
    ...defined({ rate, warmup, order, families: camel(dual['families']) }),
    alerts: fill(alertFields, camel(dual['alerts'] ?? {}), 'dual.alerts'),
  } as DualConfig;
  const { settings } = dualPlan(config);
  const gradients = gradientsOf(dual['gradients'], dual['pcgrad']);
  return Object.freeze({ config, gradients, warnings: warningsOf(config, settings, gradients) });
}

function withPreset(tree: Tree): Tree {
  onlyKeys(tree, top, 'the configuration');
  const { preset, ...over } = tree;
  if (preset === undefined) return over;
  const base =
    typeof preset === 'string' && Object.hasOwn(presets, preset) ? presets[preset as keyof typeof presets] : null;
  if (base !== null) return merged(base.tree, over);
  throw new CfcError(
    'NAME_UNKNOWN',
    `no preset ${describe(preset)}`,
    'preset',
    suggestion(nameOf(preset), Object.keys(presets)),
  );
}

const defined = (options: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));

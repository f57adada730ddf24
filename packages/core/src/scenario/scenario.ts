import type { Vector } from '../contract/energy.js';
import type { WeightAdapter } from '../contract/adapter.js';
import type { Guard, Method, Schedule, Stop } from '../contract/pieces.js';
import type { Plan } from '../contract/relax.js';
import type { CompiledSystem } from '../contract/system.js';
import { CfcError, isCfcError } from '../errors.js';
import { describe, isRecord } from '../options/field.js';
import { onlyKeys } from '../options/only-keys.js';
import type { Registry } from '../registry/registry.js';
import { seedField } from '../relax/check-plan.js';
import { defaultPlan } from '../relax/default-plan.js';
import { compile } from '../system/compile.js';
import { type System, defineSystem } from '../system/define.js';
import type { Link } from '../system/groups.js';
import { readOneEta } from '../system/read-eta.js';
import { buildInstance, buildPiece } from './build.js';

/** What a scenario stands for, ready to be relaxed. */
export interface Scenario {
  readonly source: System;
  readonly system: CompiledSystem;
  /** Read from the inputs, or given as `start`. */
  readonly eta0: Vector;
  readonly plan: Plan;
}

const slots = ['method', 'guard', 'stop', 'schedule', 'adapter'] as const;

/** The names of the plugins that a scenario asks for. Throws `INPUT_INVALID` where the list is none. */
export function pluginsOf(tree: unknown): readonly string[] {
  const { plugins = [] } = checkTree(tree);
  if (Array.isArray(plugins) && plugins.every((name) => typeof name === 'string')) return plugins;
  throw new CfcError('INPUT_INVALID', `plugins is ${describe(plugins)}`, 'plugins', 'Give a list of package names.');
}

/**
 * Builds a scenario from its tree (parsed JSON or YAML), before any work starts.
 *
 * What the `relax` part leaves out is taken from `defaultPlan`; `guard: null` does without one.
 *
 * @throws every error of the registry and of `defineSystem`, with the path in the tree
 */
export function buildScenario(registry: Registry, tree: unknown): Scenario {
  const root = checkTree(tree);
  const modules = mapOf(root['modules'], 'modules');
  const built = Object.fromEntries(
    Object.entries(modules).map(([id, node]) => {
      const where = `modules.${id}`;
      const entry = mapOf(node, where);
      onlyKeys(entry, ['use', 'with', 'input', 'start'], where);
      return [id, buildInstance(registry, entry, 'module', where)];
    }),
  );
  const source = defineSystem({
    modules: built,
    couplings: listOf(root['couplings'] ?? [], 'couplings').map((node, k) => linkOf(registry, node, `couplings[${k}]`)),
    signals: numbersOf(root['signals'] ?? {}, 'signals'),
    weights: numbersOf(root['weights'] ?? {}, 'weights'),
  }) as System;
  const eta0 = startOf(source, modules);
  return { source, system: compile(source), eta0, plan: buildPlan(registry, root['relax'] ?? {}) };
}

function checkTree(tree: unknown): Record<string, unknown> {
  const root = mapOf(tree, 'the scenario');
  onlyKeys(root, ['cfc', 'plugins', 'modules', 'couplings', 'signals', 'weights', 'relax'], 'the scenario');
  if (root['cfc'] !== 1) {
    throw new CfcError(
      'INPUT_INVALID',
      `cfc is ${describe(root['cfc'])}`,
      'cfc',
      'Begin with cfc: 1, the version of this format.',
    );
  }
  return root;
}

function linkOf(registry: Registry, node: unknown, where: string): Link {
  const entry = mapOf(node, where);
  onlyKeys(entry, ['use', 'with', 'between'], where);
  return { use: buildInstance(registry, entry, 'coupling', where), between: entry['between'] as Link['between'] };
}

/** The order parameters of all modules: `start`, or read from `input`. */
function startOf(source: System, modules: Record<string, unknown>): Vector {
  return Float64Array.from(source.ids, (id) => {
    const node = modules[id] as Record<string, unknown>;
    const where = `modules.${id}`;
    if ((node['start'] === undefined) === (node['input'] === undefined)) {
      throw new CfcError(
        'INPUT_INVALID',
        'exactly one of input and start is needed',
        where,
        'Give start: 0.5, or the input to read η from.',
      );
    }
    if (node['start'] === undefined) {
      try {
        return readOneEta(source, id, node['input']);
      } catch (error) {
        if (!isCfcError(error)) throw error;
        const inside = error.where.slice(`inputs.${id}`.length);
        throw new CfcError(error.code, error.what, `${where}.input${inside}`, error.fix);
      }
    }
    const start = node['start'];
    if (typeof start === 'number' && start >= 0 && start <= 1) return start;
    throw new CfcError(
      'INPUT_INVALID',
      `${describe(start)} is not a number in [0, 1]`,
      `${where}.start`,
      'η lies in [0, 1].',
    );
  });
}

/**
 * Builds a plan from the `relax` part of a scenario: `{ method, guard, stop, schedule, adapter, seed }`, pieces as
 * `{ use, with }`. What it leaves out is taken from `defaultPlan`; `guard: null` does without one.
 *
 * @throws every error of the registry, with the path in the tree
 */
export function buildPlan(registry: Registry, node: unknown): Plan {
  const entry = mapOf(node, 'relax');
  onlyKeys(entry, [...slots, 'seed'], 'relax');
  const pieceAt = (slot: (typeof slots)[number]): object | undefined =>
    entry[slot] === undefined ? undefined : buildPiece(registry, entry[slot], slot, `relax.${slot}`);
  const schedule = pieceAt('schedule') as Schedule | undefined;
  const adapter = pieceAt('adapter') as WeightAdapter | undefined;
  return {
    method: (pieceAt('method') ?? defaultPlan.method) as Method,
    ...(entry['guard'] === null ? {} : { guard: (pieceAt('guard') ?? defaultPlan.guard) as Guard }),
    stop: (pieceAt('stop') ?? defaultPlan.stop) as Stop,
    ...(schedule === undefined ? {} : { schedule }),
    ...(adapter === undefined ? {} : { adapter }),
    seed: entry['seed'] === undefined ? 0 : seedField.check(entry['seed'], 'relax.seed'),
  };
}

function mapOf(value: unknown, where: string): Record<string, unknown> {
  if (isRecord(value)) return value;
  throw new CfcError('INPUT_INVALID', `${describe(value)} is not a map`, where, 'Write names and values.');
}

function listOf(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new CfcError('INPUT_INVALID', `${describe(value)} is not a list`, where, 'Write a list.');
}

function numbersOf(value: unknown, where: string): Record<string, number> {
  const entries = mapOf(value, where);
  for (const [name, entry] of Object.entries(entries)) {
    if (typeof entry !== 'number' || !Number.isFinite(entry)) {
      throw new CfcError(
        'INPUT_INVALID',
        `${describe(entry)} is not a finite number`,
        `${where}.${name}`,
        'Give a finite number.',
      );
    }
  }
  return entries as Record<string, number>;
}

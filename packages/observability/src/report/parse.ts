import type { Identity, Result } from './run.js';

type Tree = Readonly<Record<string, unknown>>;

/** An object of a document, empty where there is another thing. */
const tree = (value: unknown): Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Tree) : {};
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const number = (value: unknown): number | null => (Number.isFinite(value) ? (value as number) : null);

/** The entries of an object that are of one type. */
function only<T>(value: unknown, is: (entry: unknown) => entry is T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(tree(value)).filter((pair): pair is [string, T] => is(pair[1])));
}
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => Number.isFinite(value);
const isEither = (value: unknown): value is string | number => isText(value) || isNumber(value);

/** The document of a run.json, whoever wrote it. */
export function identityOf(document: unknown): Identity {
  const { scenario, fingerprint, versions, seed, modules, couplings, started, machine, git } = tree(document);
  const commit = text(tree(git)['commit']);
  return {
    scenario: { file: text(tree(scenario)['file']), tree: tree(scenario)['tree'] ?? null },
    fingerprint: text(fingerprint),
    versions: only(versions, isText),
    seed: number(seed),
    modules: number(modules),
    couplings: number(couplings),
    started: text(started),
    machine: only(machine, isEither),
    git: commit === null ? null : { commit, dirty: tree(git)['dirty'] === true },
  };
}

/** The document of a result.json; null where it tells no outcome. */
export function resultOf(document: unknown): Result | null {
  const { outcome, reason, steps, energy, unitEnergy, eta, weights, evaluations } = tree(document);
  if (!isText(outcome) || !isNumber(steps)) return null;
  return {
    outcome,
    reason: text(reason) ?? '',
    steps,
    energy: number(energy),
    unitEnergy: number(unitEnergy),
    eta: only(eta, isNumber),
    weights: only(weights, isNumber),
    evaluations: only(evaluations, isNumber),
  };
}

/** What run.json calls the run, or null. */
export const nameIn = (document: unknown): string | null => text(tree(document)['run']);

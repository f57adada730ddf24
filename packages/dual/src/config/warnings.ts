import type { ConstraintOptions, DualConfig } from '../contract.js';
import type { Settings } from '../engine/options.js';
import { isRelative } from '../normalizers/is-relative.js';
import { surgeryCalled } from '../gradients/role-warning.js';
import type { GradientOptions } from './gradients-of.js';

/** Something in a configuration that is done as asked for, and does not do what one may hope for. */
export interface Warning {
  readonly where: string;
  readonly what: string;
  readonly todo: string;
}

/** What was measured about settings like these: see docs/dual.md. */
export function warningsOf(
  config: DualConfig,
  settings: readonly Settings[],
  gradients: GradientOptions,
): readonly Warning[] {
  const of = (holds: (options: ConstraintOptions) => boolean): readonly string[] =>
    Object.entries(config.constraints).flatMap(([name, options]) => (holds(options) ? [name] : []));
  return [
    ...surgery(gradients),
    ...relative(of(isMoving)),
    ...mixed(of(isMixed)),
    ...smoothed(of(({ ema = 1 }) => ema < 1)),
    ...leaking(settings.filter(({ leak }) => leak > 0)),
    ...(config.rate === undefined ? [] : unread(settings.filter(({ name }) => without(config.constraints[name]!)))),
  ];
}

/** What is to be said of an option of some constraints; nothing where there are none. */
const about = (option: string, names: readonly string[], what: string, todo: string): readonly Warning[] =>
  names.length === 0 ? [] : [{ where: `${option} of ${names.join(', ')}`, what, todo }];

function surgery({ method, c = 0 }: GradientOptions): readonly Warning[] {
  const called = surgeryCalled(method, c);
  if (called === null) return [];
  return [
    {
      where: method === 'pcgrad' ? 'dual.pcgrad' : 'dual.gradients',
      what: `${called} over task and constraints breaks dual ascent: it stops or wanders away from the solution while λ rises`,
      todo: 'Combine by it only the gradients of objectives of one role, before λ is applied; else take sum, or cagrad with c < 1',
    },
  ];
}

const isMoving = ({ normalizer, target }: ConstraintOptions): boolean =>
  typeof target === 'number' && isRelative(normalizer);

/** A percentile of raw losses that scores are compared with. */
function isMixed({ normalizer = 'none', target }: ConstraintOptions): boolean {
  if (typeof target === 'number' || target.type !== 'percentile' || target['of'] === 'normalized') return false;
  return (typeof normalizer === 'string' ? normalizer : normalizer.type) !== 'none';
}

const relative = (names: readonly string[]): readonly Warning[] =>
  about(
    'normalizer',
    names,
    'a loss that is scored in a moving window is compared with its own past: a stationary loss looks the same at 0.001 and at 1000',
    'Where the target means a level: normalizer none, or a frozen window, {type: rank, freeze_after: 1000}',
  );

const mixed = (names: readonly string[]): readonly Warning[] =>
  about(
    'target',
    names,
    'a percentile of raw losses is compared with scores, which are on another scale',
    'Take the normalizer none, or a frozen window and {type: percentile, of: normalized}, or a baseline of scores',
  );

const smoothed = (names: readonly string[]): readonly Warning[] =>
  about(
    'ema_alpha',
    names,
    'a smoothed violation arrives late, and λ overshoots: on a least-squares problem 277 steps became 3,771 at 0.1',
    'Take ema_alpha 1 and the controller nupi, or an augmented Lagrangian (penalty), against oscillation',
  );

/** λ rests where the leak and the answer to a violation are equal: by the rate, the coefficient of a penalty and the gains that apply. */
function leaking(leaks: readonly Settings[]): readonly Warning[] {
  const ratios = leaks.map(({ controller, leak, rate, penalty }) => controller.leakBias(leak, 1, rate ?? penalty!.c));
  return about(
    'leak',
    leaks.map(({ name }) => name),
    `a leak leaves a violation of ρλ/η for good: up to ${Number(Math.max(...ratios).toPrecision(3))} λ here`,
    'Take leak 0; lambda_max limits windup without it',
  );
}

const without = ({ rate }: ConstraintOptions): boolean => rate === undefined;

/** The rate of all that a constraint does not read: a PID has gains of its own, and a penalty its coefficient. */
function unread(settings: readonly Settings[]): readonly Warning[] {
  const deaf = settings.filter(({ rate, controller }) => rate === null || controller.type === 'pid');
  if (deaf.length === 0) return [];
  const told = deaf.map(({ name, controller }) => `${name} (${controller.type === 'pid' ? 'pid: 1' : 'penalty: c'})`);
  return [
    {
      where: 'dual.eta_lambda',
      what: `the rate of all is not read by constraints whose controller is pid or that have a penalty: ${told.join(', ')}`,
      todo: 'Give those losses an eta_lambda of their own where the rate in brackets is not wanted',
    },
  ];
}

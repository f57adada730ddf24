import type { ConstraintOptions, DualConfig } from '../contract.js';
import type { Settings } from '../engine/options.js';
import { isRelative } from '../normalizers/is-relative.js';
import { roleWarning } from '../gradients/role-warning.js';
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
  const of = (holds: (options: ConstraintOptions) => boolean) =>
    Object.entries(config.constraints).filter(([, options]) => holds(options));
  return [
    ...surgery(gradients),
    ...relative(of(isMoving)),
    ...mixed(of(isMixed)),
    ...smoothed(of(({ ema = 1 }) => ema < 1)),
    ...leaking(settings.filter(({ leak }) => leak > 0)),
    ...(config.rate === undefined ? [] : unread(settings.filter(({ name }) => without(config.constraints[name]!)))),
  ];
}

type Entries = readonly (readonly [string, ConstraintOptions])[];

const namesOf = (entries: Entries): string => entries.map(([name]) => name).join(', ');

function surgery({ method, c = 0 }: GradientOptions): readonly Warning[] {
  if (roleWarning(method, ['task', 'constraint'], c) === null) return [];
  const called = method === 'cagrad' ? `CAGrad with c = ${c}` : names[method];
  return [
    {
      where: method === 'pcgrad' ? 'dual.pcgrad' : 'dual.gradients',
      what: `${called} over task and constraints breaks dual ascent: it stops or wanders away from the solution while λ rises`,
      todo: 'Combine by it only the gradients of objectives of one role, before λ is applied; else take sum, or cagrad with c < 1',
    },
  ];
}

const names = {
  sum: 'the sum',
  pcgrad: 'PCGrad',
  cagrad: 'CAGrad',
  mgda: 'MGDA',
  upgrad: 'UPGrad',
  dualproj: 'DualProj',
};

const isMoving = ({ normalizer, target }: ConstraintOptions): boolean =>
  typeof target === 'number' && isRelative(normalizer);

/** A percentile of raw losses that scores are compared with. */
function isMixed({ normalizer = 'none', target }: ConstraintOptions): boolean {
  if (typeof target === 'number' || target.type !== 'percentile' || target['of'] === 'normalized') return false;
  return (typeof normalizer === 'string' ? normalizer : normalizer.type) !== 'none';
}

const relative = (entries: Entries): readonly Warning[] =>
  entries.length === 0
    ? []
    : [
        {
          where: `normalizer of ${namesOf(entries)}`,
          what: 'a loss that is scored in a moving window is compared with its own past: a stationary loss looks the same at 0.001 and at 1000',
          todo: 'Where the target means a level: normalizer none, or a frozen window, {type: rank, freeze_after: 1000}',
        },
      ];

const mixed = (entries: Entries): readonly Warning[] =>
  entries.length === 0
    ? []
    : [
        {
          where: `target of ${namesOf(entries)}`,
          what: 'a percentile of raw losses is compared with scores, which are on another scale',
          todo: 'Take the normalizer none, or a frozen window and {type: percentile, of: normalized}, or a baseline of scores',
        },
      ];

const smoothed = (entries: Entries): readonly Warning[] =>
  entries.length === 0
    ? []
    : [
        {
          where: `ema_alpha of ${namesOf(entries)}`,
          what: 'a smoothed violation arrives late, and λ overshoots: on a least-squares problem 277 steps became 3,771 at 0.1',
          todo: 'Take ema_alpha 1 and the controller nupi, or an augmented Lagrangian (penalty), against oscillation',
        },
      ];

/** λ rests where the leak and the answer to a violation are equal: by the rate, the coefficient of a penalty and the gains that apply. */
function leaking(leaks: readonly Settings[]): readonly Warning[] {
  if (leaks.length === 0) return [];
  const ratios = leaks.map(({ controller, leak, rate, penalty }) => controller.leakBias(leak, 1, rate ?? penalty!.c));
  return [
    {
      where: `leak of ${leaks.map(({ name }) => name).join(', ')}`,
      what: `a leak leaves a violation of ρλ/η for good: up to ${Number(Math.max(...ratios).toPrecision(3))} λ here`,
      todo: 'Take leak 0; lambda_max limits windup without it',
    },
  ];
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

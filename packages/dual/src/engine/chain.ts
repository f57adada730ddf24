import type { Normalizer, Plain, Rule, Target } from '../contract.js';
import { createPenalty } from '../penalty/create-penalty.js';
import { aim } from '../rules/aim.js';
import { audit } from '../rules/audit.js';
import { clip } from '../rules/clip.js';
import { deadzone } from '../rules/deadzone.js';
import { ema } from '../rules/ema.js';
import { finite } from '../rules/finite.js';
import { leak } from '../rules/leak.js';
import { normalise } from '../rules/normalise.js';
import { type WarmUp, pace } from '../rules/pace.js';
import { restart } from '../rules/restart.js';
import { spike } from '../rules/spike.js';
import { stagger } from '../rules/stagger.js';
import type { Settings } from './options.js';

/**
 * The chain of one constraint, in the order of a step; what is not asked for is not in it.
 *
 * finite, spike · normalizer, target · penalty · freeze, ema, deadzone, stagger, audit, restart · pace, leak, controller, clip
 *
 * @param kept state of a rule by its name, when a run is resumed
 */
export function chain(
  settings: Settings,
  normalizer: Normalizer,
  target: Target,
  warmUp: WarmUp,
  kept: (name: string) => Plain | undefined,
): readonly Rule[] {
  const { sense, max, initial, controller } = settings;
  const rules: Rule[] = [finite];
  const guard = settings.spike === null ? null : spike(settings.spike, sense, kept('spike'));
  if (guard !== null) rules.push(guard[0]);
  rules.push(normalise(normalizer), aim(target, sense));
  if (settings.penalty !== null) rules.push(createPenalty(settings.penalty, sense, kept('penalty')));
  if (guard !== null) rules.push(guard[1]);
  if (settings.ema < 1) rules.push(ema(settings.ema, kept('ema')));
  if (settings.deadzone > 0) rules.push(deadzone(settings.deadzone));
  if (settings.stagger !== null) rules.push(stagger(settings.stagger.every, settings.stagger.offset));
  if (settings.audit !== null) rules.push(audit(settings.audit, kept('audit')));
  if (settings.restart) rules.push(restart);
  rules.push(pace(settings.rate, warmUp));
  if (settings.leak > 0) rules.push(leak(settings.leak));
  rules.push(controller.make({ sense, max, initial }, kept(controller.type)), clip(max, sense === 'equal'));
  return rules;
}

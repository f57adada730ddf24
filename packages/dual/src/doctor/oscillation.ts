import type { ConstraintOptions } from '../contract.js';
import { lastHalf, numbersIn, type TraceRow } from '../trace/rows.js';
import { mean } from '../trace/statistics.js';
import { percent, told } from '../text/told.js';
import type { Finding } from './finding.js';
import { periodOf } from './period.js';

/** Swings smaller than this share of the mean λ do no harm. */
const SMALL = 0.1;
/** Swings that shrink more than this from one half of the window to the next die out by themselves. */
const LASTING = 0.7;

/** λ that swings about its mean and does not settle. */
export function oscillation(
  rows: readonly TraceRow[],
  name: string,
  options: ConstraintOptions | undefined,
): readonly Finding[] {
  const late = lastHalf(rows);
  const period = periodOf(numbersIn(late, `lambda:${name}`));
  if (period === null || period.persistence < LASTING) return [];
  if (period.amplitude < SMALL * Math.abs(period.mean)) return [];
  const { length, amplitude, mean: centre, persistence, strength } = period;
  const violation = mean(numbersIn(late, `violation:${name}`).map(Math.abs));
  // Of a mean that λ swings across, a share says nothing.
  const share = amplitude < Math.abs(centre) ? `, ${percent(amplitude / Math.abs(centre))} of it` : '';
  return [
    {
      pattern: 'oscillation',
      constraints: [name],
      what:
        `λ of ${name} swings by ±${told(amplitude)} about ${told(centre)}${share}, ` +
        `every ${length} steps, and does not settle: |v| is ${told(violation)} in the mean.`,
      evidence: { period: length, amplitude, mean: centre, persistence, autocorrelation: strength, violation },
      todo: todo(options),
    },
  ];
}

function todo(options: ConstraintOptions | undefined): readonly string[] {
  const damped = options?.controller?.type === 'nupi' || options?.controller?.type === 'pid';
  const smoothed = (options?.ema ?? 1) < 1;
  return [
    ...(smoothed ? ['Take the EMA off (ema_alpha: 1): it delays the answer to a violation and drives the swing.'] : []),
    damped
      ? 'Raise the proportional gain kp of the controller, or lower its integral gain.'
      : 'Damp it: controller {type: nupi, kp: 1} (tune kp), or an augmented Lagrangian (penalty: 1, for example).',
    `Lower η_λ${options?.rate === undefined ? '' : ` (now ${told(options.rate)})`} to a quarter.`,
    'Neither smooth the violation nor widen the deadzone for this: an EMA adds delay, and a deadzone hides the swing.',
  ];
}

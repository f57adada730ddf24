/**
 * Gradient norms of terms over a target, or over their mean where the target is 0. Where all norms are 0 every ratio is 1: nothing
 * pulls, nothing is out of balance.
 */
export function ratiosOf(norms: ArrayLike<number>, target = 0): readonly number[] {
  const each = Array.from(norms);
  const scale = target > 0 ? target : each.reduce((sum, norm) => sum + norm, 0) / each.length;
  return each.map((norm) => (scale > 0 ? norm / scale : 1));
}

/**
 * Counts escapes: the energy rose in an accepted step, and later came to lie below all that had been before the rise.
 * `seen` takes the unit-weight energy of each step and returns the count so far.
 */
export function escapeCounter(): { seen(energy: number): number } {
  let [best, last, count] = [Infinity, Infinity, 0];
  let risen = false;
  return {
    seen(energy) {
      if (energy > last) risen = true;
      if (energy < best) {
        if (risen) count++;
        risen = false;
        best = energy;
      }
      last = energy;
      return count;
    },
  };
}

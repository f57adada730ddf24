import { bounds, diagonal, difference, energy, gapsGradient, gapsProduct } from './passes';
import { clear, quarticGradient, quarticProduct } from './quartics';
import { BOTH, FAMILIES, FIRST_END, H, HIGH, LOW, SECOND_END, f, kindOf, place, put, word } from './table';
import { arc, bends, dot, follows, projectedNorm, sum, turn } from './vectors';

// One partition's share of an operation, for threads.

// Words of a job; the tables of its partitions follow, then their results, a line of memory each.
const OPERATION = 0;
const NUMBER = 5;
const X = 1;
const TABLES = 16;
const RESULTS = 128;

/** `gradient` where families have sides. */
function gradientOfShare(t: usize, eta: usize, g: usize): f64 {
  let total: f64 = 0;
  if (word(t, H) != 0) total = quarticGradient(t, eta, g);
  else clear(t, g);
  for (let k = 0; k < word(t, FAMILIES); k++) {
    switch (kindOf(t, k) >> 2) {
      case BOTH: {
        total += gapsGradient(BOTH, t, k, eta, g);
        break;
      }
      case FIRST_END: {
        total += gapsGradient(FIRST_END, t, k, eta, g);
        break;
      }
      default:
        gapsGradient(SECOND_END, t, k, eta, g);
    }
  }
  return total;
}

function productOfShare(t: usize, eta: usize, v: usize, out: usize): void {
  if (word(t, H) != 0) quarticProduct(t, eta, v, out);
  else clear(t, out);
  for (let k = 0; k < word(t, FAMILIES); k++) {
    switch (kindOf(t, k) >> 2) {
      case BOTH: {
        gapsProduct(BOTH, t, k, eta, v, out);
        break;
      }
      case FIRST_END: {
        gapsProduct(FIRST_END, t, k, eta, v, out);
        break;
      }
      default:
        gapsProduct(SECOND_END, t, k, eta, v, out);
    }
  }
}

/** Does partition `p` of job `j`: the rows LOW to HIGH of its table, in every operation. */
export function work(j: usize, p: i32): void {
  const t = place(j, TABLES + p);
  const size = word(t, HIGH) - word(t, LOW);
  const x = place(j, X),
    y = place(j, X + 1),
    z = place(j, X + 2),
    u = place(j, X + 3),
    v = place(j, X + 4),
    w = place(j, X + 5);
  const number = f(j, NUMBER);
  const at = (<usize>word(t, LOW)) << 3;
  const out = j + RESULTS + ((<usize>p) << 6);
  switch (word(j, OPERATION)) {
    case 0: {
      put(out, 0, energy(t, x));
      break;
    }
    case 1: {
      put(out, 0, gradientOfShare(t, x, y));
      break;
    }
    case 2: {
      put(out, 0, difference(t, x, y));
      break;
    }
    case 3: {
      productOfShare(t, x, y, z);
      break;
    }
    case 4: {
      diagonal(t, x, y);
      break;
    }
    case 5: {
      bounds(t, x);
      break;
    }
    case 6: {
      put(out, 0, sum(size, x + at));
      break;
    }
    case 7: {
      put(out, 0, dot(size, x + at, y + at));
      break;
    }
    case 8: {
      put(out, 0, projectedNorm(size, x + at, y + at));
      break;
    }
    case 9: {
      put(out, 0, arc(size, x + at, y + at, z + at, number, u + at));
      break;
    }
    case 10: {
      bends(size, x + at, y + at, out);
      break;
    }
    case 11: {
      follows(size, number, x + at, y + at, z + at, u + at, v + at, out);
      break;
    }
    default:
      turn(size, number, x + at, y + at, z + at);
  }
}

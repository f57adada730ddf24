/** Most inputs that are tried on the way, and most ms. */
const MOST = { tries: 300, ms: 10_000 };

/** A shorter text for which `fails` holds still: ever smaller pieces of it are left out. */
export async function minimised(text, fails) {
  const end = performance.now() + MOST.ms;
  let tries = 0;
  let least = text;
  for (let size = Math.ceil(least.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < least.length && tries < MOST.tries && performance.now() < end;) {
      const less = least.slice(0, from) + least.slice(from + size);
      tries++;
      if (await fails(less)) least = less;
      else from += size;
    }
  }
  return least;
}

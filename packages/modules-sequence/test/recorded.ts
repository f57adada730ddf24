/** A rising sequence of any length that takes no memory and notes which places are read. */
export function recorded(length: number): { values: number[]; reads: number[] } {
  const reads: number[] = [];
  const values = new Proxy<number[]>([], {
    get(_target, key) {
      if (key === 'length') return length;
      reads.push(Number(key));
      return Number(key);
    },
  });
  return { values, reads };
}

/** What a call throws. */
export function errorOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

/** What a policy is asked: for each answer wanted, the tokens that it is about. */
export type Prompt = readonly (readonly number[])[];

/** In which order prompts and answers are read; see `scriptOf`. */
export type Layout = 'interleaved' | 'prefix' | 'echoed';

/** All of them, for options. */
export const layouts = ['interleaved', 'prefix', 'echoed'] as const satisfies readonly Layout[];

/** Stands in a script where an answer comes. */
export const ANSWER = -1;

/**
 * A prompt as a sequence of tokens with places for its answers:
 *
 *     interleaved   x1 · x2 · x3 ·             each answer right after what it is about
 *     prefix        x1 x2 x3 · · ·             all answers after the whole prompt
 *     echoed        x1 x2 x3 END x1 · x2 · …   the whole prompt first, then interleaved: each answer may depend on all of it
 *
 * @param end the token that ends the first reading of an echoed prompt
 */
export function scriptOf(prompt: Prompt, layout: Layout, end: number): readonly number[] {
  const interleaved = prompt.flatMap((item) => [...item, ANSWER]);
  if (layout === 'interleaved') return interleaved;
  const whole = prompt.flat();
  return layout === 'prefix' ? [...whole, ...prompt.map(() => ANSWER)] : [...whole, end, ...interleaved];
}

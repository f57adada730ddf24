/** A name that was given, to look for the nearest one; nothing is near to what is no text. */
export const nameOf = (given: unknown): string => (typeof given === 'string' ? given : '');

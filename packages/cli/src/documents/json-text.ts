/** A document as it is printed and written. Numbers that JSON cannot write become null. */
export const jsonText = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;

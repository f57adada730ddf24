/** Texts of users and of others' code may hold line breaks and control characters; what is told is one line all the same. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

/** What went wrong was told of when it happened; the command did its work otherwise. */
export class Told extends Error {}

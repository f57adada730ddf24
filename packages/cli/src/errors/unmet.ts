/** A command did its work, and what it printed says that something does not hold: exit code 1, nothing more to tell. */
export class Unmet extends Error {}

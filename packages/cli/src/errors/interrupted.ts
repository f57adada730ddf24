/** A run that SIGINT or SIGTERM ended between two steps; the message says how to go on. */
export class Interrupted extends Error {}

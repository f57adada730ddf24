/** What was asked for cannot be done: one line for people, `what. How to mend it.` */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(what: string, fix: string) {
    super(`${what}. ${fix}`);
  }
}

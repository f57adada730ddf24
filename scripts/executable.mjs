// Where a program is, if it is anywhere.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * What an environment variable says, Debian's place of the first name, then PATH by every name.
 *
 * @param {string} variable
 * @param {readonly string[]} names
 * @returns {string | undefined} the path of an executable
 */
export function findExecutable(variable, names) {
  const { [variable]: given, PATH = '' } = process.env;
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [given, `/usr/bin/${names[0]}`, ...onPath].find((path) => path !== undefined && existsSync(path));
}

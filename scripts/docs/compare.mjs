// Whether a program printed what a page says.

/** Without what differs between machines and versions: times, versions, widths of columns, last digits. */
const settled = (text) =>
  text
    .trimEnd()
    .replace(/-?\d+\.\d{7,}/g, (digits) => Number(digits).toPrecision(6))
    .replace(/\d+\.\d$/gm, 'ms')
    .replace(/\d+\.\d+\.\d+/g, 'version')
    .replace(/ +$/gm, '')
    .replace(/ +/g, ' ');

/** A line `...` of a page stands for any number of lines. */
export function agrees(printed, told) {
  const parts = settled(told).split(/^\.\.\.$\n?/m);
  const text = settled(printed);
  let at = 0;
  for (const [k, part] of parts.entries()) {
    const last = k === parts.length - 1;
    const found = last && k > 0 ? text.length - part.length : text.indexOf(part, at);
    if (found < at || (k === 0 && found !== 0) || !text.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return parts.length > 1 || at === text.length;
}

/** A piece of a page that is safe to be put there as it is. */
export class Html {
  constructor(readonly text: string) {}
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML that shows it, in an element or in a quoted attribute. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character]!);

/** What may stand in a template: texts are escaped, pieces of a page are not; lists are joined. */
export type Content = string | number | Html | readonly Content[];

/** A template for HTML: whatever is filled in is shown as text, unless it is a piece of a page. */
export function markup(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Html(parts.map((part, k) => part + (k < contents.length ? textOf(contents[k]!) : '')).join(''));
}

function textOf(content: Content): string {
  if (content instanceof Html) return content.text;
  if (typeof content === 'object') return content.map(textOf).join('');
  return escaped(String(content));
}

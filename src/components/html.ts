/** Markup that is ready to be put into a page; everything else is escaped when it is put into markup. */
export class Html {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text
  }
}

type Insert = Html | string | number | false | null | undefined | readonly Insert[]

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text made safe to stand in markup or in an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string)
}

/** Markup from a template: inserted text is escaped, inserted markup is not, null and false give nothing. */
export function html(strings: TemplateStringsArray, ...inserts: readonly Insert[]): Html {
  return new Html(strings.reduce((text, string, index) => text + insert(inserts[index - 1]) + string))
}

function insert(value: Insert): string {
  if (value instanceof Html) return value.text
  if (Array.isArray(value)) return value.map(insert).join('')
  return value === null || value === undefined || value === false ? '' : escapeHtml(String(value))
}

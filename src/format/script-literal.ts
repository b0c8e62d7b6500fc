/** A value as a literal of a script; nothing in it ends the script of a page that holds it. */
export function scriptLiteral(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

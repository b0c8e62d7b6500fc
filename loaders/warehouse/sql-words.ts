/** A string as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** A name of a column, a table or a schema as SQL reads it, whatever stands in it. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

import type { Completion, CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete'
import type { KnownTable } from './catalog.ts'

const word = /[\p{L}\p{N}_.]*$/u
const afterJoin = /\bjoin\s+[\w.]*$/i
const afterSource = /\b(?:from|join)\s+[\w.]*$/i
const beforeValue = /(?<name>[\w.]+)\s*(?:=|<>|!=|\bin\s*\((?:\s*'(?:[^']|'')*'\s*,)*)\s*(?<typed>'[^']*)$/i
const afterDot = /\b([\w.]+)\.(\w*)$/

/** Completes names of tables and columns, also by their Japanese titles; a join by its key. */
export function nameSource(tables: () => readonly KnownTable[]): CompletionSource {
  return (context) => {
    const typed = context.matchBefore(word)
    if (beforeValue.test(textBefore(context))) return null
    if (!typed || (typed.text === '' && !context.explicit && !afterSource.test(textBefore(context)))) return null
    const options = optionsAt(context, tables())
    return options.length === 0 ? null : result(typed.from, typed.text, options)
  }
}

/** Completes a value within a quote after a column, `lead_department = '`, by those that the column has. */
export function valueSource(tables: () => readonly KnownTable[], values: (table: string, column: string) => Promise<readonly string[]>): CompletionSource {
  return async (context) => {
    const { name = '', typed = '' } = beforeValue.exec(textBefore(context))?.groups ?? {}
    const column = name.split('.').at(-1) ?? ''
    const used = usedTables(context.state.doc.toString(), tables())
    const owner =
      used.find(({ alias, table }) => name.startsWith(`${alias}.`) && hasColumn(table, column)) ?? used.find(({ table }) => hasColumn(table, column))
    if (typed === '' || !owner) return null
    const options = (await values(owner.table.name, column)).map((value) => ({ label: value, type: 'text', detail: column }))
    const isClosed = context.state.sliceDoc(context.pos, context.pos + 1) === "'"
    return options.length === 0 ? null : { from: context.pos - typed.length, to: isClosed ? context.pos + 1 : context.pos, options, validFor: /^'[^']*$/ }
  }
}

function hasColumn({ columns }: KnownTable, name: string): boolean {
  return columns.some((column) => column.name === name)
}

function textBefore({ state, pos }: CompletionContext): string {
  return state.sliceDoc(Math.max(0, pos - 200), pos)
}

function optionsAt(context: CompletionContext, tables: readonly KnownTable[]): Completion[] {
  const before = textBefore(context)
  const used = usedTables(context.state.doc.toString(), tables)
  const [, qualifier = ''] = afterDot.exec(before) ?? []
  const qualified = used.find(({ alias, table }) => alias === qualifier || table.name === qualifier) ?? find(tables, qualifier)
  if (qualified) return columnOptions(qualified.table, `${qualifier}.`)
  if (afterJoin.test(before))
    return [
      ...joinOptions(
        used.map(({ table }) => table),
        tables,
      ),
      ...tables.map(tableOption),
    ]
  if (afterSource.test(before)) return tables.map(tableOption)
  const columnsOf = used.length > 0 ? used.map(({ table }) => table) : tables.filter(({ name }) => !name.includes('.'))
  return [...columnsOf.flatMap((table) => columnOptions(table, '')), ...tables.map(tableOption)]
}

function find(tables: readonly KnownTable[], name: string): { table: KnownTable } | undefined {
  const table = tables.find((known) => known.name === name)
  return table && { table }
}

/** The tables that a query reads from, each with the short name it is given. */
function usedTables(sql: string, tables: readonly KnownTable[]): { table: KnownTable; alias: string }[] {
  return [...sql.matchAll(/\b(?:from|join)\s+([\w.]+)(?:\s+(?:as\s+)?(\w+))?/gi)].flatMap(([, name = '', alias = name]) => {
    const table = tables.find((known) => known.name === name)
    return table ? [{ table, alias }] : []
  })
}

/** The tables that lead to one at hand by its key, or that it leads to. */
function joinOptions(used: readonly KnownTable[], tables: readonly KnownTable[]): Completion[] {
  const links = used.flatMap((from) => [
    ...from.references.map(({ table, columns }) => ({ table, columns, from })),
    ...tables.flatMap((to) => to.references.filter(({ table }) => table === from.name).map(({ columns }) => ({ table: to.name, columns, from }))),
  ])
  return links
    .filter(({ columns }) => columns.every((column) => !column.startsWith('referenced_')))
    .map(({ table, columns, from }) => ({
      label: table,
      displayLabel: `${table} USING (${columns.join(', ')})`,
      detail: `${from.title}とのキー`,
      apply: `${table} USING (${columns.join(', ')})`,
      type: 'class',
      boost: 10,
    }))
}

function tableOption({ name, title }: KnownTable): Completion {
  return { label: name, detail: title, type: 'class' }
}

function columnOptions({ columns, name: table }: KnownTable, prefix: string): Completion[] {
  return columns.map(({ name, title }) => ({ label: `${prefix}${name}`, displayLabel: name, detail: `${title} ${table}`.trim(), type: 'property', boost: 1 }))
}

/** Names that fit what was typed: the editor matches them itself, but for words that stand in titles only. */
function result(from: number, typed: string, options: readonly Completion[]): CompletionResult {
  if (!/[^ -~]/.test(typed)) return { from, options: unique(options), validFor: /^[\w.]*$/ }
  const fitting = options.filter(({ detail }) => detail?.includes(typed))
  return { from, options: unique(fitting), filter: false }
}

function unique(options: readonly Completion[]): Completion[] {
  return [...new Map(options.map((option) => [`${option.label} ${option.apply ?? ''}`, option])).values()]
}

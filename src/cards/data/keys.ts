import type { Table } from '../../../loaders/records/table.ts'
import { tables } from '../../../loaders/tables.ts'
import { KeyDiagram } from '../../charts/key-diagram.ts'
import { html } from '../../markup/html.ts'
import type { Card } from '../card.ts'

/** Which columns tell a row from others, and which table it refers to, as a diagram and as a table. */
export function keysCard(): Card {
  const all = Object.values<Table>(tables)
  const titleOf = (name: string) => all.find((table) => table.name === name)?.title ?? name
  return {
    id: 'keys',
    finding: 'どの表も、プランIDと項目番号でつながる',
    scope: '枠の中は表の名前とキー (1行を決める列)。線は、下の表の行が上の表の行を指すこと。根拠の行 (source_line) は、どの表でも「原文の行」のline_noを指す。',
    chart: (size) =>
      KeyDiagram(
        all.map(({ name, title, key, references = [] }) => ({ name, title, key, references: references.map(({ table }) => table) })),
        size,
      ),
    table: {
      head: ['表', 'キー', '指す表'],
      rows: all.map(({ name, title, key, references = [] }) => [
        { value: title, shown: html`<a href="#table-${name}">${title}</a>` },
        key.join(', '),
        references.map(({ columns, table }) => `${titleOf(table)} (${columns.join(', ')})`).join('、'),
      ]),
    },
    source: '表の定義',
  }
}

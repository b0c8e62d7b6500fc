import type { Table } from '../../../loaders/records/table.ts'
import { published } from '../../../loaders/warehouse/published.ts'
import type { Sheet } from '../../../loaders/workbook/sheet.ts'

export const columnsName = '列の説明'

const widestMeaning = 100

/** What every column of every table and view means, from the one definition. */
export function columnsSheet(): Sheet {
  return {
    name: columnsName,
    isTable: true,
    head: [
      '表',
      { words: '1行が表すもの', mostLines: 2 },
      '列',
      { words: '意味', widest: widestMeaning },
      '単位',
      '取りうる値',
      'ParquetとCSVでの表',
      'ParquetとCSVでの列',
    ],
    rows: Object.values<Table>(published).flatMap(({ name, title, grain, columns }) =>
      columns.map((column) =>
        [title, grain, column.title, column.description, column.unit ?? null, column.values?.join('、') ?? null, name, column.name].map((value) => ({ value })),
      ),
    ),
  }
}

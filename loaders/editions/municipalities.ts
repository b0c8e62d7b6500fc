import { column, notMeasured, type RowOf, required, type Table } from '../records/table.ts'

/** The table of municipalities that are known, whether a plan of theirs is read or not. */
export const municipalities = {
  name: 'municipalities',
  title: '自治体',
  grain: 'data/municipalities.csv に書かれた自治体1つに1行',
  key: ['municipality_code'],
  columns: [
    column('municipality_code', 'VARCHAR', '団体コード', '全国地方公共団体コード6桁 (検査数字を含む)', required),
    column('name', 'VARCHAR', '自治体名', '自治体の名前', required),
    column('prefecture', 'VARCHAR', '都道府県', '自治体のある都道府県'),
    column('population', 'INTEGER', '人口', '自治体の人口', { unit: '人', minimum: 0, ...notMeasured }),
    column('population_as_of', 'DATE', '人口の基準日', '人口を数えた日'),
    column('source', 'VARCHAR', '出典', '人口の出典'),
  ],
} as const satisfies Table

/** A municipality with its population in persons. */
export type Municipality = RowOf<typeof municipalities>

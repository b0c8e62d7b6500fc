import type { Report } from '../document/report.ts'
import type { Words, WordsMatch } from '../document/words.ts'
import type { Item } from '../structure/item.ts'
import { fiscalYearOf, namedFiscalYear } from '../vocabulary/eras.ts'
import { wholeNumeral } from '../vocabulary/numerals.ts'
import { itemTable, type Reading } from './reading.ts'
import { resultsOf } from './results.ts'
import { statedColumns, statedIn } from './stated.ts'
import { column, figureNo, fiscalYear, itemNo, ofItem, people, planId, provenance, type Table } from './table.ts'

const definition = {
  name: 'reemployment',
  title: '再任用職員',
  grain: '年度に1行',
  key: ['plan_id', 'item_no', 'fiscal_year'],
  references: ofItem,
  columns: [
    planId,
    itemNo,
    fiscalYear,
    column('total', 'INTEGER', '再任用職員', '再任用職員の数', {
      ...people,
      measure: { title: '再任用職員', basis: 'actual', isAdditive: false },
    }),
    column('full_time', 'INTEGER', 'フルタイム', 'うちフルタイム', {
      ...people,
      measure: { title: '再任用職員 (フルタイム)', basis: 'actual', isAdditive: false },
    }),
    column('short_time', 'INTEGER', '短時間', 'うち短時間', {
      ...people,
      measure: { title: '再任用職員 (短時間)', basis: 'actual', isAdditive: false },
    }),
    column('retirees', 'INTEGER', '前年度の定年退職者', '前年度に定年退職した人数', {
      ...people,
      measure: { title: '前年度の定年退職者', basis: 'actual', isAdditive: false },
    }),
    column('rehired', 'INTEGER', '再任用された人', '定年退職者のうち再任用された人数', {
      ...people,
      measure: { title: '再任用された定年退職者', basis: 'actual', isAdditive: false },
    }),
    column('rehired_full_time', 'INTEGER', '同フルタイム', '再任用された人のうちフルタイム', {
      ...people,
      measure: { title: '再任用された定年退職者 (フルタイム)', basis: 'actual', isAdditive: false },
    }),
    column('rehired_short_time', 'INTEGER', '同短時間', '再任用された人のうち短時間', {
      ...people,
      measure: { title: '再任用された定年退職者 (短時間)', basis: 'actual', isAdditive: false },
    }),
    ...provenance,
    figureNo('total', '再任用職員'),
    figureNo('full_time', 'フルタイム'),
    figureNo('short_time', '短時間'),
    figureNo('retirees', '前年度の定年退職者'),
    figureNo('rehired', '再任用された人'),
    figureNo('rehired_full_time', '同フルタイム'),
    figureNo('rehired_short_time', '同短時間'),
  ],
} as const satisfies Table

/** The rehired staff of a year. */
export type ReemploymentRecord = Reading<typeof definition>

const split = (name: string) =>
  String.raw`\s*\(\s*フルタイム\s*(?<${name}Full>${wholeNumeral})\s*人\s*[、,・]\s*短時間\s*(?<${name}Short>${wholeNumeral})\s*人\s*\)`
const rehiredStaff = new RegExp(
  String.raw`(?:(?<year>${namedFiscalYear})\s*(?:の|は|における)?\s*[、,]?\s*)?再任用職員(?:数)?\s*[はがをの:]?\s*(?<total>${wholeNumeral})\s*人(?:${split('total')})?`,
  'd',
)
const retired = new RegExp(
  String.raw`定年退職者(?:数)?\s*(?<retirees>${wholeNumeral})\s*人のうち\s*[、,]?\s*(?<rehired>${wholeNumeral})\s*人[^。()]*(?:${split('rehired')})?`,
  'd',
)

/**
 * 再任用職員: one row for each year whose results count them, with the retirees of the year before where they are named. A
 * second count of a year that says otherwise is reported.
 */
function readReemployment(item: Item, report: Report): ReemploymentRecord[] {
  const byYear = new Map<number, ReemploymentRecord>()
  for (const row of statedReemployment(item)) {
    const first = byYear.get(row.fiscal_year)
    if (!first) byYear.set(row.fiscal_year, row)
    else if (first.total !== row.total)
      report.warn('unread-number', row.words, `${row.fiscal_year}年度の再任用職員数が2通りある: ${first.total}人と${row.total}人。初めのものを採る`)
  }
  return [...byYear.values()]
}

/** Each statement of 再任用職員, in the order of the document. */
export function statedReemployment(item: Item): ReemploymentRecord[] {
  return resultsOf(item).flatMap(({ fiscalYear, words }) => {
    const staff = words.form.includes('再任用職員') ? words.match(rehiredStaff) : undefined
    if (!staff) return []
    const after = words.match(retired)
    return [
      {
        item_no: item.no,
        fiscal_year: fiscalYearOf(staff.form('year') ?? '') ?? fiscalYear,
        ...statedColumns('total', statedIn(staff, 'total')),
        ...statedColumns('full_time', statedIn(staff, 'totalFull')),
        ...statedColumns('short_time', statedIn(staff, 'totalShort')),
        ...statedColumns('retirees', statedIn(after, 'retirees')),
        ...statedColumns('rehired', statedIn(after, 'rehired')),
        ...statedColumns('rehired_full_time', statedIn(after, 'rehiredFull')),
        ...statedColumns('rehired_short_time', statedIn(after, 'rehiredShort')),
        words: span(staff, after),
      },
    ]
  })
}

function span(first: WordsMatch, last: WordsMatch | undefined): Words {
  const words = first.words() as Words
  return last && last.index > first.index ? words.through(last.words() as Words) : words
}

/** 再任用職員. */
export const reemployment = itemTable(definition, (item, { report }) => readReemployment(item, report))

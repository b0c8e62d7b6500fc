import type { Report } from '../document/report.ts'
import type { Words, WordsMatch } from '../document/words.ts'
import type { Item, Reading } from '../structure/item.ts'
import { fiscalYearOf, namedFiscalYear } from '../vocabulary/eras.ts'
import { wholeNumeral } from '../vocabulary/numerals.ts'
import { resultsOf } from './results.ts'
import { statedColumns, statedIn } from './stated.ts'

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
export function readReemployment(item: Item, report: Report): Reading<'reemployment'>[] {
  const byYear = new Map<number, Reading<'reemployment'>>()
  for (const row of statedReemployment(item)) {
    const first = byYear.get(row.fiscal_year)
    if (!first) byYear.set(row.fiscal_year, row)
    else if (first.total !== row.total)
      report.warn('unread-number', row.words, `${row.fiscal_year}年度の再任用職員数が2通りある: ${first.total}人と${row.total}人。初めのものを採る`)
  }
  return [...byYear.values()]
}

/** Each statement of 再任用職員, in the order of the document. */
export function statedReemployment(item: Item): Reading<'reemployment'>[] {
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

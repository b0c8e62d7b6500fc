import type { Report } from '../document/report.ts'
import type { Source } from '../document/source.ts'
import { Words } from '../document/words.ts'

const units = '円|人|名|件|社|世帯|団体|施設|台|%|パーセント'
/** A number in kanji that states an amount or a count: 三千円, 二十三人; no unit of a table (千円) and nothing vague (数百人). */
const kanjiNumber = new RegExp(
  `(?<![\\d.,数何第幾〇一二三四五六七八九十百千万億兆])(?=[〇一二三四五六七八九]|十)[〇一二三四五六七八九十百千万億兆]{1,20}(?:${units})`,
  'g',
)
/** What such letters say without counting: 一人ひとり, 二世帯住宅. */
const idiom = /^(?:一人|十人十色|[二三]世帯住宅|二人三脚)/

/** Reports each amount and count in kanji: no table has it, since the numbers of a document are its runs of digits. */
export function reportKanjiNumerals(source: Source, report: Report): void {
  for (const { 0: number, index } of source.form.matchAll(kanjiNumber)) {
    if (idiom.test(source.form.slice(index, index + 6))) continue
    report.warn('unread-number', Words.of(source, index, index + number.length), `漢数字の金額や数は読み取らない: ${number}`)
  }
}

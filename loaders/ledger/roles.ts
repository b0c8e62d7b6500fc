import type { Reason } from '../records/reasons.ts'
import { scale } from '../vocabulary/amounts.ts'
import { eraLetter, eraPattern, eraYearNumber } from '../vocabulary/eras.ts'
import { itemCodeStart } from '../vocabulary/item-codes.ts'
import { spanMark, yearsMark } from '../vocabulary/year-spans.ts'

/**
 * What a number of a document can be: its name in Japanese, whether it measures something (the others are dates, years, numbers
 * of lists and the like), and the reason why a number of the role is no value where its place has no say in it.
 */
export const roles = {
  amount: { title: '金額', measures: true, reason: null },
  count: { title: '数', measures: true, reason: null },
  percent: { title: '割合', measures: true, reason: null },
  score: { title: '点', measures: true, reason: null },
  area: { title: '面積', measures: true, reason: null },
  measure: { title: '計量', measures: true, reason: null },
  date: { title: '日付', measures: false, reason: 'date' },
  time: { title: '時刻', measures: false, reason: 'date' },
  year: { title: '年', measures: false, reason: 'year' },
  fiscal_year: { title: '年度', measures: false, reason: 'year' },
  item_no: { title: '項目番号', measures: false, reason: 'list number' },
  plan_no: { title: 'プランの次数', measures: false, reason: 'list number' },
  list_no: { title: '箇条の番号', measures: false, reason: 'list number' },
  page_no: { title: 'ページ番号', measures: false, reason: 'page' },
  note_no: { title: '注の番号', measures: false, reason: 'list number' },
  ordinal: { title: '順番', measures: false, reason: 'list number' },
  duration: { title: '期間', measures: false, reason: 'date' },
  age: { title: '年齢', measures: false, reason: null },
  name: { title: '名前の一部', measures: false, reason: 'name' },
} as const satisfies Readonly<Record<string, { title: string; measures: boolean; reason: Reason | null }>>

/** The id of a role, as `figures.role` holds it. */
export type RoleId = keyof typeof roles

/** Every role, by its id. */
export const roleIds = Object.keys(roles) as readonly RoleId[]

/** What a number is, and the unit printed after it (null where it has none). */
export interface Role {
  role: RoleId
  unit: string | null
}

interface RoleRule {
  role: RoleId
  /** what stands right before the number, folded */
  before?: RegExp
  /** what stands right after it; its `unit` group is the unit, else the whole match */
  after?: RegExp
  /** the printed number itself */
  number?: RegExp
}

/** The sign of a note right before its number: 件※1, 件*2, （注3）. */
const noteSign = /(?:※|\*|(?<![受発])注\s?)$/
const numberSign = String.raw`(?:N[Oo](?:\s*\.)?|№)`
const endsWithEra = new RegExp(String.raw`${eraPattern}\s*$`)
const yearsTo = new RegExp(String.raw`^(?:\s*年度?)?\s*[~-](?:\s*${eraPattern})?\s*${eraYearNumber}\s*年度`)
const counters =
  '人|名|件|施設|団体|社|戸|世帯|台|回|度|本|校|園|店舗|店|箇所|か所|カ所|ヶ所|ヵ所|ケ所|つ|室|担当|業務|分類|病床|床|市|町|村|課|地域|種類|種|枚|口|冊|部署|部|事業|項目|路線|組|組織|施策|品目|品|者|法人|事業者|基|棟|区|案|講座|コース|ページ|頁|議案|機関|チーム|か国|段階'

/** The rules in order; the first whose conditions all hold gives the role. */
const rules: readonly RoleRule[] = [
  { role: 'item_no', before: /(?:No(?:\s*\.)?|№)\s*$/i },
  { role: 'item_no', before: /(?:No(?:\s*\.)?|№)\s*\d[^()]*$/i, after: /^\s*(?:(?:[・、,]|及び|と)\s*\d+\s*)*再掲/ },
  { role: 'item_no', before: new RegExp(String.raw`${numberSign}\s*${itemCodeStart}$`), after: /^(?:[-\s)、,。・]|の?再掲|$)/ },
  { role: 'item_no', before: new RegExp(String.raw`${numberSign}\s*${itemCodeStart}\($`), after: /^\)/ },
  { role: 'note_no', before: noteSign, number: /^\d{1,2}$/, after: /^(?:[\s)、,。:]|$)/ },
  { role: 'list_no', before: /(?:^|[\s。」】])\($/, after: /^\)/ },
  { role: 'list_no', before: /(?:^|[\s。」】])$/, number: /^\d{1,2}$/, after: /^[.．](?!\s*\d)/ },
  { role: 'date', before: new RegExp(`(?:^|[^A-Za-z])${eraLetter}$`), number: /^\d+\.\d+$/ },
  { role: 'date', before: new RegExp(String.raw`${eraLetter}\d+\.\d+\.$`) },
  { role: 'fiscal_year', after: /^\s*(?<unit>年度)/ },
  { role: 'fiscal_year', after: yearsTo },
  { role: 'fiscal_year', after: new RegExp(String.raw`^\s*\((?:${eraPattern})?\s*${eraYearNumber}\s*年?\s*\)\s*年度`) },
  { role: 'date', after: /^\s*(?<unit>年)\s*\d+\s*月/ },
  { role: 'date', after: /^\s*(?<unit>月)(?!間)/ },
  { role: 'date', after: /^\s*(?<unit>日)(?!間)/ },
  { role: 'year', before: endsWithEra, after: /^\s*(?<unit>年)(?!間)/ },
  { role: 'fiscal_year', before: endsWithEra, after: /^(?!\s*[十百千]?[万億兆]?円)/ },
  { role: 'year', number: /^(?:19|20)\d\d$/, after: /^\s*(?<unit>年)(?!間)/ },
  { role: 'plan_no', after: /^\s*(?<unit>[次期])[^。、,【】]{0,20}?(?:プラン|計画|大綱)/ },
  { role: 'plan_no', before: /(?:プラン|計画|大綱)\s*\(\s*第?\s*$/, after: /^\s*(?<unit>[次期])/ },
  { role: 'ordinal', after: /^\s*(?<unit>次|期|期生|番目|位|階|巡目)/ },
  { role: 'ordinal', before: /第\s*$/, after: /^\s*(?<unit>回|号|条|項|章|弾)?/ },
  { role: 'time', after: /^\s*(?<unit>時(?!間|点|期|代))/ },
  { role: 'time', before: /時\s*$/, after: /^\s*(?<unit>分)/ },
  { role: 'duration', after: new RegExp(String.raw`^\s*(?<unit>${spanMark}月|${yearsMark}|年|週間|日間|時間|分(?!の|類)|秒)`) },
  { role: 'age', after: /^\s*(?<unit>歳)/ },
  { role: 'percent', after: /^\s*(?<unit>%|割|パーセント)/ },
  { role: 'score', after: /^\s*(?<unit>ポイント|点(?!検|字|在))/ },
  { role: 'area', after: /^\s*(?<unit>㎡|m²|m2|平方メートル|ha|ヘクタール)/ },
  { role: 'amount', after: new RegExp(String.raw`^\s*(?<unit>(?:${scale}\s*)?円)`) },
  { role: 'amount', after: /^\s*(?<unit>[十百千]?[万億兆]|[十百千](?=\s*\d[\d,.]*\s*[十百千]?[万億兆]?円))/ },
  { role: 'name', after: /^\s*号/ },
  { role: 'measure', after: /^\s*(?<unit>km|m|t|kg|kWh|kW|MB|GB|[㎜㎝㎞㎎㎏㎘ℓ]|リットル|トン)(?![A-Za-z])/ },
  { role: 'name', before: /[A-Za-z]-?$/ },
  { role: 'count', after: new RegExp(`^\\s*(?<unit>${counters})`) },
  { role: 'name', after: /^[\p{Script=Hiragana}\p{Script=Katakana}ー]*[A-Za-z]/u },
  { role: 'name', before: /[「『“][^」』”]*$/, after: /^[\p{L}]/u },
  { role: 'note_no', before: noteSign, number: /^\d{1,2}$/ },
]

/** The role of a number by the words around it, undefined where no rule knows it. */
export function roleOf(before: string, number: string, after: string): Role | undefined {
  for (const rule of rules) {
    if (rule.number && !rule.number.test(number)) continue
    if (rule.before && !rule.before.test(before)) continue
    const match = rule.after?.exec(after)
    if (rule.after && !match) continue
    return { role: rule.role, unit: match?.groups?.unit ?? null }
  }
  return undefined
}

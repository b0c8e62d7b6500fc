import { headYear } from './year-heads.ts'
import { yearSpan } from './year-spans.ts'

/**
 * What an amount is by its name: `actual` is what adds up; a plan, a sum of years so far, a change, a rate, a value that the
 * document corrects and a sum of others do not.
 */
export type MoneyRole = 'actual' | 'planned' | 'cumulative' | 'difference' | 'rate' | 'superseded' | 'sum'

/** The name of a column or row of a money table by what it says. */
export interface MoneyName {
  role: MoneyRole
  /** whether it says nothing else: 計画額, but not 電気代（計画） */
  isRoleAlone: boolean
  /** whether the amount is counted under another item too: 再掲 */
  isRepeat: boolean
  /** whether it holds a word of a sum, a plan, a rate, a repetition or a correction that nobody can be sure of */
  isOpen: boolean
}

const amountWord = '(?:効果|削減|節減|縮減|増収|収入)?(?:金額|額|値)?'
const planned = `(?:当初|年度|年間|数値|効果|期待)?(?:計画|目標|予定|見込み?|予算|想定|推計|試算|予測)(?:時|数)?${amountWord}|(?:当初|期待|査定)${amountWord}`
const actual = `(?:年度|年間|数値|効果)?(?:実績|決算)数?${amountWord}|最終${amountWord}|(?:単年度|当年度?|各年度)(?:分の?)?${amountWord}|正|新|訂正|(?:訂正|修正|変更)後`
const cumulative = `(?:累計|累積|通算|継続的?な?)(?:の?実績)?${amountWord}`
const rate = '(?:計画|目標)?(?:達成|進捗|執行)(?:率|度)|(?:[年月日]|1[人件回日])?(?:平均|単価)額?'
const difference = `(?:対)?(?:前年度?|昨年度?|計画|目標|予算|当初)(?:から|と|と比べた|に対する|に比べた|より)?の?(?:比較?|差|増減|差額)${amountWord}|対前年度?額?|差引?|差額|増減額?|比較増減`
const superseded = '誤|旧|取り?消し?|見え消し|(?:訂正|修正|変更)前'

/** The roles with the names that say nothing else. */
const names = { superseded, rate, difference, cumulative, planned, actual } as const satisfies Partial<Record<MoneyRole, string>>
const alone = Object.entries(names).map(([role, name]) => ({ role: role as keyof typeof names, pattern: new RegExp(`^(?:${name})$`) }))

/** What follows the name of the thing itself: 電気代計画額, 電気代の累計; a bare 計画 or 実績 may be part of that name. */
const behind: readonly { role: MoneyRole; pattern: RegExp }[] = [
  { role: 'superseded', pattern: /(?:訂正|修正)前$/ },
  { role: 'rate', pattern: /(?:達成|進捗|執行)(?:率|度)$|(?<=.)(?:単価|平均)額?$/ },
  { role: 'difference', pattern: /(?:前年度?|昨年度?|計画|目標)(?:比|との差|からの増減|増減)額?$/ },
  { role: 'cumulative', pattern: /(?:累計|累積)(?:効果)?額?$/ },
  { role: 'planned', pattern: /(?:計画|目標|予定|見込)(?:効果)?(?:額|値)$/ },
]
/** Letters of the longest word that says what an amount is. */
const longestRole = 10
const openWord =
  /~~|正しくは|一部再掲|(?:(?<!総)合|総|小)計(?!画)|累[計積](?=額|値|分|の?効果|の?実績|[()]|$)|訂正(?=前|後|分|額|[()]|$)|前年度?比|達成率(?=[()]|$)|再掲(?![示出載])|(?:計画|目標|予算)(?:比|差|との|に対|より|から)|^(?:通年|平年度)(?:化|ベース|換算|分|効果)*額?(?=[()]|$)|月額$|取り?消し?(?=[()]|$)|^[×✕✖]|^内(?![数部装科線示水陸訳定服視外容閣職海規勤覧町田郷])(?=[^\s)])/
const bracketed = /\(([^()]*)\)/g
/** What stands behind a name and says nothing of it: its unit, and the sign by which a formula calls it (計画額(A), 実績②). */
const notOfName = /\((?:単位:?)?[千万百億]*円\)|\([A-Za-z①-⑳]\)(?=\)|$)|[①-⑳](?=\)|$)/g
const anyAmountName = /^(?:財政|取組)?効果(?:額|金額)?$|^金額$/

/** What the name of a column, a row or an amount says, on folded text. */
export function moneyName(form: string): MoneyName {
  const whole = withRoundBrackets(form)
    .replace(/[:：]$/, '')
    .replace(notOfName, '')
  const notes = [...whole.matchAll(bracketed)].map(([, note]) => note as string)
  const core = whole.replace(bracketed, '')
  const isRepeat = isRepeatName(whole)
  const ofNote = notes.map(roleAlone).find((role) => role !== undefined)
  const ofCore = core === '' ? undefined : roleAlone(core)
  const role = (ofNote === 'actual' ? undefined : ofNote) ?? ofCore ?? behind.find(({ pattern }) => pattern.test(core))?.role
  const isNoteAlone = core === '' || (ofNote !== undefined && anyAmountName.test(core))
  if (role !== undefined) return { role, isRepeat, isOpen: false, isRoleAlone: ofCore !== undefined || isNoteAlone }
  if (sumKind(whole) !== undefined) return { role: 'sum', isRepeat, isOpen: false, isRoleAlone: true }
  const rest = isRepeat ? whole.replace(/(?<!一部)再掲/g, '') : whole
  return { role: 'actual', isRepeat, isOpen: ofNote === undefined && openWord.test(rest), isRoleAlone: isNoteAlone && ofNote === 'actual' }
}

/** A name without blanks, its brackets of any kind round. */
function withRoundBrackets(form: string): string {
  return form
    .replace(/\s+/g, '')
    .replace(/[[【<〈《〔]/g, '(')
    .replace(/[\]】>〉》〕]/g, ')')
}

const countedElsewhere =
  /再掲(?![示出載])|二重計上|重複(?:計上|分)|と重複|(?:他|別)(?:の)?項目(?:に|で|へ)?(?:計上|含)|No\.?\d+(?:に|で|へ)(?:計上|含)|\((?:再|別掲)\)/

/** Whether words say that another item counts an amount too: 再掲, No.2に計上. */
export function isRepeatName(form: string): boolean {
  const whole = withRoundBrackets(form)
  return countedElsewhere.test(whole) && !/再掲(?:分)?を?除/.test(whole)
}

function roleAlone(name: string): MoneyRole | undefined {
  return alone.find(({ pattern }) => pattern.test(name))?.role
}

/**
 * A name that ends in what its amount is, as 電気代計画 or 電気代(実績) does: the thing itself, and the role. Whether 計画 is that or a
 * part of the thing's own name shows only beside another name of the same thing. Undefined where it ends in no such word.
 */
export function nameWithRole(form: string): { of: string; role: MoneyRole } | undefined {
  const whole = form.replace(/\s+/g, '').replace(notOfName, '').replace(/[()]/g, '')
  for (let from = Math.max(0, whole.length - longestRole); from < whole.length; from++) {
    const role = roleAlone(whole.slice(from))
    if (role !== undefined) return { of: whole.slice(0, from).replace(/の$/, ''), role }
  }
  return undefined
}

/** Whether a name says that its amount is what came of a plan, and nothing else: 実績, 決算額. */
export function isActualAlone(form: string): boolean {
  const { role, isRoleAlone } = moneyName(form)
  return role === 'actual' && isRoleAlone
}

/**
 * What the head of a year says of its amounts: 令和3年度（計画） planned, 令和4年度決算 actual; `expected` is what is planned where an actual
 * amount stands beside it, `other` what nobody knows. Undefined where it says nothing.
 */
export function headRole(form: string): MoneyRole | 'expected' | 'other' | undefined {
  const behind = form.replace(/\s+/g, '').replace(/^.*(?:年度?|\d|元)\)?/, '')
  const said = behind.replace(notOfName, '').replace(/[()[\]【】:]/g, '')
  if (/^(?:の?分|末|(?:財政|取組)?効果額?|金額)?$/.test(said)) return undefined
  const role = roleAlone(said.replace(/^の/, ''))
  return role === 'planned' && said.includes('見込') ? 'expected' : (role ?? 'other')
}

const unitNote = /^\(?\s*単位(?:\s*:)?\s*(?<unit>[千万百億]*円)\s*\)?$/

/** The unit that a note of its own states for a money table: （単位：千円）; undefined where it is no such note. */
export function unitOfNote(form: string): string | undefined {
  return unitNote.exec(form)?.groups?.unit
}

const unitBehind = /\((?:単位:?)?(?<unit>[^()\d]{1,8})\)$/
const countName = /(?:数|時間|率|割合|ポイント)$/

/**
 * The unit of a number without one, by the name of its row: 電気代（円） has its own, 利用者数 and 削減時間（時間） none of money; else that
 * of the table.
 */
export function unitByName(form: string, ofTable: string | undefined): string | undefined {
  const whole = withRoundBrackets(form)
  const unit = unitBehind.exec(whole)?.groups?.unit
  if (unit !== undefined && /^[千万百億]*円$/.test(unit)) return unit
  const isCount =
    countName.test(whole.replace(bracketed, '')) || (unit !== undefined && /^(?:人|名|件|回|台|枚|冊|時間|日|か所|箇所|施設|%|t|kg|kWh|㎡|ha)$/.test(unit))
  return isCount ? undefined : ofTable
}

/** Whether a name says that its amount is of all years so far: 累計, 効果額累計. */
export function isCumulativeName(form: string): boolean {
  return /累計|累積|通算/.test(form)
}

/** What a sum is of: all years, one year, or either. */
export type SumKind = 'all' | 'year' | 'any'

/** Words that end in 計 and are no sum: 会計, 設計, 統計. */
const sumWord = '(?:総合計|合計|総計|小計|累計|総額|(?<![会設統家推時温集生])計)'
const sumEnding = new RegExp(`^(?<of>.*?)の?(?:${sumWord}(?:額|効果額|金額)?|(?:総|累計|累積|通算)(?:効果)?(?:額|金額))$`)
/** Letters before a word of a sum at most: what is longer tells of something. */
const longestSubject = 12
const spanOfYears = new RegExp(`(?<!\\d)${yearSpan}|[~-]|期間|\\d年間|全体|第\\d+[次期]|プラン|計画|^全`)
const noYears: ReadonlySet<number> = new Set()

/**
 * What a name on folded text is the sum of; undefined where it is no sum. 令和3年度計 and 小計 sum up a year, 総計, 累計, 3カ年計 and R3~R4合計
 * all years, 計, 合計 and 光熱費計 whatever stands above them. What a bracket adds, as in 合計（千円）, counts for nothing.
 */
export function sumKind(form: string): SumKind | undefined {
  const whole = withRoundBrackets(form)
    .replace(/[:：]$/, '')
    .replace(notOfName, '')
  const core = (/^\(([^()]+)\)$/.exec(whole)?.[1] ?? whole).replace(bracketed, '')
  const of = sumEnding.exec(core)?.groups?.of
  if (of === undefined || of.length > longestSubject) return undefined
  const word = core.slice(of.length)
  if (/^の?小計/.test(word) || /^(?:単?年度|年)$/.test(of) || isYear(of)) return 'year'
  if (of === '' || /^(?:効果額?|金額|実績額?|取組効果額?)$/.test(of)) return /^の?(?:総|累|通算)/.test(word) ? 'all' : 'any'
  return spanOfYears.test(of) ? 'all' : 'any'
}

/** Whether a name is that of a year or of a sum, as stands at the head of a money table's row. */
export function isYearOrSum(form: string, known: ReadonlySet<number>): boolean {
  return headYear(form, known) !== undefined || sumKind(form) !== undefined
}

function isYear(name: string): boolean {
  return headYear(name, noYears) !== undefined || /^\d{1,2}年度?$/.test(name)
}

const wholePlan =
  /(?:プラン|計画|大綱|改革|取組|項目|期間)(?:期間)?(?:の)?全体|全(?:項目|取組|体)|(?:計画|プラン|推進|取組)期間|総効果額|効果額(?:の)?(?:総額|総括|総計)/

/** Whether a head or sentence says that an effect is that of the whole plan: プラン全体の効果額, 計画期間の効果額. */
export function isOfWholePlan(form: string): boolean {
  return form.includes('効果') && wholePlan.test(form.replace(/\s+/g, ''))
}

const saved = '削減|節減|節約|縮減|抑制|圧縮'
const savedName = new RegExp(`${saved}|減額|(?:費|料|代|額|金|歳出|支出|経費|コスト)の?減`)
const savedKind = new RegExp(`${saved}|減額|(?:費|料|代|額|金)の減`)
const expenditureCut = new RegExp(`(?:歳出|支出|経費|コスト|費|料|代)(?:の|等の)?(?:${saved}|減)`)

/** Whether a name tells of something saved: 削減額, 電気代の節約; △ under it may mean a gain. */
export function isSavingName(form: string): boolean {
  return savedName.test(form) && !/増|収入|歳入|減収/.test(form)
}

/** Whether a name says that expenditure is cut: 歳出削減額, 人件費の減; an amount with △ under it is then a gain. */
export function isExpenditureCut(form: string): boolean {
  return isSavingName(form) && expenditureCut.test(form)
}

/** Whether a name is of expenditure, of which △ may say that less was spent or that more was: 歳出, 支出増減額. */
export function isExpenditure(form: string): boolean {
  return /歳出|支出|経費|コスト/.test(form)
}

/** What kind of effect a name says: donations, expenditure cut, revenue gained; null where it says none or more than one. */
export function effectKind(form: string): 'saving' | 'revenue' | 'donation' | null {
  if (/寄附|寄付/.test(form)) return 'donation'
  const isRevenue = /増収|収入|歳入|売却|貸付|広告料|使用料|手数料/.test(form)
  const isSaving = savedKind.test(form)
  if (isSaving === isRevenue) return null
  return isSaving ? 'saving' : 'revenue'
}

/** What a column of a money table holds, by its head: what its amounts are, or the year, name, unit, count or note of its row. */
export type ColumnRole = MoneyRole | 'saving' | 'revenue' | 'year' | 'name' | 'unit' | 'count' | 'note'

const columnNames: readonly { role: ColumnRole; pattern: RegExp }[] = [
  { role: 'year', pattern: /^(?:会計|実施|取組)?(?:年度|年|年次)$/ },
  { role: 'name', pattern: /^(?:区分|項目|効果の?項目|内容|効果|効果の?内容|内訳|取組(?:内容|項目|事項|名)?|事項|名称|科目|費目|細目|事業名?)$/ },
  { role: 'note', pattern: /^(?:備考|摘要|説明|特記事項|(?:算出|積算|算定)?(?:の?根拠|方法)|所管課?|担当課)$/ },
  { role: 'unit', pattern: /^単位$/ },
  { role: 'count', pattern: /^(?:件数|人数|数量|回数|台数)$/ },
  { role: 'saving', pattern: /^(?:歳出|経費|支出)?の?(?:削減|節減|縮減)(?:効果)?額?$/ },
  { role: 'revenue', pattern: /^(?:歳入|収入)?の?(?:増加|増収|確保|増|収入)(?:効果)?額$|^歳入(?:増加|確保)$|^増収$/ },
  { role: 'actual', pattern: /^(?:金額|(?:財政|取組)?効果額|効果金額|効果)$/ },
]

/** What a column's head says; undefined where it is not known. */
export function columnRole(form: string): ColumnRole | undefined {
  const whole = form.replace(/\s+/g, '')
  const core = whole.replace(bracketed, '')
  const known = columnNames.find(({ pattern }) => pattern.test(core))?.role
  const name = moneyName(whole)
  if (name.role !== 'actual' && !name.isOpen && name.isRoleAlone) return name.role
  return known ?? (name.isRoleAlone && !name.isOpen ? name.role : undefined)
}

import { eraAnywhere, eraPattern, eraYear, fiscalYearOf, fiscalYearsOf, recentEraName } from './eras.ts'

const kanjiDigits = '〇一二三四五六七八九'
const kanjiRun = new RegExp(`[${kanjiDigits}十]+`)
const yearNumber = `(?:\\d{1,4}|元|[${kanjiDigits}十]{1,4})`
const otherName = String.raw`\((?<other>(?:${eraPattern})?${yearNumber})(?:年度?)?\)`
const addition = String.raw`(?:\((?![^()]*(?:再掲|重複|内数|別掲|除))[^()]{1,10}\)|分|末|(?:の?(?:実績|決算|予算|予定|見込み?|実績見込み?)(?:額|値)?|(?:財政|取組)?効果額?|金額)?)`

const otherPrinted = String.raw`(?:\(\s*(?:${eraAnywhere}\s*)?(?:\d{1,4}|元)\s*年?\s*\)\s*)?`

/** Pattern of a fiscal year as the text has it, blanks included: 令和3年度, 3年度, 令和三年度, 平成31（令和元）年度. */
export const fiscalYearName =
  String.raw`(?:(?:${eraAnywhere}\s*)?(?<!\d)(?:\d{1,4}|元)\s*${otherPrinted}年度` + String.raw`|(?:${recentEraName})\s*[${kanjiDigits}十]{1,4}\s*年度)`

/** Pattern of a year that may stand for its fiscal year in a head of its own: 令和3年, R3, 2021. */
export const yearName =
  String.raw`(?:(?:${eraAnywhere}\s*)(?:\d{1,2}|元|[${kanjiDigits}十]{1,4})|(?<!\d)(?:19|20)\d\d(?!\d))` +
  String.raw`\s*(?:\(\s*(?:${eraAnywhere}\s*)?(?:\d{1,4}|元)\s*(?:年度?)?\s*\)\s*)?(?:年度?)?`

/** A head without its blanks: the year by one name, another name of it in brackets, and what it is the year of. */
const head = new RegExp(`^(?<name>(?:${eraPattern})?${yearNumber})(?:${otherName})?(?<mark>年度?)?(?:${otherName.replace('<other>', '<last>')})?${addition}:?$`)
const brackets = /^(?:\((?<round>.+)\)|\[(?<square>.+)\]|【(?<thick>.+)】):?$/

/**
 * The fiscal year that a head of a row, a column or a text names, on folded text and however it is spelled: 令和3年度,
 * R3, 令和三年, 2021(R3)年度, 平成31(令和元)年度, （令和3年度）, 3年度実績. A year without an era is one of those that the document
 * names in full, `known`. Undefined where it is no such head, or where its two names are not the same year.
 */
export function headYear(form: string, known: ReadonlySet<number>): number | undefined {
  const groups = head.exec(withoutBrackets(form.replace(/\s+/g, '')))?.groups
  if (!groups?.name) return undefined
  const year = yearNamed(groups.name, groups.mark !== undefined, known)
  const others = [groups.other, groups.last].flatMap((other) => (other === undefined ? [] : yearOfName(other, true, known)))
  return others.every((other) => other === undefined || other === year) ? year : undefined
}

const yearBehind = /\((?<inside>(?:[^()]|\([^()]*\)){1,20})\)$|\s(?<behind>\S{2,16})$/

/** The fiscal year that stands behind the name of a thing: 電気代（令和3年度）, 電気代 R3; undefined where none does. */
export function yearInName(form: string, known: ReadonlySet<number>): number | undefined {
  const groups = yearBehind.exec(form.trim())?.groups
  const year = groups?.inside ?? groups?.behind
  return year === undefined ? undefined : headYear(year, known)
}

function withoutBrackets(form: string): string {
  const groups = brackets.exec(form)?.groups
  return groups?.round ?? groups?.square ?? groups?.thick ?? form
}

/** A year by its name alone, which must not be mistaken for another number: its era, 年, or four digits of a known year. */
function yearNamed(name: string, isMarked: boolean, known: ReadonlySet<number>): number | undefined {
  const year = yearOfName(name, isMarked, known)
  return isMarked || !/^\d/.test(name) || (year !== undefined && known.has(year) && name.length === 4) ? year : undefined
}

function yearOfName(name: string, isMarked: boolean, known: ReadonlySet<number>): number | undefined {
  const digits = name.replace(kanjiRun, (number) => String(kanjiNumber(number)))
  if (/^\d{4}$/.test(digits)) return fiscalYearOf(`${digits}年`)
  return fiscalYearOf(digits) ?? (isMarked ? fiscalYearsOf([digits], known)?.[0] : undefined)
}

/** The value of a number below a hundred in kanji: 三 → 3, 十二 → 12, 三十一 → 31, 三〇 → 30. */
function kanjiNumber(number: string): number {
  const [tens, ones] = number.includes('十') ? number.split('十') : [undefined, number]
  const digit = (kanji: string) => Number([...kanji].map((character) => kanjiDigits.indexOf(character)).join(''))
  return tens === undefined ? digit(ones as string) : (tens === '' ? 1 : digit(tens)) * 10 + (ones ? digit(ones) : 0)
}

/** A fiscal year in words that hold no digits: 2020 → 令和二年度, 2009 → 平成二十一年度. */
export function yearInKanji(fiscalYear: number): string {
  return eraYear(fiscalYear).replace(/\d+/, (number) => inKanji(Number(number)))
}

/** A whole number below a hundred in kanji, or the digits of a larger one. */
function inKanji(number: number): string {
  if (number > 99) return [...String(number)].map((digit) => kanjiDigits.charAt(Number(digit))).join('')
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? kanjiDigits.charAt(tens) : ''}${tens > 0 ? '十' : ''}${ones > 0 ? kanjiDigits.charAt(ones) : ''}`
}

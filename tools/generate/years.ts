import { type Era, eras } from '../../loaders/vocabulary/eras.ts'

/** How the first year of an era is written: 令和元年度, 令和1年度, or still in the era before, 平成31年度. */
export type FirstYearName = '元' | '1' | 'old era'

/** Ways to spell a fiscal year in the head of a row, each as 2021 is spelled. */
export const yearSpellings = ['令和3年度', '令和3年', 'R3', '（令和3年度）', '2021（R3）年度', '令和三年度', '令和3年度実績'] as const

export type YearSpelling = (typeof yearSpellings)[number]

const oldest = eras.at(-1) as Era

function eraYear(year: number, firstYear: FirstYearName): { name: string; letter: string; no: string } {
  const era = eras.find((era) => year >= era.firstYear + (firstYear === 'old era' ? 1 : 0)) ?? oldest
  const no = year - era.firstYear + 1
  return { name: era.name, letter: era.letter, no: no === 1 && firstYear === '元' ? '元' : String(no) }
}

/** A fiscal year in full: 2020 → 令和2年度. */
export function fiscalYearName(year: number, firstYear: FirstYearName = '元'): string {
  const { name, no } = eraYear(year, firstYear)
  return `${name}${no}年度`
}

/** A fiscal year without its era, as schedule heads have it: 2020 → 2年度. */
export function shortYearName(year: number, firstYear: FirstYearName = '元'): string {
  return `${eraYear(year, firstYear).no}年度`
}

/** A fiscal year with its era's letter: 2020 → R2年度. */
export function letterYearName(year: number): string {
  const { letter, no } = eraYear(year, '1')
  return `${letter}${no}年度`
}

const kanjiDigits = [...'〇一二三四五六七八九']

/** A number below a hundred in kanji: 3 → 三, 12 → 十二, 31 → 三十一. */
function kanjiNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return (tens > 1 ? kanjiDigits[tens] : '') + (tens > 0 ? '十' : '') + (ones > 0 || tens === 0 ? kanjiDigits[ones] : '')
}

/** A fiscal year as heads of rows spell it. */
export function spelledYear(year: number, spelling: YearSpelling, firstYear: FirstYearName = '元'): string {
  const { name, letter, no } = eraYear(year, firstYear)
  const spelled: { readonly [S in YearSpelling]: string } = {
    令和3年度: `${name}${no}年度`,
    令和3年: `${name}${no}年`,
    R3: letter + no,
    '（令和3年度）': `（${name}${no}年度）`,
    '2021（R3）年度': `${year}（${letter}${no}）年度`,
    令和三年度: `${name}${no === '元' ? no : kanjiNumber(Number(no))}年度`,
    令和3年度実績: `${name}${no}年度実績`,
  }
  return spelled[spelling]
}

/** A day, by the era that it lies in: 2019-04-01 → 平成31年4月1日 or, short, H31.4.1. */
export function dayName(day: string, form: 'long' | 'short'): string {
  const era = eras.find(({ firstDay }) => day >= firstDay) ?? oldest
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const no = year - era.firstYear + 1
  return form === 'short' ? `${era.letter}${no}.${month}.${date}` : `${era.name}${no === 1 ? '元' : no}年${month}月${date}日`
}

import { cached } from '../source/cached.ts'
import type { Words } from '../source/words.ts'
import { type Measure, measures } from './amounts.ts'
import { eraPattern, fiscalYearOf } from './eras.ts'
import { type Item, type Reading, textsOf } from './item.ts'
import { resultsOf } from './results.ts'

const yearName = new RegExp(String.raw`${eraPattern}\s*(?:\d+|元)\s*年度`, 'dg')

/**
 * 数値目標: in a sentence, the first measure after each 目標 (of a change 「…から…に引き上げ」 the second), unless it is a date
 * or a year. Its years are those that the sentence names since the target before it, else the year whose result it is.
 */
export const readTargets = cached((item: Item): Reading<'targets'>[] => {
  const texts = [
    ...resultsOf(item).map(({ fiscalYear, words }) => ({ words, fiscalYear })),
    ...(['achieved', 'not_achieved', 'next'] as const).flatMap((kind) => textsOf(item, kind)).map((words) => ({ words, fiscalYear: undefined })),
  ]
  const targets = texts
    .filter(({ words }) => words.form.includes('目標'))
    .flatMap(({ words, fiscalYear }) => sentences(words).flatMap((sentence) => targetsOf(item, sentence, fiscalYear)))
  const counts = new Map<number, number>()
  return targets.map((target) => {
    const no = (counts.get(target.fiscal_year) ?? 0) + 1
    counts.set(target.fiscal_year, no)
    return { ...target, target_no: no }
  })
})

type Target = Omit<Reading<'targets'>, 'target_no'>

function targetsOf(item: Item, sentence: Words, ofResult: number | undefined): Target[] {
  const mentions = sentence.matches(/目標(?!年)/g)
  let from = 0
  return mentions.flatMap((mention, index) => {
    const target = targetIn(sentence.slice(mention.end, mentions[index + 1]?.index ?? sentence.length))
    const value = target?.yen ?? target?.value
    if (!target || value === undefined) return []
    const end = target.words.cleanIndex(0) - sentence.cleanIndex(0) + target.words.length
    const years = yearsIn(sentence.slice(from, end))
    from = end
    const fallback = ofResult === undefined ? [] : [ofResult]
    return (years.length > 0 ? years : fallback).map((year) => ({
      item_no: item.no,
      fiscal_year: year,
      measure: measureOf(target, sentence),
      value,
      unit: target.unit,
      words: target.words,
    }))
  })
}

/** The measure that a target names; of a change from one to another, the other. */
function targetIn(text: Words): Measure | undefined {
  const [first, second] = measures(text)
  if (!first || !second) return first
  const between = text.form.slice(first.words.cleanIndex(0) - text.cleanIndex(0) + first.words.length)
  return /^\s*から/.test(between) ? second : first
}

function yearsIn(text: Words): number[] {
  const years = text.matches(yearName).map((match) => fiscalYearOf(match.form(0) as string))
  return [...new Set(years)].filter((year) => year !== undefined)
}

function measureOf(target: Measure, sentence: Words): string {
  if (target.unit === '円') return 'effect_yen'
  if (target.unit === '人' && /職員|定員/.test(sentence.form)) return 'staff'
  return target.unit === '%' ? 'percent' : 'count'
}

function sentences(text: Words): Words[] {
  return text.split(/。|(?<=\s)(?=○)/g).filter((sentence) => !sentence.isEmpty)
}

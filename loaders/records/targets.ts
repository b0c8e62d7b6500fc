import type { Words } from '../source/words.ts'
import { type Measure, measures } from './amounts.ts'
import { eraPattern, fiscalYearOf } from './eras.ts'
import { type Item, type Reading, textsOf } from './item.ts'
import { resultsOf } from './results.ts'

const yearName = new RegExp(String.raw`${eraPattern}\s*(?:\d+|元)\s*年度?`, 'dg')

/**
 * 数値目標: the first measure after 目標 in a sentence, unless it is a date or a year. Its years are those that the
 * sentence names before it, else the year whose result it is.
 */
export function readTargets(item: Item): Reading<'targets'>[] {
  const texts = [
    ...resultsOf(item).map(({ fiscalYear, words }) => ({ words, fiscalYear })),
    ...(['achieved', 'not_achieved', 'next'] as const).flatMap((kind) => textsOf(item, kind)).map((words) => ({ words, fiscalYear: undefined })),
  ]
  return texts.flatMap(({ words, fiscalYear }) => sentences(words).flatMap((sentence) => targetsOf(item, sentence, fiscalYear)))
}

function targetsOf(item: Item, sentence: Words, ofResult: number | undefined): Reading<'targets'>[] {
  const mention = sentence.match(/目標(?!年)/)
  const rest = mention && sentence.slice(mention.end)
  const target = rest && measures(rest)[0]
  const value = target?.yen ?? target?.value
  if (!mention || !target || value === undefined) return []
  const until = target.words.cleanIndex(0) - sentence.cleanIndex(0)
  const named = sentence.matches(yearName).filter((match) => match.end <= until && /年度$/.test(match.form(0) ?? ''))
  const years = [...new Set(named.map((match) => fiscalYearOf(match.form(0) as string)))].filter((year) => year !== undefined)
  const fallback = ofResult === undefined ? [] : [ofResult]
  return (years.length > 0 ? years : fallback).map((year) => ({
    item_no: item.no,
    fiscal_year: year,
    measure: measureOf(target, sentence),
    value,
    unit: target.unit,
    words: target.words,
  }))
}

function measureOf(target: Measure, sentence: Words): string {
  if (target.unit === '円') return 'effect_yen'
  if (target.unit === '人' && /職員|定員/.test(sentence.form)) return 'staff'
  return target.unit === '%' ? 'percent' : 'count'
}

function sentences(text: Words): Words[] {
  return text.split(/。|(?<=\s)(?=○)/g).filter((sentence) => !sentence.isEmpty)
}

import { cached } from '../document/cached.ts'
import type { Words } from '../document/words.ts'
import { type Item, textsOf } from '../structure/item.ts'
import { type Measure, measures } from '../vocabulary/amounts.ts'
import { fiscalYearOf, namedFiscalYear } from '../vocabulary/eras.ts'
import { counter } from './counter.ts'
import { effectRows } from './effect-rows.ts'
import { itemTable, type Reading } from './reading.ts'
import { resultsOf } from './results.ts'
import { column, figureNo, fiscalYear, itemNo, ofItem, planId, provenance, required, type Table } from './table.ts'

const definition = {
  name: 'targets',
  title: '数値目標',
  grain: '文中の数値目標1つ・年度ごとに1行',
  key: ['plan_id', 'item_no', 'fiscal_year', 'target_no'],
  references: ofItem,
  facts: { detail: { column: 'measure', names: { effect_yen: '効果額', staff: '職員数', count: '件数など', percent: '割合' } } },
  columns: [
    planId,
    itemNo,
    fiscalYear,
    column('measure', 'VARCHAR', '指標', 'effect_yen 効果額、staff 職員数、count 件数など、percent 割合', required),
    column('value', 'DOUBLE', '目標値', '目標の値。金額は円', {
      ...required,
      measure: { title: '目標値', basis: { column: 'basis' }, unit: { column: 'unit' }, isAdditive: false },
    }),
    column('unit', 'VARCHAR', '単位', '目標値の単位', required),
    ...provenance,
    column('target_no', 'INTEGER', '目標番号', '項目と年度の中の順番 (1から)', required),
    figureNo('value', '目標値'),
    column('basis', 'VARCHAR', '目標か計画か', 'target 文中の目標、planned 効果の表の計画額', {
      ...required,
      values: ['target', 'planned'],
    }),
    column('stated_result', 'VARCHAR', '達成の記載', '目標の文が書く結果: met 達成、missed 未達。文が書いていなければ NULL', { values: ['met', 'missed'] }),
  ],
} as const satisfies Table

/** A stated target of a year. */
export type TargetRecord = Reading<typeof definition>

const yearName = new RegExp(namedFiscalYear, 'dg')

/** What stands between 目標 and a number that is not the target: how it was met, passed or changed. */
const otherwise = /達成(?!\()|未達|上回|下回|超え|越え|見直|改め|向け|ため/
/** What stands right after a number that says by how much. */
const difference = /^\s*(?:上回|下回|超え|越え|超過|及ば|届か|不足|足り|少な|多[いくか]|増や|減ら|引き?上げ|引き?下げ|見直|変更|改)/
const before = /(?:を|の)\s*$/
/** What a sentence says of a target: that it was met, or that it was missed; what it only may become is neither. */
const met = /(?:達成|果た)(?:した|し[、て]|できた|でき[、て]|することができた|済)(?!い|ら|と|場合|年|月|例|か[どを、])/
const missed =
  /(?:(?:達成|果た)(?:は|が|には?)?(?:でき|至ら|し(?:てい)?|して|され|せ)(?:てい)?(?:な|ず)|未達|(?:届か|及ば|満た)(?:な|ず))(?!.{0,3}(?:場合|とき|見込|恐れ|おそれ))/
/** What says of a part alone, between a target and its being met. */
const partly = /\d|割|一部|部分|うち|概ね|おおむね|ほぼ|[半多]/
/** Characters before 目標 in which a measure that leads to it stands. */
const longestLead = 100

/**
 * 数値目標: the planned amounts of 取組による効果, and in a sentence, the first measure after each 目標 (of a change 「…から…に引き上げ」 the second), or the one that
 * leads to it (「…を目標とした」); no date, year or difference. Its years are those that the sentence names since the target
 * before it, else the year whose result it is.
 */
export const readTargets = cached((item: Item): TargetRecord[] => {
  const texts = [
    ...resultsOf(item).map(({ fiscalYear, words }) => ({ words, fiscalYear })),
    ...(['achieved', 'not_achieved', 'next'] as const).flatMap((kind) => textsOf(item, kind)).map((words) => ({ words, fiscalYear: undefined })),
  ]
  const stated = texts
    .filter(({ words }) => words.form.includes('目標'))
    .flatMap(({ words, fiscalYear }) => sentences(words).flatMap((sentence) => targetsOf(item, sentence, fiscalYear)))
  const targets = [...stated, ...plannedEffects(item)]
  const next = counter<number>()
  return targets.map((target) => ({ ...target, target_no: next(target.fiscal_year) }))
})

type Target = Omit<TargetRecord, 'target_no'>

/** The amounts that the table of effects plans for a year: 計画額. */
function plannedEffects(item: Item): Target[] {
  return effectRows(item).flatMap(({ year, isSubtotal, lines }) =>
    lines.flatMap(({ role, isPart, isOpen, amount }): Target[] => {
      if (typeof year !== 'number' || isSubtotal || role !== 'planned' || isPart || isOpen || amount?.yen === undefined) return []
      const { words, yen } = amount
      const target = { item_no: item.no, fiscal_year: year, measure: 'effect_yen', unit: '円', basis: 'planned', stated_result: null } as const
      return [{ ...target, value: yen, value_figure_no: words, words }]
    }),
  )
}

function targetsOf(item: Item, sentence: Words, ofResult: number | undefined): Target[] {
  const mentions = sentence.matches(/目標(?!年)/g)
  const isOfStaff = /職員|定員/.test(sentence.form)
  let from = 0
  return mentions.flatMap((mention, index) => {
    const before = targetBefore(sentence.slice(Math.max(from, mention.index - longestLead), mention.index))
    const next = mentions[index + 1]?.index ?? sentence.length
    const targets = before ? [before] : targetsIn(sentence.slice(mention.end, next))
    return targets.flatMap((target) => {
      const value = target.yen ?? target.value
      if (value === undefined) return []
      const end = sentence.indexOf(target.words) + target.words.length
      const years = yearsIn(sentence.slice(from, end))
      from = end
      const fallback = ofResult === undefined ? [] : [ofResult]
      const { unit, words } = target
      return (years.length > 0 ? years : fallback).map((year) => ({
        item_no: item.no,
        fiscal_year: year,
        measure: measureOf(target, isOfStaff),
        value,
        unit,
        value_figure_no: words,
        basis: 'target' as const,
        stated_result: resultIn(sentence.form.slice(Math.max(mention.end, end), next)),
        words,
      }))
    })
  })
}

/** What the words behind a target say of it; null where they leave it open. */
function resultIn(text: string): TargetRecord['stated_result'] {
  const [wasMet, wasMissed] = [text.search(met), text.search(missed)]
  if (wasMissed >= 0 && (wasMet < 0 || wasMissed < wasMet)) return 'missed'
  return wasMet >= 0 && !partly.test(text.slice(0, wasMet)) ? 'met' : null
}

/** The measure that ends right before 目標: 「5,500千円を目標とした」, 「300件の目標」. */
function targetBefore(text: Words): Measure | undefined {
  const last = before.test(text.form) ? measures(text.slice(0, text.form.search(before))).at(-1) : undefined
  return last && after(text, last).search(before) === 0 ? last : undefined
}

/** The measure that a target names after it; of a change from one to another, the other, or both where each names its year. */
function targetsIn(text: Words): Measure[] {
  const [first, second] = measures(text).filter((measure) => !difference.test(after(text, measure)))
  if (!first || otherwise.test(text.form.slice(0, text.indexOf(first.words)))) return []
  if (!second || !/^\s*から/.test(after(text, first))) return [first]
  const from = text.indexOf(first.words)
  const nameYears = yearsIn(text.slice(0, from)).length > 0 && yearsIn(text.slice(from, text.indexOf(second.words))).length > 0
  return nameYears ? [first, second] : [second]
}

function after(text: Words, { words }: Measure): string {
  return text.form.slice(text.indexOf(words) + words.length)
}

function yearsIn(text: Words): number[] {
  const years = text.matches(yearName).map((match) => fiscalYearOf(match.form(0) as string))
  return [...new Set(years)].filter((year) => year !== undefined)
}

function measureOf({ unit }: Measure, isOfStaff: boolean): string {
  if (unit === '円') return 'effect_yen'
  if (unit === '人' && isOfStaff) return 'staff'
  return unit === '%' ? 'percent' : 'count'
}

function sentences(text: Words): Words[] {
  return text.split(/。|(?<=\s)(?=○)/g).filter((sentence) => !sentence.isEmpty)
}

/** 数値目標. */
export const targets = itemTable(definition, readTargets)

import { cached } from '../document/cached.ts'
import type { Words, WordsMatch } from '../document/words.ts'
import { type Item, textsOf } from '../structure/item.ts'
import { dateOf, namedDay } from '../vocabulary/eras.ts'
import { fiscalYearOfDay } from '../vocabulary/fiscal-years.ts'
import { wholeNumeral } from '../vocabulary/numerals.ts'
import { yearsStated } from '../vocabulary/stated-years.ts'
import { headCountTables } from './head-count-tables.ts'
import { countsSomeStaff, type HeadCount, headCountsIn } from './head-counts.ts'
import { itemTable, type Reading } from './reading.ts'
import { placeColumns, type Stated, statedColumns, statedIn } from './stated.ts'
import { column, figureNo, fiscalYear, itemNo, ofItem, people, placeOf, planId, provenance, required, type Table } from './table.ts'

const definition = {
  name: 'staffing',
  title: '職員数',
  grain: '職員数の基準日1つに1行',
  key: ['plan_id', 'item_no', 'as_of'],
  references: ofItem,
  facts: { detail: { column: 'as_of' } },
  columns: [
    planId,
    itemNo,
    column('as_of', 'DATE', '基準日', '職員数を数えた日', required),
    fiscalYear,
    column('planned', 'INTEGER', '計画', '定員管理計画の人数。scope に言葉があれば、その職員だけの数', {
      ...people,
      measure: { title: '職員数の計画', basis: 'planned', isAdditive: false },
    }),
    column('actual', 'INTEGER', '実績', '実際の人数。scope に言葉があれば、その職員だけの数', {
      ...people,
      measure: { title: '職員数の実績', basis: 'actual', isAdditive: false },
    }),
    ...provenance,
    figureNo('planned', '計画'),
    figureNo('actual', '実績'),
    column('stated_gap', 'INTEGER', '書かれた差', '実績 − 計画。計画の人数の代わりに差が書かれているときだけ (計画より6人多い = 6)', {
      unit: '人',
      measure: { title: '職員数の書かれた差', basis: 'printed', isAdditive: false },
    }),
    figureNo('stated_gap', '書かれた差'),
    column('scope', 'VARCHAR', '職員の範囲', '「職員数」の後の括弧にある、数えた職員 (一般職＋再任用フルタイム)。書かれていなければ NULL'),
    ...placeOf('scope', '職員の範囲'),
    column(
      'stated_result',
      'VARCHAR',
      '達成の記載',
      '計画に満たないことを、振り返りが達成できなかったこととして挙げる年度は missed 未達。挙げていなければ NULL',
      {
        values: ['missed'],
      },
    ),
  ],
} as const satisfies Table

/** The head count of a day. */
export type StaffingRecord = Reading<typeof definition>

const planned = String.raw`計画\s*(?:人数)?\s*[:(]?\s*(?<planned>${wholeNumeral})\s*人\s*\)?`
const actual = String.raw`(?<actual>${wholeNumeral})\s*人`
const onDay = String.raw`\s*\(\s*(?<date>${namedDay})\s*(?:現在|時点)?\s*\)`
const dayAndSubject = String.raw`【?\s*(?<date>${namedDay})\s*[】)]?\s*:?\s*(?:[^。\d]{0,40}?職員数[^。\d]{0,20}?)?\s*`
const againstPlan = String.raw`(?:に対し(?:て)?\s*[、,]?\s*(?:(?:実績|職員数)\s*[:は]?)?|\s*[、,]?\s*(?:実績|職員数)\s*[:は]?)\s*`
const byHowMany = String.raw`\s*(?:を|より(?:も)?)\s*${wholeNumeral}\s*人\s*(?:上回|下回|多|少な)る?い?\s*`

/** The ways in which plan and actual are both stated; the day may come first or last. */
const statements = [
  dayAndSubject + planned + againstPlan + actual,
  planned + againstPlan + actual + onDay,
  String.raw`(?<date>${namedDay})[^。\d]{0,20}職員数(?:(?!計画|定員)[^。\d]){0,20}${actual}[^。\d]{0,10}${planned}`,
  planned + byHowMany + actual + onDay,
].map((statement) => new RegExp(statement, 'dg'))
const difference = new RegExp(
  String.raw`(?<date>${namedDay})[^。]{0,80}?職員数[^。]{0,80}?計画(?:人数)?(?:(?:より(?:も)?|を)\s*(?<gap>${wholeNumeral})\s*人\s*(?<way>多|少な|上回|下回)|と同じ|と同数|どおり|通り)[^。\d]{0,40}?(?<actual>${wholeNumeral})\s*人`,
  'dg',
)

/**
 * Head counts stated as plan and actual: `【R2.4.1】計画980人、実績986人`, `…の職員数は計画980人に対し986人`, `…の職員数は986人で、計画（980人）を…`, with the
 * day before or in a bracket after them, in other words by what each number is called, and in tables.
 */
export function statedHeadCounts(item: Item): HeadCount[] {
  const others = [...otherHeadCounts(item).filter(({ gap }) => gap === null), ...headCountTables(item).counts]
  return [...allTexts(item).flatMap(knownStatements), ...others]
}

const knownStatements = cached((text: Words): HeadCount[] =>
  statements
    .flatMap((statement) => text.matches(statement))
    .flatMap((match): HeadCount[] => {
      const asOf = dateOf(match.form('date') ?? '')
      const planned = statedIn(match, 'planned')
      const actual = statedIn(match, 'actual')
      if (asOf === undefined || !planned || !actual || countsSomeStaff(text, match)) return []
      return [{ asOf, planned: planned.value, plannedWords: planned.words, actual, gap: null, words: match.words() as Words }]
    }),
)

/** Head counts stated as a difference: `令和2年4月1日時点の職員数…は計画より6人多い986人`, `…計画と同じ986人`; the plan follows from it. */
export function differenceHeadCounts(item: Item): HeadCount[] {
  return [...allTexts(item).flatMap(knownDifferences), ...otherHeadCounts(item).filter(({ gap }) => gap !== null)]
}

const knownDifferences = cached((text: Words): HeadCount[] =>
  text.matches(difference).flatMap((match): HeadCount[] => {
    const asOf = dateOf(match.form('date') ?? '')
    const actual = statedIn(match, 'actual')
    if (asOf === undefined || !actual || countsSomeStaff(text, match)) return []
    const gap = gapOf(match)
    const planned = gap ? actual.value - gap.value : actual.value
    return [{ asOf, planned, plannedWords: gap ? null : actual.words, actual, gap, words: match.words() as Words }]
  }),
)

/** Head counts in what is left of the texts besides the known statements. */
const otherHeadCounts = cached((item: Item): HeadCount[] => headCountsIn(item, allTexts(item).flatMap(otherWords)))

/** The stretches of a text between its known statements. */
function otherWords(text: Words): Words[] {
  const known = [...knownStatements(text), ...knownDifferences(text)].map(({ words }) => ({
    from: text.indexOf(words),
    to: text.indexOf(words) + words.length,
  }))
  const cuts = known.sort((a, b) => a.from - b.from)
  return [...cuts, { from: text.length, to: text.length }].map(({ from }, index) => text.slice(cuts[index - 1]?.to ?? 0, from))
}

/** By how many an actual head count is above the plan, negative where it is below; null where they are the same. */
function gapOf(match: WordsMatch): Stated | null {
  const size = statedIn(match, 'gap')
  return size && { ...size, value: /多|上回/.test(match.form('way') ?? '') ? size.value : -size.value }
}

const allTexts = cached((item: Item): Words[] => {
  const texts = [...item.years.flatMap(({ texts }) => texts), ...(['achieved', 'not_achieved', 'next'] as const).flatMap((kind) => textsOf(item, kind))]
  return texts.filter(({ form }) => /計画|定員/.test(form) && /実績|実員|現員|職員の?数|職員総数/.test(form))
})

/** The numbers of plans and actuals that are printed without 人. */
export function bareHeadCounts(item: Item): Words[] {
  const counts = [...statedHeadCounts(item), ...differenceHeadCounts(item)]
  const stated = counts.flatMap(({ plannedWords, actual }) => (plannedWords ? [plannedWords, actual.words] : [actual.words]))
  return stated.filter((words) => !/^\s?[人名]/.test(behind(words)))
}

function behind(words: Words): string {
  const end = words.cleanIndex(words.length - 1) + 1
  return words.source.form.slice(end, end + 2)
}

const shortOfPlan = /計画[^。]{0,60}?(?:下回|(?:満た|届か|及ば|達し|達してい)(?:な|ず))/
const staff = /職員数|職員の数|人員|定員/

/** The years in which the head count is below the plan, as the review lists among what was not achieved. */
const yearsShortOfPlan = cached((item: Item): ReadonlySet<number> => {
  const sentences = textsOf(item, 'not_achieved').flatMap(({ form }) => form.split('。'))
  const said = sentences.filter((sentence) => staff.test(sentence) && shortOfPlan.test(sentence))
  return new Set(said.flatMap((sentence) => yearsStated(sentence)?.years ?? []))
})

/** Which staff a statement counts, in the bracket behind 職員数. */
const scopeBehind = /職員(?:の)?(?:総)?数\((?<scope>(?![^()]{0,40}(?:計画|実績|定員|現在|時点|基準|年度|単位))[^()\d]{2,40})\)/d

function scopeOf({ words }: HeadCount): Words | undefined {
  return words.match(scopeBehind)?.words('scope')
}

/** 職員数: one row for each day; plan and actual where stated so, else from the difference. */
function readStaffing(item: Item): StaffingRecord[] {
  const byDay = new Map<string, HeadCount>()
  const scopes = new Map<string, Words>()
  for (const count of [...statedHeadCounts(item), ...differenceHeadCounts(item)]) {
    const first = byDay.get(count.asOf) ?? count
    byDay.set(count.asOf, first)
    const scope = count.actual.value === first.actual.value ? scopeOf(count) : undefined
    if (scope && !scopes.has(count.asOf)) scopes.set(count.asOf, scope)
  }
  return [...byDay.values()]
    .sort((a, b) => (a.asOf < b.asOf ? -1 : 1))
    .map(({ asOf, planned, plannedWords, actual, gap, words }) => ({
      item_no: item.no,
      as_of: asOf,
      fiscal_year: fiscalYearOfDay(asOf),
      planned,
      planned_figure_no: plannedWords,
      ...statedColumns('actual', actual),
      ...statedColumns('stated_gap', gap),
      scope: scopes.get(asOf)?.text ?? null,
      ...placeColumns('scope', scopes.get(asOf)),
      stated_result: actual.value < planned && yearsShortOfPlan(item).has(fiscalYearOfDay(asOf)) ? 'missed' : null,
      words,
    }))
}

/** 職員数. */
export const staffing = itemTable(definition, readStaffing)

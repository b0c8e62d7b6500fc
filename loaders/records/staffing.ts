import { cached } from '../document/cached.ts'
import type { Words, WordsMatch } from '../document/words.ts'
import { type Item, type Reading, textsOf } from '../structure/item.ts'
import { dateOf, namedDay } from '../vocabulary/eras.ts'
import { fiscalYearOfDay } from '../vocabulary/fiscal-years.ts'
import { wholeNumeral } from '../vocabulary/numerals.ts'
import { type Stated, statedColumns, statedIn } from './stated.ts'

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
  String.raw`(?<date>${namedDay})[^。\d]{0,20}職員数[^。\d]{0,20}${actual}[^。\d]{0,10}${planned}`,
  planned + byHowMany + actual + onDay,
].map((statement) => new RegExp(statement, 'dg'))
const difference = new RegExp(
  String.raw`(?<date>${namedDay})[^。]{0,80}?職員数[^。]{0,80}?計画(?:人数)?(?:(?:より(?:も)?|を)\s*(?<gap>${wholeNumeral})\s*人\s*(?<way>多|少な|上回|下回)|と同じ|と同数|どおり|通り)[^。\d]{0,40}?(?<actual>${wholeNumeral})\s*人`,
  'dg',
)

/** A statement of a head count: the day, plan and actual, and the words it stands in. */
export interface HeadCount {
  asOf: string
  planned: number
  /** the words of the plan, null where it follows from the gap */
  plannedWords: Words | null
  actual: Stated
  /** actual − planned, where the sentence states it in place of the plan */
  gap: Stated | null
  words: Words
}

/**
 * Head counts stated as plan and actual: `【R2.4.1】計画980人、実績986人`, `…の職員数は計画980人に対し986人`, `…の職員数は986人で、計画（980人）を…`, with the
 * day before or in a bracket after them.
 */
export function statedHeadCounts(item: Item): HeadCount[] {
  return allTexts(item).flatMap((text) =>
    statements
      .flatMap((statement) => text.matches(statement))
      .flatMap((match): HeadCount[] => {
        const asOf = dateOf(match.form('date') ?? '')
        const planned = statedIn(match, 'planned')
        const actual = statedIn(match, 'actual')
        if (asOf === undefined || !planned || !actual) return []
        return [{ asOf, planned: planned.value, plannedWords: planned.words, actual, gap: null, words: match.words() as Words }]
      }),
  )
}

/** Head counts stated as a difference: `令和2年4月1日時点の職員数…は計画より6人多い986人`, `…計画と同じ986人`; the plan follows from it. */
export function differenceHeadCounts(item: Item): HeadCount[] {
  return allTexts(item).flatMap((text) =>
    text.matches(difference).flatMap((match): HeadCount[] => {
      const asOf = dateOf(match.form('date') ?? '')
      const actual = statedIn(match, 'actual')
      if (asOf === undefined || !actual) return []
      const gap = gapOf(match)
      const planned = gap ? actual.value - gap.value : actual.value
      return [{ asOf, planned, plannedWords: gap ? null : actual.words, actual, gap, words: match.words() as Words }]
    }),
  )
}

/** By how many an actual head count is above the plan, negative where it is below; null where they are the same. */
function gapOf(match: WordsMatch): Stated | null {
  const size = statedIn(match, 'gap')
  return size && { ...size, value: /多|上回/.test(match.form('way') ?? '') ? size.value : -size.value }
}

const allTexts = cached((item: Item): Words[] => {
  const texts = [...item.years.flatMap(({ texts }) => texts), ...(['achieved', 'not_achieved', 'next'] as const).flatMap((kind) => textsOf(item, kind))]
  return texts.filter(({ form }) => form.includes('計画') && /実績|職員数/.test(form))
})

/** 職員数: one row for each day; plan and actual where stated so, else from the difference. */
export function readStaffing(item: Item): Reading<'staffing'>[] {
  const byDay = new Map<string, HeadCount>()
  for (const count of [...statedHeadCounts(item), ...differenceHeadCounts(item)]) {
    if (!byDay.has(count.asOf)) byDay.set(count.asOf, count)
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
      words,
    }))
}
